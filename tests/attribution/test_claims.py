"""The claims of one report: each once, each with its words, its rule and a stable id."""

from __future__ import annotations

from tests.told import Tell, said, values

from wederhoor.model import Field

RAID = (
    "Bij een aanval op de haven van Sohar zijn dinsdag volgens Oman vier matrozen gedood. "
    "Jemen zegt dat er geen doden zijn gevallen. Het is onduidelijk wie de haven aanviel."
)


def test_what_is_said_twice_is_claimed_once(tell: Tell) -> None:
    read = tell(
        "Bij een aanval op de haven zijn vier matrozen gedood. "
        "Vier matrozen zijn gedood bij de aanval op de haven, bericht de krant niet meer dan dat.",
        title="Vier matrozen gedood bij aanval op haven",
    )
    own = [claim for claim in said(read, Field.KILLED) if not claim[1]]
    assert own == [("4", "", "assert")]


def test_contradicting_counts_are_both_kept(tell: Tell) -> None:
    assert {"4", "0"} <= values(tell(RAID), Field.KILLED)


def test_the_same_report_gives_the_same_claims_and_ids(tell: Tell) -> None:
    assert tell(RAID) == tell(RAID)


def test_every_claim_is_about_a_mention_and_names_its_rule(tell: Tell) -> None:
    read = tell(RAID)
    mentions = {mention.id for mention in read.mentions}
    assert read.claims
    for claim in read.claims:
        assert claim.mention in mentions
        assert claim.rule
        assert bool(claim.sources) is bool(claim.source_span)


def test_claims_have_ids_of_their_own(tell: Tell) -> None:
    claims = tell(RAID).claims
    assert len({claim.id for claim in claims}) == len(claims)


def test_a_report_without_events_has_no_claims(tell: Tell) -> None:
    read = tell("Volgens het KNMI wordt het dinsdag droog met een zwakke wind.")
    assert (read.mentions, read.claims) == ((), ())
