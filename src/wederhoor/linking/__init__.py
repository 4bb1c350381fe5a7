"""Joining the mentions of many reports into events: block, compare, cluster; every join explained.

`link` does all at once and keeps nothing. What a record keeps of it, so that one more report need not link
everything anew, is worked out by `blocked`, `entered`, `score_of` and `grouped`.
"""

from wederhoor.linking.assembling import assemble
from wederhoor.linking.blocking import candidates
from wederhoor.linking.features import JOIN
from wederhoor.linking.increment import block_codes, components, entered, entry_of
from wederhoor.linking.linker import events_of, grouped, link, profiled, score_of
from wederhoor.linking.profile import Profile
from wederhoor.linking.version import linking_version

__all__ = [
    "JOIN",
    "Profile",
    "assemble",
    "block_codes",
    "candidates",
    "components",
    "entered",
    "entry_of",
    "events_of",
    "grouped",
    "link",
    "linking_version",
    "profiled",
    "score_of",
]
