"""`make report`: the figures of the README, measured anew, between its markers."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation import bench, plots
from assistant.evaluation.methods import METHODS
from assistant.evaluation.runs import run_retrieval, run_verdicts
from assistant.evaluation.tables import shown
from assistant.settings import Settings

START, END = "<!-- figures:start -->", "<!-- figures:end -->"
ROOT = Path(__file__).parent.parent.parent
PICTURES = Path("assistant/evaluation/pictures")

RETRIEVAL = "jingmai eval retrieval --dataset seeds"
VERDICTS = "jingmai eval verdicts --dataset seeds --mutants"

_PAIRS = ("th→th", "en→en", "th→en", "en→th")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, draw, and rewrite the part of the README between the markers."""
    parser = argparse.ArgumentParser(prog="python -m assistant.evaluation.report_readme")
    parser.add_argument("--readme", type=Path, default=ROOT / "README.md")
    speed = parser.add_mutually_exclusive_group()
    speed.add_argument("--no-speed", action="store_true", help="leave out the benchmark")
    speed.add_argument(
        "--speed", type=Path, metavar="FILE", help="figures of make bench, from its --json FILE"
    )
    args = parser.parse_args(argv)
    readme: Path = args.readme
    retrieval = run_retrieval(Settings(), "seeds").json()
    verdicts = run_verdicts(Settings(), "seeds", with_mutants=True).json()
    told = [] if args.no_speed else [speed_part(*speed_of(args.speed))]
    draw(readme.parent / PICTURES, retrieval, verdicts)
    text = "\n\n".join([retrieval_part(retrieval), verdict_part(verdicts), *told, METHODS])
    readme.write_text(between(readme.read_text("utf-8"), text), "utf-8")
    sys.stdout.write(f"rewrote the figures of {readme}\n")
    return 0


def between(page: str, text: str) -> str:
    """`page` with `text` between its markers. Raises `InputError` without markers."""
    head, start, rest = page.partition(START)
    _, end, tail = rest.partition(END)
    if not start or not end:
        raise InputError("the README has no markers for figures", hint=f"write {START} and {END}")
    return f"{head}{START}\n{text.strip()}\n{END}{tail}"


def draw(folder: Path, retrieval: Mapping[str, Any], verdicts: Mapping[str, Any]) -> None:
    """Write the plots as SVG files into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "retrieval.svg": plots.retriever_plot(retrieval),
        "reliability.svg": plots.reliability_plot(verdicts),
        "risk-coverage.svg": plots.risk_plot(verdicts),
    }
    for name, svg in made.items():
        (folder / name).write_text(svg, "utf-8")


def retrieval_part(figures: Mapping[str, Any]) -> str:
    """Retrieval on the seeds, as Markdown."""
    retrievers = figures["retrievers"]
    rows = [
        [name, *(r[m] for m in ("nDCG@10", "R@5", "R@10", "RR@10", "AP")), r["ci95"]["nDCG@10"]]
        for name, r in retrievers.items()
    ]
    pairs = [
        [name, cut["queries"], *(cut[r]["Success@5"] for r in retrievers)]
        for name, cut in figures["slices"].items()
        if name in _PAIRS
    ]
    return "\n\n".join(
        [
            "### Finding evidence",
            f"`{RETRIEVAL}`: {figures['queries']} claims with known evidence, "
            f"{figures['documents']} documents. Intervals are 95%.",
            markdown(["retriever", "nDCG@10", "R@5", "R@10", "RR@10", "AP", "nDCG@10 95%"], rows),
            "A right document among the first five, by language of claim and evidence:",
            markdown(["claim→evidence", "claims", *retrievers], pairs),
            f"![nDCG@10 of each retriever with 95% intervals]({PICTURES}/retrieval.svg)",
        ]
    )


def verdict_part(figures: Mapping[str, Any]) -> str:
    """Verdicts on the seeds and their mutants, as Markdown."""
    ci, made = figures["ci95"], figures["mutants"]
    rows = [
        ["accuracy", figures["accuracy"], ci["accuracy"]],
        ["macro-F1", figures["macro_f1"], ci["macro_f1"]],
        ["expected calibration error", figures["ece"], ""],
        ["Brier score", figures["brier"], ""],
        ["not judged", figures["unjudged"], ""],
        [f"wrong claims called supported ({made['mutants']} mutants)",
         made["false_support_rate"], made["ci95"]],
    ]  # fmt: skip
    labels = [[n, s["precision"], s["recall"], s["f1"], s["support"]]
              for n, s in figures["per_label"].items()]  # fmt: skip
    kinds = [[n, c["mutants"], c["false_support"]] for n, c in made["by_kind"].items()]
    return "\n\n".join(
        [
            "### Verdicts",
            f"`{VERDICTS}`: {figures['claims']} labelled claims, judged by {figures['method']} "
            "against the seed references. The seeds were at hand while the judge was built, so on "
            "new claims expect less: [the judge's card](assistant/judge/weights/MODEL_CARD.md) "
            "gives the figures by five folds.",
            markdown(["figure", "value", "95% interval"], rows),
            markdown(["label", "precision", "recall", "F1", "claims"], labels),
            markdown(["mutants of supported claims", "made", "called supported"], kinds),
            f"![Reliability: accuracy against confidence]({PICTURES}/reliability.svg) "
            f"![Risk against coverage]({PICTURES}/risk-coverage.svg)",
        ]
    )


def markdown(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; cells as in the terminal's tables, bars escaped."""
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)]]
    lines += [[shown(cell).replace("|", "\\|") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def speed_part(machine: str, figures: Sequence[bench.Figure]) -> str:
    """Speed and memory as `make bench` prints them, as Markdown."""
    told = ["### Speed and memory", f"`make bench` on {machine}."]
    for part in bench.parts(figures):
        told += [f"`{part.above}`:"] if part.above else []
        told.append(markdown(part.headings, part.rows))
    return "\n\n".join(told)


def speed_of(file: Path | None) -> tuple[str, list[bench.Figure]]:
    """The machine and the figures in `file`, or measured now."""
    if file is None:
        return bench.machine(), list(bench.measured(bench.NAMES, bench.options([])))
    try:
        found = json.loads(file.read_text("utf-8"))
        return str(found["machine"]), [bench.Figure(**figure) for figure in found["figures"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{file} holds no figures of the benchmark",
            hint=f"write it: {bench.COMMAND} --json FILE",
        ) from error


if __name__ == "__main__":
    raise SystemExit(main())
