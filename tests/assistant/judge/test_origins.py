from assistant.judge.origins import origins
from index.types import Document

TEXT = "Amazon booked net sales of $638.0 billion in 2024, which is 11% more than a year earlier."


def document(name: str, text: str, **fields: str) -> Document:
    return Document(id=name, title=name, text=text, language="en", **fields)  # type: ignore[arg-type]


def test_copies_share_an_origin_and_others_do_not() -> None:
    documents = [
        document("a", TEXT),
        document("b", "Thailand held its policy rate at 2.50% in April 2024."),
        document("c", f"{TEXT} Reprinted."),
    ]
    assert origins(documents) == [0, 1, 0]


def test_a_shared_address_is_a_shared_origin_and_chains_close() -> None:
    documents = [
        document("a", "One text of its own.", url="https://x.example/1"),
        document("b", TEXT),
        Document("c", "c", TEXT, "en", also=("https://x.example/1",)),
    ]
    assert origins(documents) == [0, 0, 0]


def test_empty_texts_are_no_copies_of_each_other() -> None:
    assert origins([document("a", ""), document("b", "")]) == [0, 1]
