import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import InputError
from assistant.evaluation.datasets import load_extraction, load_retrieval, load_verdicts
from assistant.evaluation.datasets.labels import label_of
from assistant.evaluation.datasets.verdicts import require_evidence
from assistant.types import Label

CORPUS = [
    {"_id": "d1", "title": "Rain", "text": "It rained in Chiang Mai."},
    {"_id": "d2", "title": "", "text": "น้ำท่วมเชียงใหม่"},
]
QUERIES = [{"_id": "q1", "text": "rain in the north"}, {"_id": "q2", "text": "น้ำท่วม"}]
QRELS = [("q1", "d1", 1), ("q2", "d2", 2)]


def jsonl(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    return path


def beir(
    folder: Path,
    corpus: list[Any] = CORPUS,
    queries: list[Any] = QUERIES,
    qrels: list[tuple[str, str, int]] = QRELS,
    split: str = "test",
) -> Path:
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    jsonl(folder / "corpus.jsonl", corpus)
    jsonl(folder / "queries.jsonl", queries)
    lines = ["query-id\tcorpus-id\tscore", *("\t".join(map(str, r)) for r in qrels)]
    (folder / "qrels" / f"{split}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def test_beir(tmp_path: Path) -> None:
    found = load_retrieval(str(beir(tmp_path / "mini")))
    assert found.name == "mini"
    assert [(d.id, d.language) for d in found.documents] == [("d1", "en"), ("d2", "th")]
    assert [(q.id, q.language) for q in found.queries] == [("q1", "en"), ("q2", "th")]
    assert found.qrels == {"q1": {"d1": 1}, "q2": {"d2": 2}}
    assert found.notices == ()


def test_beir_takes_the_test_split_or_the_one_named(tmp_path: Path) -> None:
    beir(tmp_path, split="test")
    beir(tmp_path, qrels=QRELS[:1], split="train")
    assert len(load_retrieval(str(tmp_path)).queries) == 2
    assert len(load_retrieval(str(tmp_path), split="train").queries) == 1
    with pytest.raises(InputError, match="no split dev"):
        load_retrieval(str(tmp_path), split="dev")


def test_beir_with_numbers_for_ids_no_heading_and_a_byte_order_mark(tmp_path: Path) -> None:
    folder = beir(tmp_path, [{"_id": 1, "text": "a b c"}], [{"_id": 7, "text": "a"}], [])
    (folder / "qrels" / "test.tsv").write_bytes("\ufeff7\t0\t1\t1\r\n".encode())
    assert load_retrieval(str(folder)).qrels == {"7": {"1": 1}}


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda f: beir(f, qrels=[*QRELS, ("q1", "d9", 1), ("q2", "d8", 1)]),
         ["2 documents", "not in the corpus", "d8, d9"]),
        (lambda f: beir(f, qrels=[*QRELS, ("q9", "d1", 1)]), ["1 queries", "q9"]),
        (lambda f: beir(f, corpus=[]), ["no documents"]),
        (lambda f: beir(f, queries=[]), ["no queries"]),
        (lambda f: beir(f, corpus=[*CORPUS, CORPUS[0]]), ["document ids", "1 occur", "d1"]),
        (lambda f: beir(f, queries=QUERIES * 2), ["query ids", "2 occur"]),
        (lambda f: beir(f, qrels=[]), ["none of the 2 queries"]),
        (lambda f: beir(f, qrels=[("q1", "d1", 0)]), ["none of the 2 queries"]),
        (lambda f: beir(f, corpus=[{"text": "no id"}]), ["has no _id"]),
        (lambda f: beir(f, corpus=[["a list"]]), ["no JSON object"]),
    ],
)  # fmt: skip
def test_bad_beir_folders_are_told_with_counts(
    tmp_path: Path, make: Callable[[Path], Path], told: list[str]
) -> None:
    with pytest.raises(InputError) as caught:
        load_retrieval(str(make(tmp_path / "bad")))
    assert all(words in caught.value.message for words in told), caught.value.message
    assert caught.value.hint


def test_unjudged_queries_are_left_out_and_counted(tmp_path: Path) -> None:
    more = [{"_id": f"u{i}", "text": "?"} for i in range(5)]
    found = load_retrieval(str(beir(tmp_path, queries=[*QUERIES, *more])))
    assert len(found.queries) == 2
    assert "5 of 7 queries have no relevant document" in found.notices[0]


