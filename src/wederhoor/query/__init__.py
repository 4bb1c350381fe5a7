"""What readers ask of the record: the timeline, one event, one claim, a figure, as of a day, and what changed."""

from wederhoor.query.calendar import days_in_words
from wederhoor.query.catalogue import Catalogue, Entry, Named
from wederhoor.query.changes import Change, ChangeKind, Difference, applied, difference
from wederhoor.query.explanation import DayLine, Explanation, explain_claim, sentence_around
from wederhoor.query.figures import Figure, FigureRule, figure, figure_of
from wederhoor.query.finding import find_claim, find_event, find_event_then
from wederhoor.query.index import Hit, Index
from wederhoor.query.moments import Moment, parse_days
from wederhoor.query.news import News, NewsKind, news
from wederhoor.query.placing import NOT_YET, Placing, place_in_time
from wederhoor.query.record import History, Record, build_record, load_record
from wederhoor.query.speaking import Differing, Party, PartyRecord, Statement, parties, party_record
from wederhoor.query.stories import LinkKind, Story, StoryLink, stories, story_of
from wederhoor.query.summary import NAMES_SHOWN, Summary, shortened, summarise, who
from wederhoor.query.timeline import TimelineFilter, left_out, timeline
from wederhoor.query.tolls import TollCurve, TollLine, TollStep, said_when, toll_curve, toll_curves
from wederhoor.query.versions import Revision, revision, versions

__all__ = [
    "NAMES_SHOWN",
    "NOT_YET",
    "Catalogue",
    "Change",
    "ChangeKind",
    "DayLine",
    "Difference",
    "Differing",
    "Entry",
    "Explanation",
    "Figure",
    "FigureRule",
    "History",
    "Hit",
    "Index",
    "LinkKind",
    "Moment",
    "Named",
    "News",
    "NewsKind",
    "Party",
    "PartyRecord",
    "Placing",
    "Record",
    "Revision",
    "Statement",
    "Story",
    "StoryLink",
    "Summary",
    "TimelineFilter",
    "TollCurve",
    "TollLine",
    "TollStep",
    "applied",
    "build_record",
    "days_in_words",
    "difference",
    "explain_claim",
    "figure",
    "figure_of",
    "find_claim",
    "find_event",
    "find_event_then",
    "left_out",
    "load_record",
    "news",
    "parse_days",
    "parties",
    "party_record",
    "place_in_time",
    "revision",
    "said_when",
    "sentence_around",
    "shortened",
    "stories",
    "story_of",
    "summarise",
    "timeline",
    "toll_curve",
    "toll_curves",
    "versions",
    "who",
]
