"""How fast sentences are read and related: `python -m assistant.quantities.speed`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from time import process_time

from assistant.quantities.reading.parse import read

SENTENCES = (
    "อเมซอนมียอดขายสุทธิไตรมาส 4 ปี 2567 อยู่ที่ 187.8 พันล้านดอลลาร์ เพิ่มขึ้น 10%",
    "The company said revenue rose to $26.3 billion in the fourth quarter, up 19% from a year ago.",
    "ที่ประชุมเห็นชอบแนวทางการดำเนินงานตามที่กระทรวงเสนอ",
    "Analysts were divided over what the announcement means for suppliers in the region.",
    "นักท่องเที่ยวต่างชาติกว่า 35 ล้านคนเดินทางมาไทยในปี 2567",
)


def sentences_a_second(sentences: Sequence[str] = SENTENCES, *, rounds: int = 200) -> float:
    """Sentences read per second of processor time on one core, nothing remembered."""
    for sentence in sentences:
        read(sentence)
    start = process_time()
    for _ in range(rounds):
        for sentence in sentences:
            read(sentence)
    return rounds * len(sentences) / (process_time() - start)


if __name__ == "__main__":
    sys.stdout.write(f"{sentences_a_second():,.0f} sentences a second\n")
