"""Word vectors by letter groups (floret), trained on the tokenised stream."""

from __future__ import annotations

from pathlib import Path

import floret

#: 30,000 rows of 96: 11.5 MB, small enough for the package.
_ROWS, _WIDTH = 30_000, 96


def train_vectors(tokens: Path, target: Path) -> None:
    """Train floret vectors on the lines of `tokens`; one thread, so that they can be repeated."""
    model = floret.train_unsupervised(
        str(tokens),
        model="cbow",
        mode="floret",
        dim=_WIDTH,
        bucket=_ROWS,
        minn=3,
        maxn=6,
        minCount=4,
        hashCount=2,
        epoch=8,
        ws=5,
        neg=10,
        lr=0.05,
        thread=1,
    )
    model.save_floret_vectors(str(target))
