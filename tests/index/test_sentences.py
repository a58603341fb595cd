"""Sentences and lines: what ends one, and that spans are verbatim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lines import paragraphs
from index.sentences import pieces, sentences


def cut(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rice rose 3.5 percent. Rubber fell.", ["Rice rose 3.5 percent.", "Rubber fell."]),
        ("Gen. Prayut met Mr. Wijburg at 9 a.m. yesterday.", None),
        ("He moved to the U.S. in 2019. She stayed.", 2),
        ("Sales grew in the U.S. The rest of the world was flat.", 2),
        ("The Act B.E. 2497 (No. 3) applies, e.g. to drones, cf. Sec. 5.", None),
        ("“It is over.” She left.", ["“It is over.”", "She left."]),
        ("Is it true? Nobody knows! Wait...", 3),
        ("Apple Inc. reported $1.5bn. Meta Platforms Inc. did not.", 2),
        ("J. K. Rowling and Dr. Watson wrote No. 5.", None),
        ("A first line\nA second line", ["A first line", "A second line"]),
        ("It cost 1,234.56 baht. 20 people came.", 2),
        ("", []),
        ("   \n\t ", []),
    ],
)
def test_english(text: str, expected: list[str] | int | None) -> None:
    found = cut(text, "en")
    if expected is None:
        assert found == [text]
    elif isinstance(expected, int):
        assert len(found) == expected, found
    else:
        assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "โครงการเริ่มเมื่อวันที่ 30 มิ.ย. พ.ศ. 2564 และมีผู้ใช้สิทธิ์ 33.2 ล้านคน",
        "กรุงเทพฯ และปริมณฑล มีนักท่องเที่ยวเป็นจำนวนมาก ๆ ในปี 2567",
        "สินค้าต่าง ๆ เช่น ข้าว ยาง และน้ำตาล ราคาสูงขึ้น",
        "อยู่ที่ 2.5 % ต่อปี",
        "ราคา 1,250.50 บาท ต่อหน่วย",
        "ยอดขายข้าวของจังหวัดเพิ่มขึ้น 3.4% ในปี 2561 และ 0.9% ในปี 2562",
        "ผู้โดยสารรถไฟลดลงร้อยละ 7 ในไตรมาส 1 และร้อยละ 2 ในไตรมาส 2",
    ],
)
def test_thai_stays_whole(text: str) -> None:
    assert cut(text, "th") == [text]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "รัฐบาลอนุมัติงบประมาณ 500 ล้านบาทเพื่อช่วยเหลือเกษตรกรในพื้นที่",
            "นอกจากนี้ ยังขยายเวลาชำระหนี้ออกไปอีก 6 เดือน",
        ),
        ("ยอดส่งออกไตรมาสแรกเพิ่มขึ้นร้อยละ 12 เมื่อเทียบกับปีก่อน", "ทั้งนี้ คาดว่าทั้งปีจะขยายตัวร้อยละ 8"),
        ("บริษัทมีรายได้รวม 4,500 ล้านบาทในปีที่ผ่านมา", "ส่วนกำไรสุทธิลดลงเหลือ 320 ล้านบาท"),
    ],
)
def test_thai_cuts_before_a_new_clause(left: str, right: str) -> None:
    text = f"{left} {right}"
    assert [text[p.start : p.end] for p in pieces(text, "th")] == [left, right]


def test_a_clause_opener_may_be_fused() -> None:
    text = "ได้ส่งออกข้าวทั้งสิ้น 5.41 ล้านตัน เพิ่มขึ้นร้อยละ 39 จากปีก่อนทั้งนี้ คาดว่าทั้งปีจะส่งออกได้ 8 ล้านตัน"
    found = [text[p.start : p.end] for p in pieces(text, "th")]
    assert any(piece.startswith("ทั้งนี้") for piece in found)


WRAPPED = """รัฐบาลเดินหน้าโครงการปลูกป่าชายเลนในพื้นที่ภาคใต้ รวมเนื้อที่ 5
ล้านไร่ภายในปี 2570 เพื่อลดการกัดเซาะชายฝั่งและเพิ่มแหล่งอาหารของสัตว์น้ำ
ซึ่งจะช่วยสร้างรายได้ให้แก่ชุมชนประมงพื้นบ้านกว่า 200,000 ครัวเรือนในจัง
หวัดชายทะเลทั้งหมด โดยใช้งบประมาณ 1,200 ล้านบาทตลอดระยะเวลาโครงการ
และมีหน่วยงานร่วมดำเนินการทั้งสิ้น 14 หน่วยงานจากทั้งภาครัฐและเอกชน"""


def test_wrapped_lines_are_joined() -> None:
    assert len(paragraphs(WRAPPED)) == 1
    found = cut(WRAPPED, "th")
    assert any("5\nล้านไร่" in sentence for sentence in found)


@pytest.mark.parametrize(
    "text",
    [
        "หัวข้อแรก\nหัวข้อที่สอง\nหัวข้อที่สาม\nหัวข้อที่สี่\nหัวข้อที่ห้า\nหัวข้อที่หก",
        "- apples are red\n- pears are green\n- plums are blue\n- figs are brown\n- nuts are hard",
        "one\n\ntwo",
        "ทีมเหย้าเปิดบ้านเอาชนะทีมเยือนไปสี่ประตูต่อศูนย์ต่อหน้าแฟนบอลเต็มสนาม\n"
        "กองหน้าตัวเก่งทำสามประตูรวดและกองกลางอีกหนึ่งประตูในช่วงท้ายเกมนี้\n"
        "ทีมเก็บได้เจ็ดสิบแปดคะแนนมากกว่าอันดับสองอยู่เก้าคะแนนในฤดูกาลนี้\n"
        "โค้ชชาวออสเตรเลียกล่าวว่านักเตะทุกคนทุ่มเทอย่างเต็มที่ตลอดฤดูกาล\n"
        "แฟนบอลฉลองกันจนดึกที่หน้าสนามและแห่ถ้วยแชมป์ไปรอบเมืองในวันอาทิตย์\n"
        "สโมสรจะพักสองสัปดาห์ก่อนเปิดฤดูกาลใหม่ในเดือนกรกฎาคมที่จะถึงนี้",
    ],
)
def test_lists_and_headings_keep_their_lines(text: str) -> None:
    assert len(paragraphs(text)) == len([line for line in text.split("\n") if line])


TEXTS = st.text(
    alphabet=st.sampled_from('กขคงจนมยรลวสหอาะเแโไใิีึืุู่้์ๆฯ๐๕ abcXYZ.,!?"“”()0129%\n\u00a0\u200b-'),
    max_size=300,
)


@given(TEXTS, st.sampled_from(["th", "en"]))
def test_spans_are_ordered_trimmed_and_lose_nothing(text: str, language: str) -> None:
    last, kept = 0, []
    for start, end in sentences(text, language):
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert not text[last:start].replace("\u200b", "").strip()
        kept.append(text[start:end])
        last = end
    assert not text[last:].replace("\u200b", "").strip()


@given(TEXTS)
def test_a_lower_threshold_cuts_at_least_as_often(text: str) -> None:
    assert len(pieces(text, "th", threshold=-2.0)) >= len(pieces(text, "th", threshold=5.0))
