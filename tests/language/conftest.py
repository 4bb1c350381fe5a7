"""One loaded pipeline for all tests of the language step."""

from __future__ import annotations

import pytest

from wederhoor.language import Pipeline, load_pipeline


@pytest.fixture(scope="session")
def nl() -> Pipeline:
    """The shipped Dutch pipeline, loaded once."""
    return load_pipeline()
