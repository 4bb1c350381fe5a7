"""The versions of an article: which there are, and what changed from the one before to this one.

Example:
    The last version of an article says "207 doden" where the one before said "tientallen": one sentence is
    gone, one is new, and a count took the place of another.
"""

from __future__ import annotations

from dataclasses import dataclass

from wederhoor.query import Record, revision, versions
from wederhoor.resources.labels import Labels
from wederhoor.web.links import Links
from wederhoor.web.view.words import published_words, report_heading, speech, statement


@dataclass(frozen=True, slots=True)
class Version:
    """One version in the list of all."""

    href: str
    heading: str
    published: str
    here: bool


@dataclass(frozen=True, slots=True)
class Revised:
    """The versions of the article, and what this one changed.

    Attributes:
        versions: all of them, the earliest first.
        before: whether there is one before this.
        gone: sentences of the one before that are not in this.
        new: sentences of this that were not in the one before.
        dropped: what the one before claimed and this does not.
        added: what this claims and the one before did not.
    """

    versions: tuple[Version, ...]
    before: bool
    gone: tuple[str, ...]
    new: tuple[str, ...]
    dropped: tuple[str, ...]
    added: tuple[str, ...]


def revised(report: str, record: Record, links: Links, labels: Labels) -> Revised | None:
    """Return the versions of the article that a report is of; None where it is the only one."""
    found = versions(record, report)
    if len(found) == 1:
        return None
    listed = tuple(
        Version(
            links.report(one.id),
            report_heading(one, labels),
            published_words(one, labels),
            one.id == report,
        )
        for one in found
    )
    place = [one.id for one in found].index(report)
    if not place:
        return Revised(listed, before=False, gone=(), new=(), dropped=(), added=())
    made = revision(record, found[place - 1].id, report)
    dropped, added = (
        tuple(
            dict.fromkeys(
                f"{statement(claim, labels)} · {speech(claim.sources, claim.stance, labels)}"
                for claim in claims
                if not claim.is_plain_mention
            )
        )
        for claims in (made.dropped, made.added)
    )
    return Revised(
        listed,
        before=True,
        gone=tuple(span.of(made.older.text) for span in made.gone),
        new=tuple(span.of(made.newer.text) for span in made.new),
        dropped=dropped,
        added=added,
    )
