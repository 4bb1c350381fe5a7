"""When two mentions put their event; without days, when the news of it came."""

from __future__ import annotations

from typing import Final

from wederhoor.linking.profile import Profile
from wederhoor.model.event import EventType

_WEEK, _MONTH = 7, 31
_SERIES = 0.7  # less for what happens again tomorrow
_FRESH: Final = ((1, 1.3), (3, 0.8), (_WEEK, 0.2), (_MONTH, -0.7))
_AFTER: Final = ((2, 1.3), (_WEEK, 0.5), (_MONTH, -0.5))
_BACK: Final = ((1, 1.3), (3, 0.8), (_WEEK, 0.3), (_MONTH, 0.0))
"""Days between, at most, and what they say; a mention that refers back may do so long afterwards."""


def time(first: Profile, second: Profile) -> float:
    """When: shared days say more the fewer they are; without days, the news of one day is near.

    Protests go on day after day, so those of which one has no day need news of one day.

    Example:
        Both "op 3 januari": 2.5; "deze maand" and "op 3 januari": 0.3; "zondag", which may be one of
        five, and one of them: 1.2.
    """
    if first.days and second.days:
        return _shared_days(first, second)
    if first.days or second.days:
        dated, undated = (first, second) if first.days else (second, first)
        weight = _fresh_news(dated, undated)
    else:
        weight = _news_of_days(first, second)
    return weight - _SERIES if weight > 0 and _is_series(first, second) else weight


def _is_series(first: Profile, second: Profile) -> bool:
    protests = all(one.mention.type is EventType.PROTEST for one in (first, second))
    return protests and _gap(first, second) > 0


def _gap(first: Profile, second: Profile) -> int:
    """Return the days between the news of both, 0 where they may be of one day."""
    one, other = first.news, second.news
    return max(one[0] - other[1], other[0] - one[1], 0)


def _shared_days(first: Profile, second: Profile) -> float:
    one, other = first.days or (0, 0), second.days or (0, 0)
    if one[1] < other[0] or other[1] < one[0]:
        return -1.5  # approximate, else they contradict
    longest = max(len(days) for days in (first.when, second.when) if days)
    for days, weight in ((1, 2.5), (3, 2.0), (8, 1.2), (_MONTH, 0.3)):
        if longest <= days:
            return weight
    return 0.0


def _news_of_days(first: Profile, second: Profile) -> float:
    gap = _gap(first, second)
    if first.refers or second.refers:
        return _by(gap, _BACK, -0.5)
    return _by(gap, _FRESH, -2.0)


def _fresh_news(dated: Profile, undated: Profile) -> float:
    first, last = dated.days or (0, 0)
    if last - first > _WEEK:
        return -0.5 if last - first > _MONTH else 0.0
    if first > undated.news[1] + 1:
        return -1.5 if dated.told else -0.3
    after = undated.news[0] - last
    return _by(after, _BACK, -0.3) if undated.refers else _by(after, _AFTER, -1.5)


def _by(gap: int, steps: tuple[tuple[int, float], ...], beyond: float) -> float:
    return next((weight for days, weight in steps if gap <= days), beyond)
