"""The extractor: claims with exact places, in order, the same every time."""

import gzip
import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.claims.extract import ArticleExtractor, claim_of
from assistant.claims.report import extraction_json, extraction_words
from assistant.cli import main
from index.types import Document

SEED = (files("seeds") / "amazon-ai-capex.th.txt").read_text("utf-8")
GOLD = Path(__file__).parents[4] / "shared/data/dev/extraction_gold.jsonl.gz"


def document(text: str, language: str = "th", published: date | None = None) -> Document:
    return Document("a", "", text, language, published=published)


def test_the_seed_article() -> None:
    found = ArticleExtractor().extract(document(SEED, published=date(2025, 2, 7)))
    assert len(found.claims) >= 25
    assert [c.id for c in found.claims] == [f"c{n}" for n in range(1, len(found.claims) + 1)]
    for claim in found.claims:
        assert SEED[claim.start : claim.end] == claim.text
        assert 0.5 <= claim.check_worthiness <= 1
        assert "Cryptopolitan" not in claim.text
    deepseek = [c for c in found.claims if "6 ล้าน" in c.query]
    assert [c.speaker for c in deepseek] == ["Deepseek"]
    assert "มีงบประมาณน้อยกว่า 6 ล้านเหรียญสหรัฐ" in deepseek[0].query
    assert "สองเดือน" not in deepseek[0].query
    yesterday = next(c for c in found.claims if c.text.startswith("เมื่อวานนี้"))
    assert "6 กุมภาพันธ์ 2568" in yesterday.query


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("th", "โดย ทีมข่าวการเมือง"),
        ("th", "ภาพ: ทำเนียบรัฐบาล 18 มิถุนายน 2568"),
        ("th", "อ่านเพิ่มเติม: 5 เรื่องต้องรู้เกี่ยวกับงบ 2569"),
        ("th", "โฆษณา: โซลาร์รูฟท็อปผ่อน 0% นาน 10 เดือน"),
        ("en", "By Somchai Wong | 25 June 2025"),
        ("en", "Photo: A container ship at Laem Chabang on June 25. (Reuters)"),
        ("en", "Subscribe to our newsletter for 3 stories a day."),
        ("en", "Advertisement: Save 50% on home batteries - shop now!"),
        ("en", "Bangkok, 3 February 2025"),
    ],
)
def test_what_stands_around_an_article_is_no_claim(language: str, line: str) -> None:
    body = {"th": "ยอดส่งออกข้าวเพิ่มขึ้นร้อยละ 9 ในปี 2567", "en": "Rice exports rose by 9% in 2024."}
    text = f"{body[language]}\n{line}\n"
    found = ArticleExtractor().extract(document(text, language))
    assert {c.text for c in found.claims} == {body[language]}


def test_a_clause_without_subject_takes_the_one_before_it() -> None:
    text = (
        "พายุโซนร้อน “วิภา” มีความเร็วลมสูงสุดใกล้ศูนย์กลาง 85 กิโลเมตรต่อชั่วโมง "
        "และคาดว่าจะขึ้นฝั่งประเทศเวียดนามตอนบนในวันที่ 22 กรกฎาคม 2568 "
        "ทำให้ภาคเหนือและภาคตะวันออกเฉียงเหนือมีฝนตกหนักถึงหนักมากบางแห่ง"
    )
    (second,) = [
        c for c in ArticleExtractor().extract(document(text)).claims if c.text.startswith("และคาด")
    ]
    assert second.query.startswith("(พายุโซนร้อน “วิภา”) คาดว่า")
    assert second.ambiguous


def test_a_fact_before_the_speaker_has_no_speaker_and_its_own_place() -> None:
    text = "ศูนย์ข้อมูลใช้พลังงาน 300 MW ซีอีโอ Andy Jassy กล่าวว่าบริษัทจะลดพนักงาน 5%"
    first, second = ArticleExtractor().extract(document(text)).claims
    assert (first.query, first.speaker) == ("ศูนย์ข้อมูลใช้พลังงาน 300 MW", None)
    assert (second.query, second.speaker) == ("บริษัทจะลดพนักงาน 5%", "Andy Jassy")
    assert first.own == (0, len(first.query))
    (unit,) = extraction_json(ArticleExtractor().extract(document(text)))["claims"]
    assert unit["speaker"] == "Andy Jassy"
    assert unit["facts"][0]["own_end"] == len(first.query)


