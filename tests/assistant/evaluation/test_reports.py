from pathlib import Path
from typing import Any

import pytest

from assistant.errors import InputError
from assistant.evaluation import bench, bench_parts, plots
from assistant.evaluation.classification import Outcome
from assistant.evaluation.html_report import html_of
from assistant.evaluation.mutants import mutant_figures, mutants
from assistant.evaluation.report_readme import END, START, between, draw, markdown, verdict_part
from assistant.evaluation.tables import p_shown, table, text_of
from assistant.evaluation.types import LabelledClaim, VerdictSet
from assistant.evaluation.verdicts import VerdictReport
from assistant.types import Label


def figures() -> dict[str, Any]:
    claims = (
        LabelledClaim("1", "Sales were $5 million in 2024.", "en", Label.SUPPORTED),
        LabelledClaim("2", "ยอดขาย 5 ล้านบาท", "th", Label.REFUTED),
        LabelledClaim("3", "ฝนตก", "th", Label.REFUTED),
    )
    outcomes = (
        Outcome("1", Label.SUPPORTED, Label.SUPPORTED, 0.9, "en"),
        Outcome("2", Label.REFUTED, Label.SUPPORTED, 0.6, "th"),
        Outcome("3", Label.REFUTED, Label.UNJUDGED, None, "th", problem="<b>time-out"),
    )
    made = mutants(claims)
    said = [Outcome(m.claim.id, Label.REFUTED, Label.REFUTED, 0.9, "en") for m in made]
    slices = {"en": (0,), "th": (1, 2)}
    data = VerdictSet("ชุดทดสอบ", claims, ("<i>a notice",))
    wrong = mutant_figures(made, said)
    return VerdictReport(data, outcomes, slices, "default", 2.0, mutants=wrong).json()


def test_the_json_of_verdicts() -> None:
    found = figures()
    assert found["accuracy"] == 0.5 and found["unjudged"] == 1
    assert found["confusion"]["refuted"]["unjudged"] == 1
    cut = dict(found["slices"]["th"])
    assert cut.pop("ci95")["accuracy"] == pytest.approx([0.0, 0.793], abs=1e-3)
    assert cut == {"claims": 2, "unjudged": 1, "accuracy": 0.0, "macro_f1": 0.0}
    assert found["predictions"][2] == {
        "id": "3", "label": "unjudged", "confidence": None, "gold": "refuted",
        "problem": "<b>time-out",
    }  # fmt: skip
    assert found["claims_per_second"] == 1.5


def test_tables_and_page_of_verdicts() -> None:
    found = figures()
    assert "macro-F1" in text_of(found) and "<b>time-out" in text_of(found)
    page = html_of(found)
    assert "<b>" not in page and "&lt;i&gt;a notice" in page and "ชุดทดสอบ" in page


def test_time_tokens_and_cost_are_told() -> None:
    found = figures()
    found["cost"] = {"input_tokens": 1200, "output_tokens": 30, "usd": "0.01", "estimated": True}
    text, page = text_of(found), html_of(found)
    for name, value in (
        ("seconds", "2.000"),
        ("input tokens, estimated", "1,200"),
        ("output tokens, estimated", "30"),
        ("cost in USD, estimated", "0.01"),
    ):
        assert any(line.split("  ")[0] == name and value in line for line in text.splitlines())
        assert f"<td>{name}</td><td>{value}</td>" in page


def test_cells_stay_on_one_line() -> None:
    assert table(["a"], [["x\ny\x1b[31m"]]).splitlines()[-1] == "x y [31m"


def test_thai_in_plots_stays_text() -> None:
    svg = plots.bars(["ผู้จัดการ", "<x>"], [0.5, 0.25], None, label="nDCG@10")
    assert ">ผู้จัดการ<" in svg and "&lt;x&gt;" in svg and plots.FAMILY in svg
    assert svg == plots.bars(["ผู้จัดการ", "<x>"], [0.5, 0.25], None, label="nDCG@10")


def test_marks_above_and_below_take_no_width() -> None:
    lines = table(["ก", "n"], [["ผู้", 1], ["ab", 22]]).splitlines()
    assert lines == ["ก    n", "--  --", "ผู้    1", "ab  22"]


@pytest.mark.parametrize(("p", "text"), [(0.04949, "0.049"), (0.0001, "<0.001"), (1.0, "1.000")])
def test_p_values(p: float, text: str) -> None:
    assert p_shown(p) == text


def test_the_readme_is_rewritten_between_its_markers() -> None:
    page = f"head\n{START}\nold\n{END}\ntail\n"
    once = between(page, "new")
    assert once == f"head\n{START}\nnew\n{END}\ntail\n"
    assert between(once, "new") == once
    with pytest.raises(InputError, match="no markers"):
        between("no markers here", "new")


def test_the_part_on_verdicts_and_its_pictures(tmp_path: Path) -> None:
    text = verdict_part(figures())
    assert "| accuracy | 0.500 |" in text and "jingmai eval verdicts" in text
    retrieval = {
        "main": "h",
        "retrievers": {"h": {"nDCG@10": 0.5, "ci95": {"nDCG@10": [0.4, 0.6]}}},
    }
    draw(tmp_path / "pictures", retrieval, figures())
    assert len(list((tmp_path / "pictures").glob("*.svg"))) == 3


def test_markdown_escapes_bars() -> None:
    assert markdown(["a", "b"], [["x|y", 1.0]]).splitlines()[-1] == "| x\\|y | 1.000 |"


def test_the_benchmark_knows_its_sections(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench.main(["nonsense"])
    assert "there are: startup" in capsys.readouterr().err


def test_the_benchmark_prints_and_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_parts, "HOSTILE", bench_parts.HOSTILE[:1])  # all take a minute
    out = tmp_path / "bench.json"
    assert bench.main(["startup", "quantities", "--json", str(out)]) == 0
    shown, written = capsys.readouterr().out, out.read_text("utf-8")
    for section, part in (("startup", "under 0.5"), ("quantities", "a second")):
        assert part in shown and f'"section": "{section}"' in written
