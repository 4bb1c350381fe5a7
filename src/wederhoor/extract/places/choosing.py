"""Which of the places with one name is meant: the country in the text, then size, else none.

Example:
    "Tripoli" in a report that names Libanon is the town in LB; in one that names no country it is the
    capital of Libië; a village name that ten countries know is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wederhoor.extract.places.gazetteer import Site
from wederhoor.model import Precision

_NEAR = frozenset({"NL", "BE"})  # of the readers: a Dutch report names these without a country
_LARGE = 100  # thousands of inhabitants: known without a country beside it
_TIMES = 5  # how much larger than the next a place must be


def choose(sites: Sequence[Site], here: Collection[str], anywhere: Collection[str]) -> Site | None:
    """Return the place that is meant, None when that cannot be told.

    Args:
        sites: the places with the name.
        here: codes of the countries that the sentence names.
        anywhere: codes of the countries that the report names.
    """
    for named in (here, anywhere):
        inside = [site for site in sites if site.place.country in named]
        if inside:
            return _largest(inside)
    by_hand = [site for site in sites if site.chosen_by_hand]
    if by_hand:
        return by_hand[0] if len(by_hand) == 1 else _largest(by_hand)
    near = [site for site in sites if site.place.country in _NEAR]
    if near and max(site.thousands for site in sites) < _TIMES * _LARGE:
        return _largest(near)
    large = [site for site in sites if site.thousands >= _LARGE]
    best = _largest(sites) if large else None
    return best if best is not None and best.thousands >= _LARGE else None


def _largest(sites: Sequence[Site]) -> Site | None:
    """Return the largest of the places if it is clearly so; a settlement goes before an air base."""
    ranked = sorted(sites, key=lambda site: (not site.chosen_by_hand, -site.thousands))
    if len(ranked) == 1 or ranked[0].chosen_by_hand:
        return ranked[0]
    first, second = ranked[0], ranked[1]
    same = first.place.distance_km(second.place)
    if first.thousands >= _TIMES * second.thousands or (same is not None and same < _LARGE):
        return first
    return first if second.place.precision is Precision.SITE else None
