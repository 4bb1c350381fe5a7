"""Pages as tests read them: well-formed or not, and what is in them."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "input", "link", "img", "hr"}


class Page(HTMLParser):
    """Reads a page into its elements, and complains where one is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice on {tag}: {names}"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> does not close what is open"

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]

    def complaints(self) -> list[str]:
        """Say what would break the page: an id twice, a reference within it to nothing, inline code."""
        ids = self.values("id")
        told = [f"twice: {name}" for name in {i for i in ids if ids.count(i) > 1}]
        wanted = {href[1:] for href in self.values("href") if href.startswith("#")}
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            wanted |= {name for value in self.values(attribute) for name in value.split()}
        told += [f"nowhere: {name}" for name in wanted - set(ids)]
        told += [f"inline: {name}" for _, a in self.elements for name in a if name[:2] == "on"]
        told += [f"inline: style {value}" for value in self.values("style")]
        told += ["inline: style"] * len(self.all("style"))
        told += ["inline: script" for script in self.all("script") if "src" not in script]
        return told
