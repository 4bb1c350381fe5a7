"""The file in a real browser: it runs under its own policy, asks for nothing, and shows a page."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from wederhoor.export.html import write_html
from wederhoor.query import Record

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--virtual-time-budget=2000",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: install it to run"),
]


@pytest.fixture(scope="module")
def page(record: Record, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("html") / "dossier.html"
    write_html(path, record, "nl")
    return path.as_uri()


def browse(profile: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(CHROMIUM), *QUIET, f"--user-data-dir={profile}", *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )


def test_the_home_page_shows_the_timeline_alone_with_its_filter(page: str, tmp_path: Path) -> None:
    done = browse(tmp_path, "--dump-dom", page)
    assert '<html lang="nl" class="js">' in done.stdout
    assert "4 van 4 getoond" in done.stdout
    assert re.search(r'<form id="filter"[^>]*>', done.stdout)
    assert not re.search(r'<form id="filter"[^>]*hidden', done.stdout)
    assert len(re.findall(r"<article[^>]*hidden", done.stdout)) == 8
    assert "Refused to" not in done.stderr
    assert "CONSOLE" not in done.stderr


def test_a_link_to_evidence_shows_that_report_and_marks_the_words(
    page: str, tmp_path: Path
) -> None:
    done = browse(tmp_path, "--dump-dom", f"{page}#c-a3")
    pages = re.findall(r"<article [^>]*>", done.stdout)
    shown = [tag for tag in pages if "hidden" not in tag]
    assert len(shown) == 1
    assert 'id="r-polder-1"' in shown[0]
    assert "<title>Raketten op Ain al-Asad – Wederhoor</title>" in done.stdout
    marked = re.search(r'class="ev found"[^>]*>(.*?)</a>', done.stdout)
    assert marked is not None
    assert "80 Amerikanen" in marked.group(1)
    assert "CONSOLE" not in done.stderr


@pytest.mark.parametrize(("width", "height"), [(1200, 900), (390, 800)])
def test_a_screenshot_shows_ink_on_paper(
    page: str, tmp_path: Path, width: int, height: int
) -> None:
    picture = tmp_path / "page.png"
    browse(tmp_path / "p", f"--window-size={width},{height}", f"--screenshot={picture}", page)
    data = picture.read_bytes()
    assert struct.unpack(">II", data[16:24]) == (width, height)
    assert len(data) > 10_000  # an empty page compresses to far less
