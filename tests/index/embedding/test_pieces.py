import numpy as np

from index.embedding.pieces import PieceRows


def test_thai_and_english_have_rows_of_one_shape() -> None:
    pieces = PieceRows()
    ids = pieces.ids("รัฐบาลไทย ใช้ AI in 2025")
    assert len(ids) > 4
    assert pieces.rows(ids).shape == (len(ids), pieces.dimensions)
    assert pieces.rows(np.stack([ids, ids])).shape == (2, len(ids), pieces.dimensions)


def test_reading_order_is_kept() -> None:
    pieces = PieceRows()
    whole = pieces.ids("แมว cat หมา")
    parts = [pieces.ids(part) for part in ("แมว", "cat", "หมา")]
    assert list(whole) == [i for part in parts for i in part]


def test_thai_words_lie_near_their_english_words() -> None:
    pieces = PieceRows()

    def row(word: str) -> np.ndarray:
        found = pieces.rows(pieces.ids(word)).mean(0)
        return found / np.linalg.norm(found)

    for thai, english, other in [("หลักสูตร", "course", "tongue"), ("ลูกชาย", "son", "label")]:
        assert row(thai) @ row(english) > row(thai) @ row(other) + 0.1


def test_nothing_has_no_pieces() -> None:
    assert PieceRows().ids(" ").shape == (0,)
