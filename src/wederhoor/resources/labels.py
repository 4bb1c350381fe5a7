"""The words that readers see, in Dutch and in English.

Every file in `resources/labels/` maps a key to its two forms, and all files together are one table::

    type.ASSAULT: {nl: "Aanval", en: "Assault"}
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from wederhoor.errors import ResourceError
from wederhoor.resources.loader import read_yaml

Lang = Literal["nl", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


class Labels:
    """The labels of one language: `Labels("nl")["type.ASSAULT"]` is "Aanval"."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._table = _table(lang)

    def __getitem__(self, key: str) -> str:
        try:
            return self._table[key]
        except KeyError as error:
            raise ResourceError(f"resources/labels: no label {key!r} in {self.lang!r}") from error

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def fill(self, key: str, **values: object) -> str:
        """Return the label with its `{names}` filled in."""
        return self[key].format(**values)


@cache
def _table(lang: Lang) -> dict[str, str]:
    table: dict[str, str] = {}
    folder = files("wederhoor.resources").joinpath("labels")
    for item in sorted(folder.iterdir(), key=lambda found: found.name):
        if not item.name.endswith(".yaml"):
            continue
        for key, forms in read_yaml(f"labels/{item.name}").items():
            if key in table or set(forms) != set(LANGS):
                raise ResourceError(
                    f"resources/labels/{item.name}: {key}: given twice or not in nl and en"
                )
            table[key] = forms[lang]
    return table
