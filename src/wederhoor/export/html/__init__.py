"""The record as one HTML file: timeline, a page per event, a page per report, nothing fetched.

Example:
    `write_html(Path("al-asad.html"), record, "nl")` writes a file that any browser opens without a
    network: "80 Amerikanen, zegt Iran" links to the words "tachtig Amerikanen" in the report.
"""

from wederhoor.export.html.page import render_html, write_html

__all__ = ["render_html", "write_html"]
