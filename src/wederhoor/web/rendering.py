"""Templates to HTML: everything escaped, one environment for all pages."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from wederhoor.resources.labels import Labels
from wederhoor.web.links import OTHER, Links
from wederhoor.web.view import drawing, tolls, words

ASSETS = {"style.css": "text/css", "app.js": "text/javascript", "icon.svg": "image/svg+xml"}
"""What the pages use besides themselves, with its type; nothing else is served."""

MENU = ("timeline", "map", "parties", "reports", "changes", "search")

SERVED = frozenset({"changes", "search"})
"""Those that only a server can make."""
"""The pages that every page leads to."""

REPORT_LANG = "nl"  # the language of the reports; a report does not carry one yet
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def render(template: str, links: Links, labels: Labels, values: dict[str, Any]) -> str:
    """Return a page; what no HTML can hold (NUL, lone surrogates) becomes the sign for unreadable."""
    page = (
        _environment()
        .get_template(template)
        .render(
            links=links,
            labels=labels,
            lang=labels.lang,
            other=OTHER[labels.lang],
            report_lang=REPORT_LANG,
            groups=words.GROUPS,
            menu=[name for name in MENU if links.live or name not in SERVED],
            strip_width=drawing.STRIP_WIDTH,
            toll_size=(tolls.CHART_WIDTH, tolls.CHART_HEIGHT),
            **values,
        )
    )
    return fit(page)


def fit(text: str) -> str:
    """Return a text with the characters that neither HTML nor XML can hold shown as unreadable."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


@cache
def asset(name: str) -> bytes:
    """Return one of `ASSETS`."""
    return files("wederhoor.web").joinpath("static", name).read_bytes()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("wederhoor.web"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["number"] = words.number_words
    return made
