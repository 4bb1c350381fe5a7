"""Who: actors, recipients and speakers in a report.

Example:
    `read_actors(analysis)` of "Het Iraanse leger ontkent dat." gives one mention, "Iraanse leger".
"""

from wederhoor.extract.actors.names import outlet_country
from wederhoor.extract.actors.reader import read_actors

__all__ = ["outlet_country", "read_actors"]
