"""Accuracy: the pipeline against annotated reports, with floors that CI holds.

`python -m evaluation` reads the annotated reports as a user would, exports the claims, scores them and
says what changed since the last run.
"""
