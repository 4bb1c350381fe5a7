"""Load time, words a second and resident memory of a pipeline, in a process of its own.

python -m evaluation.language.speed wederhoor_nl ../shared
"""

from __future__ import annotations

import itertools
import json
import lzma
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

_STREAM = Path("data", "news-2019.jsonl.xz")
_REPORTS, _LONG_ENOUGH = 800, 500
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def measure(pipeline: str, shared: Path) -> dict[str, float]:
    """Return "load" in seconds, "words" a second on one core, "memory" in MB.

    Raises:
        subprocess.CalledProcessError: the pipeline cannot be loaded.
    """
    command = [sys.executable, "-m", "evaluation.language.speed", pipeline, str(shared)]
    one = dict.fromkeys(_THREADS, "1")
    done = subprocess.run(command, env=os.environ | one, capture_output=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main(pipeline: str, shared: Path) -> None:
    """Measure in this process; print the figures as JSON."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    begin = time.perf_counter()
    import spacy

    nlp = spacy.load(pipeline)
    load = time.perf_counter() - begin
    with lzma.open(shared / _STREAM, "rt", encoding="utf-8") as lines:
        all_texts = (json.loads(line)["text"] for line in lines)
        texts = list(itertools.islice((t for t in all_texts if len(t) >= _LONG_ENOUGH), _REPORTS))
    nlp(texts[0])
    begin = time.perf_counter()
    words = sum(not t.is_space for doc in nlp.pipe(texts, batch_size=20) for t in doc)
    speed = words / (time.perf_counter() - begin)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"load": load, "words": speed, "memory": memory}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
