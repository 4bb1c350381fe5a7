"""Wederhoor: the record of what happened according to whom, out of dated news reports."""