def test_the_same_document_gives_the_same_claims() -> None:
    one, two = (ArticleExtractor().extract(document(SEED)) for _ in range(2))
    assert json.dumps(extraction_json(one)) == json.dumps(extraction_json(two))


def test_claim_of_fills_in_what_the_text_holds() -> None:
    claim = claim_of("Nvidia ไม่ได้สูญมูลค่า 589 พันล้านดอลลาร์ในปี 2568")
    assert (claim.language, claim.negated, claim.id) == ("th", True, "c1")
    assert "Nvidia" in claim.entities
    assert claim.period is not None
    assert claim.period.first == date(2025, 1, 1)
    assert claim_of("A fine of not more than 5,000 baht", language="en").negated is False


def test_claims_of_an_article_without_any() -> None:
    found = ArticleExtractor().extract(document("ขอบคุณทุกท่าน\nโทร. 02-123-4567"))
    assert found.claims == ()
    assert "ไม่พบ" in extraction_words(found)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["th", "en"]))
def test_any_text_has_true_offsets(text: str, language: str) -> None:
    for claim in ArticleExtractor().extract(document(text, language)).claims:
        assert text[claim.start : claim.end] == claim.text


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Rice exports rose by 9% yesterday.\nThanks to everyone.", "utf-8")
    source = tmp_path / "s.txt"
    source.write_text("Rice exports rose by 8% yesterday.", "utf-8")
    arguments = ["claims", str(article), "--date", "2024-05-06", "--publisher", "Daily"]
    assert main([*arguments, "--source", str(source), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["document"]["published"] == "2024-05-06"
    assert told["document"]["publisher"] == "Daily"
    (claim,) = told["claims"]
    assert claim["text"] == "Rice exports rose by 9% yesterday."
    assert "May 5, 2024" in claim["self_contained"]
    assert {"id", "start", "end", "check_worthiness", "reasons", "speaker", "ambiguous"} <= set(
        claim
    )
    assert [w["code"] for w in told["warnings"]] == ["figure_differs"]
    assert main(arguments) == 0
    assert "check-worthiness" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "extra"),
    [("empty.txt", "  \n", []), ("ok.txt", "Rice rose by 9%.", ["--date", "soon"]), ("", "", [])],
)
def test_the_users_mistakes(
    name: str, content: str, extra: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / (name or "missing.txt")
    if name:
        path.write_text(content, "utf-8")
    assert main(["claims", str(path), *extra]) == 1
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated articles are not here")
@pytest.mark.parametrize(("language", "least"), [("th", 0.75), ("en", 0.80)])
def test_check_worthy_units_are_found(language: str, least: float) -> None:
    from assistant.evaluation.extraction import overlap

    matched = found = wanted = 0
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["lang"] == language]
    for row in rows:
        claims = ArticleExtractor().extract(document(row["body"], language)).claims
        spans = {(c.start, c.end) for c in claims}
        units = [(u["start"], u["end"]) for u in row["units"] if u["check_worthy"]]
        matched += sum(any(overlap(unit, span) >= 0.5 for span in spans) for unit in units)
        found, wanted = found + len(spans), wanted + len(units)
    assert 2 * matched / (found + wanted) >= least


def test_markup_is_taken_off_the_claim_and_kept_in_its_place() -> None:
    text = "# Rice\n\nRice exports rose by **9%** in 2024, [the ministry](http://x.y/z) said.\n"
    (claim,) = ArticleExtractor().extract(document(text, "en")).claims
    assert text[claim.start : claim.end] == claim.text
    assert claim.query == "Rice exports rose by 9% in 2024"
    assert claim.speaker == "the ministry"
