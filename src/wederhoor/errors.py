"""The errors Wederhoor raises on purpose: one small tree, one message a person can act on.

Every message names the file, id or offset it is about and says what to do. A text that cannot be
interpreted is not an error: it gives no mention, or a `wederhoor.model.Skipped` with its reason.
"""


class WederhoorError(Exception):
    """The root: catch this to catch whatever Wederhoor raises on purpose."""

    exit_code = 1


class InputError(WederhoorError):
    """A path, a file or a line that cannot be read as reports."""

    exit_code = 2


class ResourceError(WederhoorError):
    """A rule file or a word list that does not follow its schema."""

    exit_code = 3


class LanguageError(WederhoorError):
    """The language pipeline is missing or lacks what Wederhoor needs of it."""

    exit_code = 3


class StoreError(WederhoorError):
    """The record cannot be opened, read or written."""

    exit_code = 4


class QueryError(WederhoorError):
    """A question that the record cannot answer as it was put: an unknown id, a date that is none."""

    exit_code = 5
