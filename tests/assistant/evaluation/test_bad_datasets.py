"""What is wrong with a data set is counted and told; nothing ends in a traceback or is silent."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.bulk.rows import Problem
from assistant.errors import InputError
from assistant.evaluation.datasets import load_extraction, load_retrieval, load_verdicts
from assistant.evaluation.datasets.faults import NAMED, WORDS, Faults, Trouble
from assistant.ui.words.of_errors import problem_in_words
from tests.assistant.evaluation.test_datasets import AVERITEC, CORPUS, QRELS, beir, jsonl

LONG = "1" * 6_000
HALF = "a\ud800"
GOOD = {"id": "ok", "claim": "It rained.", "label": "supported"}


def qrels(folder: Path, *lines: str) -> Path:
    beir(folder)
    text = "query-id\tcorpus-id\tscore\n" + "".join(f"{line}\n" for line in lines)
    (folder / "qrels" / "test.tsv").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("lines", "grades", "notice"),
    [
        (["q1\td1\tnan", "q2\td2\t1"], {"q2": {"d2": 1}}, "1 of 2 judgements left out: line 2 of "
         "test.tsv has a score that is no whole number from -1000 to 1000: nan"),
        (["q1\td1\tinf", "q2\td2\t1"], {"q2": {"d2": 1}}, "no whole number"),
        (["q1\td1\t0.5", "q2\td2\t1"], {"q2": {"d2": 1}}, ": 0.5"),
        (["q1\td1\t1e9", "q2\td2\t1"], {"q2": {"d2": 1}}, ": 1e9"),
        (["q1\td1\tyes", "q2\td2\t1"], {"q2": {"d2": 1}}, "line 2 of test.tsv is no judgement"),
        (["q1 d1 1 x 1", "q2\td2\t1"], {"q2": {"d2": 1}}, "is no judgement"),
        (["q1\td1\t1", "q1\td1\t0", "q2\td2\t1"], {"q2": {"d2": 1}},
         "2 of 3 judgements left out: q1 and d1 are judged with different scores: 1 and 0"),
        (["q1\td1\t0", "q1\td1\t1", "q1\td1\t0", "q2\td2\t1"], {"q2": {"d2": 1}},
         "3 of 4 judgements left out"),
    ],
)  # fmt: skip
def test_judgements_that_are_none_are_left_out(
    tmp_path: Path, lines: list[str], grades: Any, notice: str
) -> None:
    found = load_retrieval(str(qrels(tmp_path / "set", *lines)))
    assert found.qrels == grades
    assert notice in found.notices[0]


@pytest.mark.parametrize("line", ["q1\td1\t1.0", "q1\td1\t-1", "q1\t0\td1\t2"])
def test_judgements_that_are_fine_stay(tmp_path: Path, line: str) -> None:
    found = load_retrieval(str(qrels(tmp_path / "set", line, line, "q2\td2\t1")))
    assert not any("judgements left out" in n for n in found.notices)


@pytest.mark.parametrize("score", ["nan", "inf", "0.5"])
def test_no_judgement_left_says_why(tmp_path: Path, score: str) -> None:
    with pytest.raises(InputError, match=f"1 of 1 judgements left out.*: {re.escape(score)}"):
        load_retrieval(str(qrels(tmp_path / "set", f"q1\td1\t{score}")))


@pytest.mark.parametrize(
    ("more", "notice", "documents"),
    [
        ({"_id": "d5"}, "1 of 3 documents have no text and are never found (d5)", 3),
        ({"_id": "d5", "text": None, "title": None}, "have no text and are never found (d5)", 3),
        ({"_id": "d5", "text": ["a", "b"]},
         "read in part: line 3 of corpus.jsonl has something else than text: list", 3),
        ({"_id": "d5", "text": f"{HALF} b"}, "line 3 of corpus.jsonl has damaged characters", 3),
        ({"_id": HALF, "text": "x"}, "left out: line 3 of corpus.jsonl has an id with damaged", 2),
        ({"_id": ["x"], "text": "x"}, "has an id that is neither text nor a number", 2),
        ({"_id": True, "text": "x"}, "has an id that is neither text nor a number", 2),
        ({"text": "x"}, "1 of 3 documents left out: line 3 of corpus.jsonl has no _id", 2),
        ({"_id": "", "text": "x"}, "has no _id", 2),
    ],
)  # fmt: skip
def test_documents(tmp_path: Path, more: dict[str, Any], notice: str, documents: int) -> None:
    folder = beir(tmp_path / "set")
    with (folder / "corpus.jsonl").open("a") as file:
        file.write(json.dumps(more) + "\n")
    found = load_retrieval(str(folder))
    assert notice in found.notices[0]
    assert len(found.documents) == documents and len(found.queries) == 2
    for document in found.documents:
        document.text.encode("utf-8")


def test_a_relevant_document_without_text_stays_relevant(tmp_path: Path) -> None:
    """So that figures equal those of anyone who takes the judgements as they are."""
    rows = [CORPUS[0], {"_id": "d2", "text": None}]
    found = load_retrieval(str(beir(tmp_path / "set", corpus=rows)))
    assert found.qrels["q2"] == {"d2": 2}


@pytest.mark.parametrize(
    ("more", "notice", "queries"),
    [
        ({"_id": "q3"}, "1 of 3 queries left out: line 3 of queries.jsonl has no text", 2),
        ({"_id": "q3", "text": ["x"]}, "1 of 3 queries left out", 2),
        ({"_id": "q3", "text": " "}, "1 of 3 queries are empty and count as unanswered (q3)", 3),
        ({"_id": "q3", "text": HALF}, "line 3 of queries.jsonl has damaged characters", 3),
        ({"_id": int("1" * 4_000), "text": "x"}, "has too long an id: 4,000 > 1,000", 2),
    ],
)
def test_queries(tmp_path: Path, more: dict[str, Any], notice: str, queries: int) -> None:
    judged = [*QRELS, ("q3", "d1", 1)] if more["_id"] == "q3" else QRELS
    folder = beir(tmp_path / "set", qrels=judged)
    with (folder / "queries.jsonl").open("a") as file:
        file.write(json.dumps(more) + "\n")
    found = load_retrieval(str(folder))
    assert notice in found.notices[0]
    assert len(found.queries) == queries


def test_ids_of_six_thousand_digits_in_a_corpus(tmp_path: Path) -> None:
    folder = beir(tmp_path / "set")
    with (folder / "corpus.jsonl").open("a") as file:
        file.write(f'{{"_id": {LONG}, "text": "x"}}\n')
    assert "too long an id: 6,000 > 1,000" in load_retrieval(str(folder)).notices[0]


def test_topics_with_one_field(tmp_path: Path) -> None:
    (tmp_path / "topics.dev.tsv").write_text("1\twhat\n2\n3\tb\tc\n")
    (tmp_path / "qrels.dev.tsv").write_text("1\tQ0\td1\t1\n2\tQ0\td1\t1\n")
    jsonl(tmp_path / "docs-0.jsonl", [{"docid": "d1", "text": "x"}])
    found = load_retrieval(str(tmp_path))
    assert [q.id for q in found.queries] == ["1"]
    assert found.notices == (
        "2 of 3 queries left out: line 2 of topics.dev.tsv has 1 field, not an id and a text; "
        "line 3 of topics.dev.tsv has 3 fields, not an id and a text",
    )


def squad(path: Path, *paragraphs: dict[str, Any]) -> Path:
    path.write_text(json.dumps({"data": [{"title": "T", "paragraphs": list(paragraphs)}]}))
    return path


ASKED = {"context": "Rice is grown.", "qas": [{"id": "1", "question": "What is grown?"}]}


@pytest.mark.parametrize(
    ("paragraph", "notice"),
    [
        ({"context": None, "qas": [{"id": "2", "question": "x?"}]}, "question 2 has no context"),
        ({"context": ["x"], "qas": [{"id": "2", "question": "x?"}]}, "question 2 has no context"),
        ({"context": "x", "qas": [{"id": "2", "question": None}]}, "question 2 has no question"),
        ({"context": "x", "qas": [{"question": "x?"}]}, "question 2 has no id"),
        ({"context": "x", "qas": [{"id": "2", "question": "x?", "is_impossible": True}]},
         "1 of 2 questions left out: question 2 is marked as without an answer"),
    ],
)  # fmt: skip
def test_questions_of_squad(tmp_path: Path, paragraph: dict[str, Any], notice: str) -> None:
    found = load_retrieval(str(squad(tmp_path / "s.json", ASKED, paragraph)))
    assert [q.id for q in found.queries] == ["1"]
    assert any(notice in n for n in found.notices), found.notices


def test_impossible_questions_keep_their_paragraph_as_a_distractor(tmp_path: Path) -> None:
    qas = [{"id": "2", "question": "x?", "is_impossible": True, "answers": []}]
    path = squad(tmp_path / "s.json", ASKED, {"context": "Cats sleep.", "qas": qas})
    assert len(load_retrieval(str(path)).documents) == 2


def test_flat_rows_of_squad_without_an_answer(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "question": "q?", "context": "c", "answers": {"text": ["c"]}},
        {"id": "b", "question": "r?", "context": "c", "answers": {"text": [], "answer_start": []}},
        {"id": "c", "question": "s?", "context": None},
    ]
    found = load_retrieval(str(jsonl(tmp_path / "x.jsonl", rows)))
    assert [q.id for q in found.queries] == ["a"]
    assert found.notices == (
        "1 of 3 questions left out: row 2 is marked as without an answer",
        "1 of 3 questions left out: row 3 has no context",
    )


def test_averitec_without_a_claim(tmp_path: Path) -> None:
    path = tmp_path / "dev.json"
    path.write_text(json.dumps([{"questions": [], "label": "Supported"}, *AVERITEC]))
    for found in (load_retrieval(str(path)), load_verdicts(str(path))):
        assert found.notices == ("1 of 2 rows left out: row 1 has no claim",)


@pytest.mark.parametrize(
    ("row", "notice"),
    [
        (f'{{"id": {LONG}, "claim": "x", "label": "true"}}', "too long an id: 6,000 > 1,000"),
        (json.dumps({**GOOD, "id": HALF}), "row 2 has an id with damaged characters"),
        (json.dumps({**GOOD, "id": 2, "claim": HALF}), "row 2 has a claim with damaged"),
        (json.dumps({**GOOD, "id": [1]}), "row 2 has an id that is neither text nor a number"),
        (json.dumps({**GOOD, "id": 2, "claim": ["x"]}), "something else than text for a claim"),
        (json.dumps({**GOOD, "id": 2, "claim": "x" * 3_000}), "row 2 has too long a claim"),
        (json.dumps({"id": 2, "label": "true"}), "row 2 has no claim"),
        (json.dumps({"id": 2, "claim": "x"}), "row 2 has no label"),
        (json.dumps({"id": 2, "claim": "x", "label": None}), "row 2 has no label"),
        ("[" * 9_000, "row 2 is nested too deeply"),
        ('{"id": 2, "claim"', "row 2 is cut off"),
        ("[1]", "row 2 has no named fields"),
    ],
)
def test_rows_of_claims(tmp_path: Path, row: str, notice: str) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(f"{json.dumps(GOOD)}\n{row}\n")
    found = load_verdicts(str(path))
    assert [c.id for c in found.claims] == ["ok"]
    assert found.notices[0].startswith("1 of 2 rows left out: ") and notice in found.notices[0]


def test_unknown_labels_are_told_with_their_count_and_the_first_rows(tmp_path: Path) -> None:
    words = ["maybe", "supported", "dunno", "perhaps", "who knows", None]
    rows = [{"id": n, "claim": "x", "label": word} for n, word in enumerate(words)]
    found = load_verdicts(str(jsonl(tmp_path / "c.jsonl", rows)))
    assert found.notices == (
        "4 of 6 rows left out: row 1 has an unknown label: 'maybe'; row 3 has an unknown label: "
        "'dunno'; row 4 has an unknown label: 'perhaps'",
        "1 of 6 rows left out: row 6 has no label",
    )


def test_damaged_evidence_is_mended_and_told(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(json.dumps({**GOOD, "evidence": [HALF]}))
    [claim] = (found := load_verdicts(str(path))).claims
    assert claim.evidence == ("a\ufffd",)
    assert found.notices == (
        "1 of 1 rows read in part: the evidence of row 1 has damaged characters",
    )


ARTICLE = {"id": "a", "body": "It rained. We danced.", "units": [{"start": 0, "end": 10}]}


@pytest.mark.parametrize(
    ("row", "notice"),
    [
        ({**ARTICLE, "units": [{"start": 0, "end": 99}]},
         "article 2 has a unit at 0-99, outside its 21 characters"),
        ({**ARTICLE, "units": [{"start": 0.5, "end": 4}]}, "without whole numbers"),
        ({**ARTICLE, "units": ["x", None]}, "without whole numbers"),
        ({**ARTICLE, "units": [{"start": 0, "end": 4, "check_worthy": 7}]}, "not 0, 1 or 2: 7"),
        ({**ARTICLE, "units": "none"}, "article 2 has no list of units"),
        ({**ARTICLE, "body": None}, "article 2 has no body"),
        ({**ARTICLE, "id": HALF}, "article 2 has an id with damaged characters"),
    ],
)  # fmt: skip
def test_articles(tmp_path: Path, row: dict[str, Any], notice: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{json.dumps(ARTICLE)}\n{json.dumps(row)}\n")
    found = load_extraction(str(path))
    assert len(found.articles) == 1
    assert found.notices[0].startswith("1 of 2 articles left out: ") and notice in found.notices[0]


def test_articles_without_units_are_told(tmp_path: Path) -> None:
    bare = {**ARTICLE, "id": "b", "units": []}
    idle = {**ARTICLE, "id": "c", "units": [{"start": 0, "end": 10, "check_worthy": 0}]}
    found = load_extraction(str(jsonl(tmp_path / "x.jsonl", [ARTICLE, bare, idle])))
    assert found.notices == (
        "2 of 3 articles can only count against precision: article b has no check-worthy unit; "
        "article c has no check-worthy unit",
    )
    with pytest.raises(InputError, match="none of the 2 articles has a check-worthy unit"):
        load_extraction(str(jsonl(tmp_path / "x.jsonl", [bare, idle])))


@pytest.mark.parametrize("load", [load_verdicts, load_retrieval, load_extraction])
def test_paths_that_are_none(load: Callable[[str], object]) -> None:
    for path in ("nowhere.jsonl", "a\0b.jsonl", "nowhere.json", "nowhere.jsonl.gz"):
        with pytest.raises(InputError):
            load(path)


def test_many_are_counted_and_few_are_named() -> None:
    faults = Faults("queries")
    for number in range(1_200):
        faults.note(Trouble.NO_LABEL, f"row {number}")
    [told] = faults.told(5_000)
    assert told.startswith("1,200 of 5,000 queries left out: row 0 has no label; row 1 ")
    assert told.count("has no label") == NAMED


@pytest.mark.parametrize("trouble", WORDS)
def test_every_trouble_has_words_in_thai(trouble: Trouble | Problem) -> None:
    details = {
        Trouble.NO_ID: "_id", Trouble.NO_TEXT: "text", Trouble.OUTSIDE: "0-9, outside its 5",
        Trouble.FIELDS: "1 field, not an id and a text", Trouble.JUDGED_TWICE: "1 and 0",
    }  # fmt: skip
    where = "q1 and d1" if trouble is Trouble.JUDGED_TWICE else "row 3"
    faults = Faults()
    faults.note(trouble, where, details.get(trouble, "7"))
    thai = problem_in_words(faults.told(9)[0], "th")
    assert thai.startswith("เว้นไว้ 1 จาก 9 แถว: ")
    assert not re.search(r"\b(has|is|are|no|not|row)\b", thai), thai


def test_all_troubles_have_words() -> None:
    articles = {Problem.ARTICLE}
    assert set(WORDS) == {*Trouble, *(set(Problem) - articles)}
