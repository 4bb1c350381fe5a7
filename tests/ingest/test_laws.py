"""Laws of reading: nothing in a file can stop a run."""

from __future__ import annotations

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wederhoor.ingest import read_reports
from wederhoor.model import Report, Skipped

# the first text that hypothesis makes on a fresh machine takes it a second
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = ["a.txt", "a.jsonl", "a.txt.gz", "a.jsonl.xz", "a.bin"]
PIECES = [
    b"date 2024-03-02 ",
    b'{"text": "kade", "published": "2024"}\n',
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x00",
    b"<p>",
    b"\r\n",
    b'{"text": "\\ud800"}\n',
]
BYTES = st.lists(st.one_of(st.binary(max_size=40), st.sampled_from(PIECES))).map(b"".join)


@PATIENT
@given(st.sampled_from(NAMES), BYTES)
@example("a.txt", b"date 2024-03-02 \xff\xfe")
@example("a.bin", "{".encode("utf-16") + b"\x00")
def test_any_bytes_in_a_file_give_reports_and_set_aside_ones_only(name: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, name).write_bytes(data)
        found = list(read_reports([str(Path(folder, name))]))
    assert all(isinstance(item, Report | Skipped) for item in found)
    assert len(found) >= 1
    for item in found:
        if isinstance(item, Report):
            assert item.body.strip()
            item.text.encode("utf-8")


@PATIENT
@given(
    st.dictionaries(
        st.sampled_from(["id", "published", "outlet", "url", "title", "text"]),
        st.one_of(st.text(), st.none(), st.integers(), st.just("2024-03-02")),
    )
)
def test_any_row_gives_one_report_or_one_set_aside(row: dict[str, object]) -> None:
    data = json.dumps(row).encode() + b"\n"
    (found,) = read_reports(["-"], stdin=io.BytesIO(data), published="2024")
    if isinstance(found, Report):
        assert found.body == row["text"]
        assert found.title == (row.get("title") or "")
        assert found.id


@PATIENT
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_text_behind_a_header_is_kept_but_for_the_space_around_it(text: str) -> None:
    data = f"date 2024-03-02\n{text}".encode()
    (found,) = read_reports(["-"], stdin=io.BytesIO(data))
    if isinstance(found, Report):
        assert found.body == text.strip()
    else:
        assert found.reason in {"empty", "html"}
