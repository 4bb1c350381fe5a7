"""Where: places in a report.

Example:
    `read_places(analysis)` of "In Bagdad viel een raket." gives one mention: Bagdad, a settlement in IQ.
"""

from wederhoor.extract.places.gazetteer import country_place
from wederhoor.extract.places.reader import read_places

__all__ = ["country_place", "read_places"]
