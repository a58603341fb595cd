"""Written claims meet their passages, and nothing else."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from assistant.judge.training.pairs import REFUTES, SILENT, SUPPORTS
from assistant.judge.training.written import PASSAGES, written

BODY = "ปีนี้โรงงานศรีเวียงผลิตข้าว 12 ล้านตัน ลดลงจากปีก่อน"
PART = BODY[6:38]


def data_of(tmp_path: Path, body: str) -> Path:
    (tmp_path / "train").mkdir()
    with gzip.open(tmp_path / "train/news_th.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"title": "ข้าว", "body": body}, ensure_ascii=False) + "\n")
    return tmp_path


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    return path


def claims_of(tmp_path: Path) -> Path:
    told = [["S", "Srivieng milled 12 million tonnes."], ["N", "โรงงานจะปิดปีหน้า"]]
    digest = hashlib.sha256(PART.encode()).hexdigest()[:16]
    row = {"file": "news_th", "row": 0, "start": 6, "end": 38, "sha256": digest, "claims": told}
    return lines(tmp_path / "claims.jsonl", row)


def test_claims_are_paired_with_title_and_passage(tmp_path: Path) -> None:
    own = {"lang": "en", "title": "Norvane", "text": "Norvane rose.", "claims": [["R", "It fell."]]}
    passages = lines(tmp_path / "passages.jsonl", own)
    data = data_of(tmp_path, BODY)
    both = [
        pair
        for held in (True, False)
        for pair in written(data, held=held, claims=claims_of(tmp_path), passages=passages)
    ]
    found = {(p.evidence, p.claim, p.target) for p in both}
    assert found == {
        (f"ข้าว. {PART}", "Srivieng milled 12 million tonnes.", SUPPORTS),
        (f"ข้าว. {PART}", "โรงงานจะปิดปีหน้า", SILENT),
        ("Norvane. Norvane rose.", "It fell.", REFUTES),
    }


def test_another_text_is_refused(tmp_path: Path) -> None:
    data = data_of(tmp_path, BODY.replace("12", "13"))
    nothing = lines(tmp_path / "passages.jsonl")
    with pytest.raises(ValueError, match="not the text that was read"):
        written(data, held=False, claims=claims_of(tmp_path), passages=nothing)


def test_a_sentence_of_a_passage_is_supported_by_it(tmp_path: Path) -> None:
    text = "Norvane rose by nine per cent on Monday. Its rival Halden fell on the same day."
    passages = lines(tmp_path / "passages.jsonl", {"title": "Norvane", "text": text, "claims": []})
    nothing = lines(tmp_path / "claims.jsonl")
    data = data_of(tmp_path, BODY)
    (pair,) = [
        pair
        for held in (True, False)
        for pair in written(data, held=held, claims=nothing, passages=passages)
    ]
    assert pair.target == SUPPORTS
    assert pair.claim in text and pair.claim != text


def test_own_passages_hold_every_kind_of_claim_in_both_languages() -> None:
    """News passages have all three kinds; of those of one or two sentences some leave open nothing
    worth asking, but each is told right and wrong equally often."""
    rows = [json.loads(line) for line in PASSAGES.read_text("utf-8").splitlines()]
    for row in rows:
        letters = [letter for letter, _ in row["claims"]]
        assert set(letters) in ({*"NRS"}, {*"RS"}), row["title"]
        if "N" not in letters:
            assert letters.count("R") == letters.count("S") == 3, row["title"]
        assert row["lang"] in ("th", "en") and row["text"] and row["title"]
    assert len({row["text"] for row in rows}) == len(rows)
    assert {row["lang"] for row in rows} == {"th", "en"}
