"""Labelled claims in every format that `jingmai bulk` reads, and in the shapes of data sets."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assistant.errors import InputError
from assistant.evaluation.datasets import load_retrieval, load_verdicts
from assistant.evaluation.datasets.labels import label_of
from assistant.types import Label
from tests.assistant.evaluation.test_datasets import AVERITEC, jsonl

S, R, C, N, _ = Label

LIAR = "7.json|{label}|{claim}|jobs|someone|Senator|Ohio|none|1|2|3|4|5|a speech".replace("|", "\t")

TABLES: dict[str, str | bytes] = {
    "comma.csv": "id,claim,label\n7,ฝนตก,จริง\n",
    "semicolon.csv": "id;claim;label\n7;ฝนตก;จริง\n",
    "tabs.tsv": "id\tclaim\tlabel\n7\tฝนตก\tจริง\n",
    "capitals.csv": "Claim ID,Claim Text,Gold Label\n7,ฝนตก,TRUE\n",
    "thai.csv": "รหัส,ข้ออ้าง,ผลการตรวจสอบ\n7,ฝนตก,จริง\n",
    "thai too.csv": "ลำดับที่,ข้อความที่ตรวจสอบ,คำตัดสิน\n7,ฝนตก,ข่าวจริง\n",
    "cp874.csv": "id,claim,label\n7,ฝนตกหนักที่เชียงใหม่,จริง\n".encode("cp874"),
    "utf16.csv": "id,claim,label\n7,ฝนตก,จริง\n".encode("utf-16"),
    "bom.csv": "\ufeffid,claim,label\n7,ฝนตก,จริง\n",
    "liar.tsv": LIAR.format(label="true", claim="It rained.") + "\n",
    "review.json": json.dumps({
        "@graph": [{"claimReviewed": "ฝนตก", "identifier": "7",
                    "reviewRating": {"alternateName": "จริง"}}]}),
    "google.json": json.dumps({
        "claims": [{"text": "ฝนตก", "id": "7", "claimReview": [{"textualRating": "True"}]}]}),
    "packed.jsonl.gz": gzip.compress(b'{"id": "7", "claim": "x", "label": "true"}\n'),
    "packed.csv.gz": gzip.compress(b"id;claim;label\n7;x;true\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_formats(tmp_path: Path, name: str) -> None:
    text = TABLES[name]
    (tmp_path / name).write_bytes(text.encode() if isinstance(text, str) else text)
    found = load_verdicts(str(tmp_path / name))
    [claim] = found.claims
    assert claim.label is S and found.notices == ()
    assert str(claim.told_id).removesuffix(".json") == "7"
    assert found.name == name.partition(".")[0]


def test_workbooks(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["รหัส", "ข้อความ", "ผล"], [1, "ฝนตก", "จริง"], [2, "แดดออก", "เท็จ"], [3, 5, "จริง"]):
        book.active.append(row)
    book.save(tmp_path / "ชุด.xlsx")
    found = load_verdicts(str(tmp_path / "ชุด.xlsx"))
    assert [(c.told_id, c.text, c.label) for c in found.claims] == [
        (1, "ฝนตก", S),
        (2, "แดดออก", R),
    ]
    assert found.notices == (
        "1 of 3 rows left out: row 4 has something else than text for a claim: int",
    )


@pytest.mark.parametrize(
    ("word", "label"),
    [("true", S), ("mostly-true", S), ("half-true", C), ("barely-true", C), ("false", R),
     ("pants-fire", R)],
)  # fmt: skip
def test_the_six_labels_of_liar(tmp_path: Path, word: str, label: Label) -> None:
    assert label_of(word) is label
    path = tmp_path / "test.tsv"
    path.write_text("".join(f"{LIAR.format(label=w, claim=w)}\n" for w in [word, "false"])
                    .replace("7.json", "8.json", 1))  # fmt: skip
    assert load_verdicts(str(path)).claims[0].label is label


def test_broken_rows_of_a_table_are_told_by_line(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("id,claim,label\n1,x,true\n2\n3,a,b,c,d\n4,y,maybe\n")
    assert load_verdicts(str(path)).notices == (
        "1 of 4 rows left out: row 3 has too few cells: 1 / 3",
        "1 of 4 rows left out: row 4 has too many cells: 5 / 3",
        "1 of 4 rows left out: row 5 has an unknown label: 'maybe'",
    )


def test_rows_of_a_json_document_are_told_by_place(tmp_path: Path) -> None:
    rows = [{"claim": "x", "label": "true"}, {"claim": "y"}]
    for name, text in (("a.json", json.dumps(rows, indent=2)), ("b.jsonl", json.dumps(rows))):
        (tmp_path / name).write_text(text)
        found = load_verdicts(str(tmp_path / name))
        assert found.notices == ("1 of 2 rows left out: row 2 has no label",)


@pytest.mark.parametrize(
    ("given", "told"),
    [(7, 7), ("7", "7"), (7.5, 7.5), (None, "0"), ("", "0"), (0, 0)],
)
def test_ids_keep_their_type(tmp_path: Path, given: Any, told: Any) -> None:
    row = {"id": given, "claim": "x", "label": "true"}
    [claim] = load_verdicts(str(jsonl(tmp_path / "c.jsonl", [row]))).claims
    assert claim.told_id == told and type(claim.told_id) is type(told)
    assert claim.id == str(told)


def test_dates_and_languages_are_read_as_bulk_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("claim,label,วันที่,ภาษา\nGDP,true,๗ ก.พ. ๒๕๖๘,th\n", "utf-8")
    [claim] = load_verdicts(str(path)).claims
    assert (claim.as_of, claim.language) == (date(2025, 2, 7), "th")


@pytest.mark.parametrize("first", [0, 1, 2])
def test_any_row_decides_the_shape(tmp_path: Path, first: int) -> None:
    documents = jsonl(tmp_path / "docs.jsonl", [{"id": "d1", "lang": "en", "text": "It rained."}])
    rows = [
        {"id": "a", "claim": "It rained.", "label": "supported", "evidence_ids": ["d1"]},
        {"id": "b", "claim": "Nobody knows.", "label": "not_enough_evidence"},
        {"id": "c", "claim": "Unlabelled, but it rained.", "evidence_ids": ["d1"]},
    ]
    path = jsonl(tmp_path / "c.jsonl", [*rows[first:], *rows[:first]])
    found = load_retrieval(str(path), reference_file=documents)
    assert {q.id for q in found.queries} == {"a", "c"}
    assert "1 of 3 queries have no relevant document" in found.notices[0]


def test_the_shape_of_most_rows_counts(tmp_path: Path) -> None:
    odd = {"claim": "x"}
    path = tmp_path / "dev.json"
    path.write_text(json.dumps([odd, *AVERITEC]))
    assert len(load_retrieval(str(path)).documents) == 2
    contexts = [odd, {"question": "q?", "context": "c"}]
    found = load_retrieval(str(jsonl(tmp_path / "x.jsonl", contexts)))
    assert [q.id for q in found.queries] == ["q2"]
    with pytest.raises(InputError, match="no shape that is known"):
        load_retrieval(str(jsonl(tmp_path / "x.jsonl", [odd])))


def test_rows_under_data_are_no_squad(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"data": [{"question": "q?", "context": "c"}]}))
    assert len(load_retrieval(str(path)).queries) == 1


def test_the_seeds_are_read_like_any_file() -> None:
    from importlib import resources

    named = load_verdicts("seeds")
    with resources.as_file(resources.files("seeds") / "claims.jsonl") as path:
        assert load_verdicts(str(path)).claims == named.claims
    assert named.notices == ()
