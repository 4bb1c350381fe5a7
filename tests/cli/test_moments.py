"""The record at a moment, what changed between two, a figure by a rule, and a story."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Say


def raid(say: Say, *words: str) -> str:
    """Return the id of the raid on the harbour."""
    lines = say("timeline", "--type", "ASSAULT", "--json", *words).output.splitlines()
    return str(json.loads(lines[0])["event"])


@pytest.mark.parametrize(
    ("words", "known"),
    [(("timeline", "--all"), "ASSAULT\t"), (("reports",), "wb1"), (("stats",), "reports")],
)
def test_every_reading_command_takes_a_moment(say: Say, words: tuple[str, ...], known: str) -> None:
    now, then = say(*words), say(*words, "--as-of", "2021-03-05T18:30")
    assert then.exit_code == 0
    assert "pk2" in now.output or words != ("reports",)
    assert "pk2" not in then.output
    assert then.output != now.output
    assert known.split("\t", maxsplit=1)[0].lower() in then.output.lower()


def test_before_its_report_a_claim_is_not_explained(say: Say) -> None:
    assert say("explain", "cpk21").exit_code == 0
    assert say("explain", "cpk21", "--as-of", "2021-03-05").exit_code == 5


def test_an_event_that_was_not_known_says_when_it_was_first_reported(say: Say) -> None:
    told = say("show", raid(say), "--as-of", "2021-03-01")
    assert told.exit_code == 5
    assert "first reported 2021-03-05T18:30:00+01:00" in told.output
    assert say("show", raid(say), "--as-of", "2021-03-05").exit_code == 0


def test_a_difference_tells_new_events_and_opened_disputes(say: Say) -> None:
    told = say("diff", "2021-03-05", "2021-03-06").output
    assert "≠ Iran says 8 deaths" in told
    assert "new" in told
    assert "1 more reports, 3 events" in told
    assert "Nothing changed" in say("diff", "2021-03-06", "2021-03-06").output


def test_a_difference_as_json_has_one_event_a_line(say: Say) -> None:
    result = say("diff", "2021-03-05", "2021-03-06", "--json")
    (changed, *new) = sorted(
        map(json.loads, result.stdout.splitlines()), key=lambda one: one["change"]
    )
    assert changed["event"] == raid(say)
    (dispute,) = changed["opened"]
    assert (dispute["field"], dispute["kind"]) == ("killed", "dispute")
    assert dispute["says"]["nl"].startswith("Iran zegt 8 doden")
    assert [one["change"] for one in new] == ["new", "new"]


def test_a_figure_says_its_rule_and_its_claims(say: Say) -> None:
    told = say("show", raid(say), "--figure", "ucdp").output
    assert "UCDP, best estimate" in told
    assert "killed: 0 (0–8)" in told
    assert "acht doden" in told
    made = json.loads(say("show", raid(say), "--figure", "highest", "--json").output)
    assert [(one["rule"], one["number"]) for one in made["figures"]] == [("highest", 8)]
    assert made["figures"][0]["claims"]


def test_a_story_that_is_none_is_told(say: Say) -> None:
    told = say("timeline", "--story", raid(say))
    assert told.exit_code == 5
    assert "in no story" in told.output
