"""Flights by their number: of all names in a sentence, those that only one deed in history has.

What comes in: sentences. What goes out: the numbers. Weapons have such names too, and are left out.

Source of the form: IATA flight designators, an airline's two letters and up to four digits.

Example:
    "het neerhalen van vlucht MH17" gives `MH17`; "een AK47" gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_NUMBER = re.compile(r"\b(?P<airline>[A-Z]{2})\d{2,4}\b")
_WEAPONS: Final = frozenset(
    {"AH", "AK", "CH", "KA", "KC", "MI", "MQ", "NH", "RQ", "SA", "SU", "TB", "TU", "UH"}
)


def flights(sentences: Iterable[str]) -> frozenset[str]:
    """Return the flight numbers in sentences."""
    found = (match for text in sentences for match in _NUMBER.finditer(text))
    return frozenset(match[0] for match in found if match["airline"] not in _WEAPONS)
