"""The benchmark's evaluation section: what `jingmai eval retrieval` itself takes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from assistant.evaluation.bench_growth import made_up
from assistant.evaluation.temporary import temporary_folder

Row = tuple[str, float | int | bool | None, str, str]

_SEED = 20250207


def evaluation_figures(queries: int, passages: int) -> Iterator[Row]:
    """The whole command on a BEIR folder: lexical, dense, exact and hybrid retrieval, with
    intervals and tests, on about `passages` made-up passages.
    """
    with temporary_folder() as folder:
        asked = write_beir(folder / "set", queries, passages)
        output = folder / "figures.json"
        command = [sys.executable, "-m", "assistant", "eval", "retrieval", "--no-history"]
        started = perf_counter()
        subprocess.run(
            [*command, "--dataset", str(folder / "set"), "--json", str(output)],
            capture_output=True,
            check=True,
        )
        seconds = perf_counter() - started
        index = json.loads(output.read_text("utf-8"))["index"]
    yield f"{asked:,} queries over {index['passages']:,} passages", seconds, "s", "under 120"
    yield "of that, embedding and storing the passages", index["build_seconds"], "s", ""
    yield "peak memory of the evaluation", index["peak_memory_bytes"] / 1e6, "MB", ""


def write_beir(folder: Path, queries: int, passages: int) -> int:
    """Write a BEIR folder in which each query is a sentence of one document; how many queries.

    The documents are those of `made_up`; no document is asked for twice, so there are fewer
    than `queries` where there are fewer documents.
    """
    from index.sentences import sentences

    rng, documents = Random(_SEED), made_up(passages)
    chosen = rng.sample(documents, min(queries, len(documents)))
    corpus = [{"_id": d.id, "title": d.title, "text": d.text} for d in documents]
    asked, judged = [], ["query-id\tcorpus-id\tscore"]
    for number, document in enumerate(chosen):
        start, end = rng.choice(list(sentences(document.text, document.language)))
        asked.append({"_id": f"q{number}", "text": document.text[start:end]})
        judged.append(f"q{number}\t{document.id}\t1")
    (folder / "qrels").mkdir(parents=True)
    for name, rows in (("corpus.jsonl", corpus), ("queries.jsonl", asked)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / name).write_text(lines, "utf-8")
    (folder / "qrels" / "test.tsv").write_text("\n".join(judged) + "\n", "utf-8")
    return len(asked)
