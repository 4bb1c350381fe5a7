"""`python -m training DATA`: train the Dutch pipeline and write it into its package."""

from __future__ import annotations

import argparse
import json
import logging
from pathlib import Path

from training.build import LOG_FORMAT, Plan, build

_MODEL = Path("packages/wederhoor-nl/src/wederhoor_nl/model")


def main() -> None:
    """Read the command line, train, print the figures."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with ud, silver, ner, meantime, the stream")
    parser.add_argument("--work", type=Path, default=Path(".work/training"))
    parser.add_argument("--model", type=Path, default=_MODEL)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format=LOG_FORMAT)
    plan = Plan(given.data, given.work, given.model, seed=given.seed)
    print(json.dumps(build(plan), indent=2))


if __name__ == "__main__":
    main()
