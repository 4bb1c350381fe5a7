from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Say, Shell


def lines(output: str) -> list[list[str]]:
    return [line.split("\t") for line in output.splitlines()]


def raid(say: Say) -> str:
    return str(json.loads(say("timeline", "--disputed", "--json").output)["event"])


def test_a_piped_timeline_is_one_line_an_event_between_tabs(say: Say) -> None:
    head, *rows = lines(say("timeline").stdout)
    assert head[0] == "date"
    assert len(rows) == 3
    assert {len(row) for row in rows} == {len(head)}
    shown = dict(zip(head, rows[1], strict=True))
    assert shown["date"] == "2021-03-04"
    assert shown["type"] == "ASSAULT"
    assert shown["counts"].startswith("killed 8 / ")
    assert shown["according to"] == "Iran, Oman"
    assert shown["disputed"] == "yes"


def test_an_event_without_a_date_is_marked_as_only_reported(say: Say) -> None:
    assert lines(say("timeline", "--type", "CONSULT").stdout)[1][0] == "reported 2021-03-06"
    assert lines(say("timeline", "--type", "consult", "--lang", "nl").stdout)[1][0].startswith(
        "gemeld"
    )


def test_what_is_left_out_of_the_timeline_is_counted_beside_it(say: Say) -> None:
    shown = say("timeline")
    assert "supposed: 1 (--all shows them)" in shown.stderr
    everything = say("timeline", "--all")
    assert not everything.stderr
    assert "PROTEST\tplanned" in everything.stdout


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (["--disputed"], 1),
        (["--about", "sohar"], 1),
        (["--from", "2021"], 2),
        (["--to", "2020"], 1),
        (["--type", "aanval", "--type", "Retreat"], 2),
        (["--as-of", "2021-03-05"], 1),
        (["--as-of", "2021-03-05", "--disputed"], 0),
    ],
)
def test_options_narrow_the_timeline(say: Say, asked: list[str], count: int) -> None:
    shown = say("timeline", *asked, "--json")
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) == count


def test_an_empty_timeline_says_so_and_is_no_failure(say: Say) -> None:
    shown = say("timeline", "--about", "onvindbaar")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert "No events found" in shown.stderr


def test_one_event_shows_both_sides_and_their_words(say: Say) -> None:
    shown = say("show", raid(say)[:6], "--lang", "nl").stdout
    assert "Aanval" in shown.splitlines()[0]
    assert "4 mrt 2021 (2021-03-04)" in shown
    assert "Tegenspraak" in shown
    assert "Iran" in shown.partition("≠")[2].splitlines()[0]
    evidence = lines(shown.partition("Bewijs\n")[2])
    quoted = {row[0]: (row[5], row[-1]) for row in evidence[1:]}
    assert quoted["cwb11"] == ("wb1:85-95", "acht doden")
    assert quoted["wb1#1"][1] == "aanval"


def test_one_event_as_json_is_one_object(say: Say) -> None:
    shown = json.loads(say("show", raid(say), "--json").stdout)
    assert {claim["quote"] for claim in shown["claims"]} >= {"acht doden"}


def test_a_claim_is_explained_down_to_its_rules_and_links(say: Say) -> None:
    shown = say("explain", "cwb11").stdout
    assert "volgens Teheran [[acht doden]] gevallen." in shown
    assert "test.killed" in shown
    assert "“volgens Teheran” by rule test.volgens" in shown
    assert "mentioned as “aanval” (rule test.trigger)" in shown
    assert "joined with pk2#1" in shown
    assert "dispute: " in shown


def test_reports_and_stats_count_what_is_there(say: Say) -> None:
    listed = lines(say("reports").stdout)
    assert [row[2] for row in listed[1:]] == ["maand", "wb1", "pk2"]
    assert json.loads(say("reports", "--json").stdout.splitlines()[1])["outlet"] == "De Waddenbode"
    figures = json.loads(say("stats", "--json").stdout)
    assert (figures["reports"], figures["events"], figures["disputed"]) == (3, 4, 1)
    assert (figures["mentions"], figures["claims"], figures["sourced"]) == (5, 3, 2)
    assert "reports\t3" in say("stats").stdout


def test_exported_claims_are_the_same_to_a_file_and_to_a_pipe(say: Say, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    assert say("export", "claims", "--output", str(target)).exit_code == 0
    piped = say("export", "claims")
    assert target.read_text("utf-8") == piped.stdout
    assert all(json.loads(line)["quote"] for line in piped.stdout.splitlines())


def test_the_record_is_published_as_pages(say: Say, tmp_path: Path) -> None:
    site = tmp_path / "site"
    result = say("publish", str(site))
    assert result.exit_code == 0, result.output
    assert str(site) in result.stdout
    pages = [page.read_text("utf-8") for page in (site / "nl" / "report").iterdir()]
    assert any("acht doden" in page for page in pages)


def test_exported_claims_are_utf8_whatever_the_locale(shell: Shell, harbour: Path) -> None:
    done = shell(
        "export", "claims", "--record", str(harbour), LC_ALL="C", PYTHONIOENCODING="latin-1"
    )
    assert "Perzië" not in done.stderr.decode()
    assert all(json.loads(line) for line in done.stdout.decode("utf-8").splitlines())


def test_a_terminal_of_few_characters_shows_escapes_and_does_not_fail(
    shell: Shell, harbour: Path
) -> None:
    done = shell("show", "e", "--record", str(harbour), PYTHONIOENCODING="latin-1")
    assert done.returncode == 5
    done = shell("explain", "cwb11", "--record", str(harbour), PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u201c" in done.stdout
