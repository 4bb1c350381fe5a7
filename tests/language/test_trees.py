"""The few relations that the rest of Wederhoor leans on, in plain sentences."""

from __future__ import annotations

import pytest

from wederhoor.language import Pipeline


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("Iran vuurde raketten af.", "Iran", "nsubj", "vuurde"),
        ("Iran vuurde raketten af.", "af", "compound:prt", "vuurde"),
        ("De brug werd door rebellen opgeblazen.", "brug", "nsubj:pass", "opgeblazen"),
        ("De brug werd door rebellen opgeblazen.", "werd", "aux:pass", "opgeblazen"),
        ("Bij de aanslag vielen drie doden.", "doden", "nsubj", "vielen"),
        ("De minister zegt dat de stad veilig is.", "minister", "nsubj", "zegt"),
        ("De soldaten verlieten de stad niet.", "niet", "advmod", "verlieten"),
    ],
)
def test_a_plain_sentence_has_its_tree(
    nl: Pipeline, text: str, word: str, dep: str, head: str
) -> None:
    read = nl.analyse(text)
    token = next(token for token in read.tokens if token.text == word)
    assert (token.dep, read.tokens[token.head].text) == (dep, head)


def test_morphology_tells_number_and_tense(nl: Pipeline) -> None:
    tokens = {token.text: token for token in nl.analyse("De soldaten verlieten de stad.").tokens}
    assert "Number=Plur" in tokens["soldaten"].feats
    assert "Tense=Past" in tokens["verlieten"].feats
    assert tokens["verlieten"].upos == "VERB"
