"""From a text to its analysis: a thin adapter around a spaCy pipeline.

`load_pipeline` gives a `Pipeline`; `Pipeline.analyse` and `Pipeline.analyse_many` give
`wederhoor.model.analysis.Analysis`, the only view of a parse that the rest of the code has.
"""

from wederhoor.language.pipeline import Pipeline, load_pipeline

__all__ = ["Pipeline", "load_pipeline"]
