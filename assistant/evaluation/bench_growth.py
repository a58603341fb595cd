"""How indexing and searching grow with the library, each size in processes of its own.

The parent stays small; `index` and `search` run as `python -m assistant.evaluation.bench_growth`
and print their figures as JSON, so that memory is that of the work alone.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time

from assistant.evaluation.datasets.claims import references
from assistant.evaluation.datasets.verdicts import SEEDS, load_verdicts
from assistant.evaluation.systems import graph_recall, percentile
from assistant.evaluation.temporary import fill, peak_memory, size_of, temporary_folder
from assistant.evaluation.types import Query
from index.types import Document, Mode

Row = tuple[str, float | int | None, str, str]
"""What was measured, the value, its unit, the aim."""

QUERIES = 200
_SEED = 11
_PASSAGE, _PASSAGES_A_DOCUMENT = 350, 4
_REPLACED = 0.3


def growth(sizes: Sequence[int], encoder: str, corpus: Path | None) -> Iterator[tuple[int, Row]]:
    """The figures of each size, in passages.

    The text is that of `corpus`, a BEIR corpus.jsonl, or made up (see `made_up`).
    """
    for size in sizes:
        with temporary_folder() as folder:
            for part in ("index", "search"):
                told = _apart(part, str(folder), encoder, str(size), str(corpus or ""))
                for row in told:
                    yield size, (row[0], row[1], row[2], _aim(row[0], encoder))


def _aim(what: str, encoder: str) -> str:
    if what == "passages indexed":
        return {"fast": "at least 1,000", "accurate": "at least 60"}.get(encoder, "")
    if what == "hybrid, p95":
        return "under 15 to 10,000, under 25 at 100,000"
    if what.startswith("recall"):
        return "as near to 1 as can be"
    return "under 1,500" if what.startswith("peak memory") else ""


def _apart(*arguments: str) -> list[Row]:
    done = subprocess.run(
        [sys.executable, "-m", __name__, *arguments], stdout=subprocess.PIPE, check=True, text=True
    )
    return [tuple(row) for row in json.loads(done.stdout)]


# -- inside ---------------------------------------------------------------------------------------


def index_figures(folder: Path, encoder: str, size: int, corpus: Path | None) -> Iterator[Row]:
    """Make a library of about `size` passages and tell what that took."""
    from index.embedding.models import load_encoder

    documents = _from_beir(corpus, size) if corpus else made_up(size)
    model = load_encoder(encoder)
    model.encode(["แมว cat"])
    started, before = perf_counter(), _processor_time()
    library = fill(folder, model, documents)
    seconds, used = perf_counter() - started, _processor_time() - before
    count = library.stats().passages
    library.close()
    yield "passages", count, "", ""
    yield "passages indexed", round(count / seconds), "a second", ""
    yield "processor time to index 1,000", round(1000 * used / count, 2), "s", ""
    yield "peak memory to index", round(_peak_of_all() / 1e6), "MB", ""
    yield "size on disk", round(size_of(folder) / 1e6), "MB", ""


def search_figures(folder: Path, encoder: str) -> Iterator[Row]:
    """Open the library in `folder` and time single searches."""
    from index.embedding.models import load_encoder
    from index.library import Library
    from index.text import language_of

    model = load_encoder(encoder)
    started = perf_counter()
    library = Library.open(folder, model)
    texts = seed_claims()
    library.retriever.search(texts[0])
    yield "opening, with the first search", round(perf_counter() - started, 2), "s", ""
    asked = (texts * (1 + QUERIES // len(texts)))[:QUERIES]
    for mode in (Mode.LEXICAL, Mode.DENSE, Mode.HYBRID):
        times, used = [], process_time()
        for text in asked:
            begun = perf_counter()
            library.retriever.search(text, k=10, mode=mode)
            times.append((perf_counter() - begun) * 1000)
        used = (process_time() - used) * 1000 / len(asked)
        times.sort()
        for name, share in (("p50", 0.5), ("p95", 0.95)):
            yield f"{mode}, {name}", round(percentile(times, share) or 0, 1), "ms", ""
        yield f"{mode}, processor time", round(used, 1), "ms", ""
    # Before the graph is loaded where it is not in use: the measurement below loads it.
    yield "peak memory to search", round(peak_memory() / 1e6), "MB", ""
    queries = [Query(str(n), text, language_of(text)) for n, text in enumerate(texts)]
    recall = graph_recall(library, queries)
    yield "recall@10 of HNSW against exact", None if recall is None else round(recall, 4), "", ""
    library.close()


def seed_claims() -> list[str]:
    """The claims of the seeds, Thai and English."""
    return [claim.text for claim in load_verdicts(SEEDS).claims]


def made_up(size: int) -> list[Document]:
    """Documents of four passages each, about `size` in all, half Thai, half English.

    Sentences of the seeds in which a third of the words and all figures are others, so that
    hardly any run of letters comes twice. The same at every call.
    """
    from index.sentences import sentences
    from index.text import words

    rng = random.Random(_SEED)
    pools: dict[str, list[str]] = {"th": [], "en": []}
    for document in references():
        found = sentences(document.text, document.language)
        pools[document.language] += [document.text[a:b] for a, b in found]
    known = {language: words(" ".join(pool)) for language, pool in pools.items()}
    made = []
    for number in range(-(-size // _PASSAGES_A_DOCUMENT)):
        language = "th" if number % 2 else "en"
        paragraphs = []
        for _ in range(_PASSAGES_A_DOCUMENT):
            text = ""
            while len(text) < _PASSAGE:
                text += _changed(rng.choice(pools[language]), known[language], rng) + " "
            paragraphs.append(text.strip())
        made.append(Document(f"made-{number}", "", "\n\n".join(paragraphs), language))
    return made


def _changed(sentence: str, known: Sequence[str], rng: random.Random) -> str:
    from index.text import thai_tokens

    tokens = [
        rng.choice(known) if token.isalpha() and rng.random() < _REPLACED else token
        for token in thai_tokens(sentence)
    ]
    return re.sub(r"\d", lambda _: str(rng.randrange(10)), "".join(tokens))


def _from_beir(corpus: Path, size: int) -> list[Document]:
    """Documents of a corpus.jsonl until they make about `size` passages."""
    from index.passages import passages_of
    from index.text import language_of

    documents, passages = [], 0
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = str(row["text"])
            document = Document(
                str(row["_id"]), str(row.get("title") or ""), text, language_of(text)
            )
            passages += len(passages_of(document))
            documents.append(document)
            if passages >= size:
                break
    return documents


def _processor_time() -> float:
    """Seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


def _peak_of_all() -> int:
    """The most bytes held by this process and, taken as equally large, its helpers."""
    import resource

    from index.helpers import cores

    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak_memory() + largest * (1 if sys.platform == "darwin" else 1024) * cores()


def main(part: str, folder: str, encoder: str, size: str, corpus: str) -> None:
    """Measure one part and print its rows as JSON."""
    rows = (
        index_figures(Path(folder), encoder, int(size), Path(corpus) if corpus else None)
        if part == "index"
        else search_figures(Path(folder), encoder)
    )
    sys.stdout.write(json.dumps(list(rows)))


if __name__ == "__main__":
    main(*sys.argv[1:])
