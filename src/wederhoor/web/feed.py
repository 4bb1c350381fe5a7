"""An Atom feed (RFC 4287) of new and newly disputed events."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from wederhoor.model import Report
from wederhoor.query import News, NewsKind, news
from wederhoor.web.desk import Desk
from wederhoor.web.rendering import fit

_MOST = 60


def atom(desk: Desk, base: str) -> str:
    """Return the feed.

    Args:
        desk: the record, the links and the words.
        base: the address of the server, such as "http://127.0.0.1:8321".
    """
    labels = desk.labels
    pieces = news(desk.shelf.catalogue)[:_MOST]
    here = base + desk.links.page("feed.atom")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{labels.lang}">',
        f"<title>{escape(labels['web.feed.title'])}</title>",
        f"<id>{escape(here)}</id>",
        f'<link rel="self" href={quoteattr(here)}/>',
        f"<updated>{_moment(pieces[0].report) if pieces else '1970-01-01T00:00:00Z'}</updated>",
        "<author><name>Wederhoor</name></author>",
        *(_entry(piece, desk, base) for piece in pieces),
        "</feed>",
    ]
    return fit("\n".join(lines) + "\n")


def _entry(piece: News, desk: Desk, base: str) -> str:
    line = desk.line(piece.entry)
    told = desk.labels[f"web.news.{piece.kind}"]
    summary = ". ".join(line.disputes) if piece.kind is NewsKind.DISPUTED else line.days
    return "\n".join(
        (
            "<entry>",
            f"<title>{escape(f'{told}: {line.heading}')}</title>",
            f"<id>{escape(f'urn:wederhoor:{line.id}:{piece.kind}')}</id>",
            f"<link href={quoteattr(base + line.href)}/>",
            f"<updated>{_moment(piece.report)}</updated>",
            f"<summary>{escape(summary)}</summary>",
            "</entry>",
        )
    )


def _moment(report: Report) -> str:
    """Return when a report came out, as RFC 3339; a day or month counts from its end, as `as-of` does."""
    if "T" in report.published:
        try:
            told = datetime.fromisoformat(report.published)
        except ValueError:
            pass
        else:
            return (told if told.tzinfo else told.replace(tzinfo=UTC)).isoformat()
    return f"{report.days.last.isoformat()}T23:59:59Z"
