"""What all tests share: the language pipeline, loaded once, and how hypothesis searches."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings
from tests.told import Tell

from wederhoor.language import Pipeline
from wederhoor.model import DaySet, Reading, Report
from wederhoor.pipeline import Reader

ROOT = Path(__file__).resolve().parents[1]

# A shared machine may halt for a second at any moment, so no example has a deadline. On CI a run
# always tries the same examples: what fails there fails here.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The whole pipeline for one report, with the real language model."""
    return Reader()


@pytest.fixture(scope="session")
def pipeline(reader: Reader) -> Pipeline:
    """The language pipeline alone."""
    return reader._pipeline


@pytest.fixture(scope="session")
def tell(reader: Reader) -> Tell:
    """Read a report made of a text: `tell("Gisteren ...", published="2021-05-12", title="")`."""

    def read(body: str, published: str = "2021-05-12", title: str = "") -> Reading:
        days = DaySet.from_edtf(published)
        return reader.read(Report("bericht", title, body, published, days, "De Waddenbode"))

    return read


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material that lies outside the repository; a test that wants it is skipped without."""
    folder = Path(os.environ.get("WEDERHOOR_SHARED") or ROOT.parent / "shared")
    if not (folder / "data").is_dir():
        pytest.skip(f"no shared material here ({folder})")
    return folder
