"""The timeline and the map as pictures (SVG) that stand by themselves: for a document, or to draw further on.

They hold their own style and no links; a program that draws SVG makes any other format of them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from wederhoor.web.desk import Desk
from wederhoor.web.pages import chart_of, map_of
from wederhoor.web.rendering import render

WIDTH = 1200  # pixels, where a program asks for a size

_BOX = re.compile(r'<svg ([^>]*?)viewBox="(\S+) (\S+) (\S+) (\S+)"')
_LINK = re.compile(r' href="[^"]*"')


def timeline_svg(desk: Desk) -> str:
    """Return the timeline that is on screen."""
    return _standing(desk, chart=chart_of(desk), map=None)


def map_svg(desk: Desk) -> str:
    """Return the map that is on screen."""
    return _standing(desk, chart=None, map=map_of(desk))


def _standing(desk: Desk, **drawn: object) -> str:
    text = render("drawing.svg.j2", desk.links, desk.labels, drawn).strip()
    box = _BOX.search(text)
    if box is None:
        raise ValueError("a drawing without a viewBox")
    _, left, top, width, height = box.groups()
    size = f'width="{WIDTH}" height="{round(WIDTH * float(height) / float(width))}"'
    opening = text[: text.index(">") + 1]
    framed = opening.replace("<svg ", f'<svg xmlns="http://www.w3.org/2000/svg" {size} ', 1)
    paper = (
        f'<rect class="paper" x="{left}" y="{top}" width="{width}" height="{height}" fill="#fff"/>'
    )
    style = f"<style>{_style()}.paper {{ fill: #fff !important; }}</style>"
    return framed + style + paper + _LINK.sub("", text[len(opening) :]) + "\n"


@cache
def _style() -> str:
    return files("wederhoor.web").joinpath("templates", "drawing.css").read_text(encoding="utf-8")
