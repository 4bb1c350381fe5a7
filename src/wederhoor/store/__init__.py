"""The record on disk: reports, what was read in them, and the reviewers' decisions.

Reports, readings and decisions go in and come out as the nouns of the model; events and disputes are
derived from them elsewhere. What comes out depends only on what was put in, never on when.

Example:
    ```python
    with Store.open("wederhoor.db") as store, store.batch():
        store.add(report, reading)  # Added.ADDED, the second time Added.UNCHANGED
    ```
"""

from wederhoor.store.links import Links
from wederhoor.store.record import Added, Counts, Store

__all__ = ["Added", "Counts", "Links", "Store"]