def test_missing_and_broken_files(tmp_path: Path) -> None:
    folder = beir(tmp_path / "a")
    (folder / "queries.jsonl").unlink()
    with pytest.raises(InputError, match=r"no queries\.jsonl"):
        load_retrieval(str(folder))
    folder = beir(tmp_path / "b")
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1 d1\n")
    with pytest.raises(InputError, match=r"line 2 of test\.tsv"):
        load_retrieval(str(folder))
    folder = beir(tmp_path / "c")
    (folder / "corpus.jsonl").write_text('{"_id": "d1"\n')
    with pytest.raises(InputError, match=r"line 1 of corpus\.jsonl is not JSON"):
        load_retrieval(str(folder))
    with pytest.raises(InputError, match="cannot read"):
        load_retrieval(str(tmp_path / "nowhere.jsonl"))
    with pytest.raises(InputError, match="no data set"):
        load_retrieval(str(tmp_path))
    (tmp_path / "x.jsonl.gz").write_bytes(b"not gzip")
    with pytest.raises(InputError, match="cannot be unpacked"):
        load_verdicts(str(tmp_path / "x.jsonl.gz"))
    (tmp_path / "latin.jsonl").write_bytes(b'{"claim": "caf\xe9"}')
    with pytest.raises(InputError, match="not UTF-8"):
        load_verdicts(str(tmp_path / "latin.jsonl"))


def test_squad(tmp_path: Path) -> None:
    paragraphs = [
        {"context": "Bangkok is the capital.", "qas": [{"id": "1", "question": "Which capital?"}]},
        {"context": "Rice is grown.", "qas": [{"id": "2", "question": "What is grown?"}]},
    ]
    path = tmp_path / "squad.json"
    path.write_text(json.dumps({"data": [{"title": "T", "paragraphs": paragraphs}]}))
    found = load_retrieval(str(path))
    assert len(found.documents) == len(found.queries) == 2
    relevant = next(iter(found.qrels["2"]))
    assert next(d.text for d in found.documents if d.id == relevant) == "Rice is grown."
    path.write_text(json.dumps({"data": [{"paragraphs": [{"context": "x"}]}]}))
    with pytest.raises(InputError, match="not SQuAD-shaped"):
        load_retrieval(str(path))


def test_rows_with_contexts_share_documents(tmp_path: Path) -> None:
    rows = [{"question": f"ข้อ {i}", "context": "บริบทเดียวกัน", "title": ""} for i in range(3)]
    found = load_retrieval(str(jsonl(tmp_path / "iapp.jsonl", rows)))
    assert (len(found.documents), len(found.queries)) == (1, 3)


