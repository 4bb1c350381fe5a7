"""The pipeline over many reports: what goes in, what is set aside, how far it is."""

from wederhoor.runners.local import ReportReader, run
from wederhoor.runners.progress import Outcome, Progress, Silent, Step

__all__ = ["Outcome", "Progress", "ReportReader", "Silent", "Step", "run"]
