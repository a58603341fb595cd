"""The sections of the benchmark. Each yields (what, value, unit, aim)."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from random import Random
from statistics import median
from time import perf_counter, process_time

from assistant.evaluation.bench_articles import THAI_CHARACTERS, WORDS, articles
from assistant.evaluation.bench_growth import made_up, seed_claims
from assistant.evaluation.datasets.claims import references
from assistant.evaluation.temporary import temporary_folder

Row = tuple[str, float | int | bool | None, str, str]

_CHECK = """
import json, resource, sys, time
started = time.perf_counter()
from assistant.cli import main
code = main(sys.argv[1:])
seconds = time.perf_counter() - started
used = resource.getrusage(resource.RUSAGE_SELF)
torch = "torch" in sys.modules
from assistant.evaluation.temporary import peak_memory
print(json.dumps({"seconds": seconds, "cpu": used.ru_utime + used.ru_stime,
                  "memory": peak_memory() / 1e6, "torch": torch}))
"""
HOSTILE = (
    "1", "1,", "1.", "1,111", "1 ", "1-", "1/", "่", "ล้าน", "หนึ่งแสน", "ไม่ถึง", "1 000 ",
    "จาก 1 ถึง ", "6 months to ", "a half and ", "ปี", "between 1 and ", "A.",
    "in a ", "to the ", "and Ab 1.5, ", "January 2024 to ", "ไร่ละ ",
    "5 ชั้น ", "12,", "12 รายที่ ", "9-10 น. ", "ขึ้นไป 5 บาท ", "1½", "three times ",
    "passed $1 ", "3 1/4 ", "44C heat ", "$1 per 1,000 tokens ", "K-1 H800 GPU ",
    "a Plan 2040 plan ",
)  # fmt: skip
"""Pieces that, repeated, make a careless pattern slow."""

_SEED = 20250207
_CLAIM = "อเมซอนจะลงทุน 1 แสนล้านดอลลาร์ในปี 2568"


def startup_figures() -> Iterator[Row]:
    """How long `jingmai --help` takes, the median of five."""
    command = [sys.executable, "-m", "assistant", "--help"]
    times = [_seconds(command) for _ in range(5)]
    yield "jingmai --help", median(times), "s", "under 0.5"


def check_figures() -> Iterator[Row]:
    """A cold `jingmai check`: first with an empty store, then with a filled one."""
    with temporary_folder() as folder:
        command = [sys.executable, "-c", _CHECK, "check", _CLAIM, "--forget", "--store"]
        for what, aim in (("first check, empty store", ""), ("cold check", "under 3")):
            done = subprocess.run(
                [*command, str(folder / "store")], capture_output=True, check=False, text=True
            )
            if done.returncode:
                yield what, None, "s", f"failed: {done.stderr.strip().splitlines()[-1:]}"
                return
            told = json.loads(done.stdout.strip().splitlines()[-1])
            yield what, told["seconds"], "s", aim
            yield f"{what}, processor time", told["cpu"], "s", ""
        yield "peak memory of a check", told["memory"], "MB", "under 1,000"
        yield "torch stays out of a check", not told["torch"], "", "yes"


def quantities_figures() -> Iterator[Row]:
    """Sentences a second through the parser of quantities."""
    from assistant.quantities.reading.parse import read

    texts = seed_claims()
    read(texts[0])
    started = perf_counter()
    for text in texts * 3:
        read(text)
    yield "sentences read", 3 * len(texts) / (perf_counter() - started), "a second", "over 5,000"
    times = max(_reading(read, piece, 160_000) / _reading(read, piece, 20_000) for piece in HOSTILE)
    yield "hostile text 8 times as long, worst", times, "times the time", "about 8"


def _reading(read: Callable[[str], object], piece: str, characters: int) -> float:
    """Processor seconds without the collector of garbage; 0.01 at least, as less is noise."""
    text = piece * (characters // len(piece))
    gc.collect()
    gc.disable()
    try:
        started = process_time()
        read(text)
        return max(process_time() - started, 0.01)
    finally:
        gc.enable()


def claims_figures(count: int) -> Iterator[Row]:
    """Articles a minute through the extractor of claims, over `count` in each language."""
    from assistant.claims.extract import ArticleExtractor

    extractor = ArticleExtractor()
    lengths = {"th": f"about {THAI_CHARACTERS:,} characters", "en": f"{WORDS:,} words"}
    for language, name in (("th", "Thai"), ("en", "English")):
        first, *asked = articles(language, count + 1)
        extractor.extract(first)
        started = perf_counter()
        claims = sum(len(extractor.extract(article).claims) for article in asked)
        minutes = (perf_counter() - started) / 60
        what = f"{name} articles of {lengths[language]}"
        yield what, count / minutes, "a minute", "over 200"
        yield f"claims in each, {name}", claims / count, "", ""


def bulk_figures(claims: int, passages: int) -> Iterator[Row]:
    """A night's file: `jingmai bulk` on `claims` claims over a library of `passages`."""
    from assistant.bulk.soak import write_claims
    from assistant.evaluation.temporary import fill, peak_memory_of_children
    from assistant.settings import Settings
    from index.embedding.models import load_encoder

    documents = [*references(), *made_up(passages - len(references()))]
    with temporary_folder() as folder:
        fill(folder / "store", load_encoder(Settings().encoder), documents).close()
        write_claims(folder / "claims.jsonl", claims, Random(_SEED))
        command = [sys.executable, "-m", "assistant", "bulk", str(folder / "claims.jsonl")]
        output = folder / "results.jsonl"
        taken = _seconds([*command, "-o", str(output), "--store", str(folder / "store")])
        judged = sum(1 for _ in output.open("rb"))
        what = f"{judged:,} claims over {passages:,} passages"
        yield what, judged / taken, "a second", "over 50"
        yield "memory of the largest process", peak_memory_of_children() / 1e6, "MB", ""


def _seconds(command: Sequence[str]) -> float:
    started = perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return perf_counter() - started