def test_miracl(tmp_path: Path) -> None:
    for part in ("topics", "qrels", "corpus"):
        (tmp_path / part).mkdir()
    (tmp_path / "topics" / "topics.miracl-th-dev.tsv").write_text("4\tถามอะไร\n", "utf-8")
    (tmp_path / "qrels" / "qrels.miracl-th-dev.tsv").write_text("4 Q0 7#1 1\n4 Q0 7#2 0\n")
    rows = [{"docid": f"7#{i}", "title": "t", "text": "ตอบ"} for i in (1, 2)]
    with gzip.open(tmp_path / "corpus" / "docs-0.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("".join(json.dumps(r) + "\n" for r in rows))
    found = load_retrieval(str(tmp_path))
    assert found.qrels == {"4": {"7#1": 1, "7#2": 0}}
    assert len(found.documents) == 2


AVERITEC = [
    {
        "claim": "The bridge opened in 1999.",
        "label": "Conflicting Evidence/Cherrypicking",
        "claim_date": "25-8-2020",
        "questions": [
            {
                "question": "When did it open?",
                "answers": [
                    {"answer": "In 2001.", "answer_type": "Extractive", "source_url": "https://a"},
                    {
                        "answer": "No",
                        "answer_type": "Boolean",
                        "boolean_explanation": "It was 2001",
                    },
                    {"answer": "No answer could be found.", "answer_type": "Unanswerable"},
                ],
            }
        ],
    }
]


def test_averitec(tmp_path: Path) -> None:
    path = tmp_path / "dev.json"
    path.write_text(json.dumps(AVERITEC))
    [claim] = load_verdicts(str(path)).claims
    assert claim.label is Label.CONFLICTING
    assert claim.evidence == ("In 2001.", "When did it open? No. It was 2001")
    assert claim.as_of is not None and claim.as_of.isoformat() == "2020-08-25"
    assert len(load_retrieval(str(path)).documents) == 2


@pytest.mark.parametrize(
    ("row", "label", "evidence"),
    [
        ({"claim": "x", "label": "SUPPORTS", "gold_evidence": [{"text": "t"}]},
         Label.SUPPORTED, ("t",)),
        ({"claim": "x", "label": "REFUTES", "evidence": "t"}, Label.REFUTED, ("t",)),
        ({"claim": "x", "label": "NOT ENOUGH INFO", "evidence": [[["1", "2", None, None]]]},
         Label.NOT_ENOUGH_EVIDENCE, ()),
        ({"hypothesis": "x", "premise": "t", "label": "contradiction"}, Label.REFUTED, ("t",)),
        ({"claim": "x", "label": "supported", "evidence": ["t", " ", "t"]},
         Label.SUPPORTED, ("t",)),
    ],
)  # fmt: skip
def test_shapes_of_labelled_claims(
    tmp_path: Path, row: dict[str, Any], label: Label, evidence: tuple[str, ...]
) -> None:
    [claim] = load_verdicts(str(jsonl(tmp_path / "c.jsonl", [row]))).claims
    assert (claim.id, claim.text, claim.label, claim.evidence) == ("0", "x", label, evidence)


def test_a_table_of_labelled_claims(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("id,Claim,Label\n1,ฝนตก,จริง\n2,It rained,False\n", "utf-8-sig")
    found = load_verdicts(str(path))
    assert [(c.language, c.label) for c in found.claims] == [
        ("th", Label.SUPPORTED),
        ("en", Label.REFUTED),
    ]
    assert found.classes == (Label.SUPPORTED, Label.REFUTED)


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("Supported", Label.SUPPORTED), ("not_enough_evidence", Label.NOT_ENOUGH_EVIDENCE),
        ("NOT ENOUGH INFO", Label.NOT_ENOUGH_EVIDENCE), ("Refutes", Label.REFUTED),
        ("Conflicting Evidence/Cherrypicking", Label.CONFLICTING), ("ข่าวปลอม", Label.REFUTED),
        (True, Label.SUPPORTED), ("unjudged", None), ("maybe", None), (None, None), ("", None),
    ],
)  # fmt: skip
def test_labels(word: object, label: Label | None) -> None:
    assert label_of(word) is label


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "no rows"),
        ([{"claim": "x", "label": "perhaps"}], "row 1 has an unknown label: 'perhaps'"),
        ([{"words": "x", "label": "true"}], "row 1 has no claim"),
        ([{"claim": " ", "label": "true"}], "row 1 has an empty claim"),
        ([{"id": 1, "claim": "x", "label": "true"}] * 3, "1 occur more than once"),
    ],
)
def test_bad_labelled_claims(tmp_path: Path, rows: list[Any], told: str) -> None:
    with pytest.raises(InputError) as caught:
        load_verdicts(str(jsonl(tmp_path / "c.jsonl", rows)))
    assert told in caught.value.message


def test_evidence_given_needs_texts(tmp_path: Path) -> None:
    found = load_verdicts(str(jsonl(tmp_path / "c.jsonl", [{"claim": "x", "label": "true"}])))
    with pytest.raises(InputError, match="none of the 1 claims"):
        require_evidence(found)


def test_without_any_evidence_what_else_was_left_out_is_told_too(tmp_path: Path) -> None:
    rows = [{"claim": "x", "label": "true"}, {"claim": "y", "label": "maybe"}]
    found = load_verdicts(str(jsonl(tmp_path / "c.jsonl", rows)))
    with pytest.raises(InputError, match=r"evidence texts; 1 of 2 rows left out.*'maybe'"):
        require_evidence(found)


def test_the_seeds_are_a_data_set() -> None:
    found = load_verdicts("seeds")
    assert len(found.claims) > 100 and len(found.classes) == 4


def test_reviews_need_a_store_and_a_decision(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="which store"):
        load_verdicts("review")
    with pytest.raises(InputError, match="no verdict was overridden"):
        load_verdicts("review", folder=tmp_path)


def test_annotated_articles(tmp_path: Path) -> None:
    row = {"id": "a", "body": "It rained. We danced.", "units": [{"start": 0, "end": 10}]}
    [article] = load_extraction(str(jsonl(tmp_path / "x.jsonl", [row]))).articles
    assert article.document.text[article.units[0].start : article.units[0].end] == "It rained."
    row["units"] = [{"start": 5, "end": 99}]  # type: ignore[dict-item]
    with pytest.raises(InputError, match="outside its 21 characters"):
        load_extraction(str(jsonl(tmp_path / "x.jsonl", [row])))


def test_digests_tell_data_sets_apart(tmp_path: Path) -> None:
    one = load_retrieval(str(beir(tmp_path / "a")))
    same = load_retrieval(str(beir(tmp_path / "b")))
    other = load_retrieval(str(beir(tmp_path / "c", qrels=QRELS[:1])))
    assert one.digest == same.digest != other.digest
