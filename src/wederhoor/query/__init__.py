"""What readers ask of the record: the timeline, one event, one claim, as of a day."""

from wederhoor.query.calendar import days_in_words
from wederhoor.query.explanation import DayLine, Explanation, explain_claim, sentence_around
from wederhoor.query.finding import find_claim, find_event
from wederhoor.query.moments import Moment, parse_days
from wederhoor.query.placing import Placing, place_in_time
from wederhoor.query.record import Record, build_record, load_record
from wederhoor.query.summary import NAMES_SHOWN, Summary, shortened, summarise, who
from wederhoor.query.timeline import Entry, TimelineFilter, left_out, timeline

__all__ = [
    "NAMES_SHOWN",
    "DayLine",
    "Entry",
    "Explanation",
    "Moment",
    "Placing",
    "Record",
    "Summary",
    "TimelineFilter",
    "build_record",
    "days_in_words",
    "explain_claim",
    "find_claim",
    "find_event",
    "left_out",
    "load_record",
    "parse_days",
    "place_in_time",
    "sentence_around",
    "shortened",
    "summarise",
    "timeline",
    "who",
]
