"""The record in a browser: pages, a JSON API, and the same pages as files for any server or a stick.

Everything here reads; nothing writes to the record. Pages are made on the server, so that reading needs
no script, and ask nothing of the network.

Example:
    `wederhoor serve` shows the record at http://127.0.0.1:8321/, `wederhoor publish site/` writes it.
"""
