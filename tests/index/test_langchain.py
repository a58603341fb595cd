"""LangChain's own classes against ours."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from langchain_core.document_loaders import BaseLoader
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda
from langchain_text_splitters import RecursiveCharacterTextSplitter

from index.langchain import JingmaiRetriever, from_langchain
from index.library import Library
from index.types import Filters, Kind, Mode, Tier
from tests.index.samples import ENCODER, HARBOUR, library

TEXT = "The mill of Orrin closed in 1998. " * 30


class Loader(BaseLoader):
    def lazy_load(self) -> Iterator[LangChainDocument]:
        yield LangChainDocument(page_content=TEXT, metadata={"source": "/archive/mill.txt"})
        yield LangChainDocument(page_content="  ", metadata={"source": "empty"})
        yield LangChainDocument(
            id="given",
            page_content="ปลาเฮร์ริงเป็นปลา",
            metadata={"source": "https://siam.example/p", "date": "2568-02-07", "page": 3},
        )


def test_the_retriever_is_a_runnable(tmp_path: Path) -> None:
    with library(tmp_path) as found:
        retriever = JingmaiRetriever(library=found, k=2)
        assert isinstance(retriever, BaseRetriever)
        hits = retriever.invoke("herring landed at Vell")
        assert len(hits) == 2
        best = hits[0]
        assert best.metadata["document_id"] == "harbour-en"
        start, end = best.metadata["start"], best.metadata["end"]
        assert HARBOUR.text[start:end] == best.page_content
        assert best.metadata["published"] == "2020-01-31"
        assert best.metadata["tier"] == "primary"
        assert best.metadata["ranks"]["lexical"] == 1
        chain = retriever | RunnableLambda(lambda docs: [d.id for d in docs])
        assert chain.batch(["herring", "สะพาน"])[1][0].startswith("bridge-th")
        thai = JingmaiRetriever(library=found, mode=Mode.DENSE, filters=Filters(languages=("th",)))
        assert {d.metadata["language"] for d in thai.invoke("herring")} == {"th"}


def test_loaders_are_accepted(tmp_path: Path) -> None:
    mill, fish = from_langchain(Loader(), tier=Tier.PRESS, kind=Kind.FACT_CHECK)
    assert (mill.id, mill.title, mill.text, mill.url) == ("mill.txt#1", "mill.txt", TEXT, "")
    assert (mill.tier, mill.kind, mill.language) == (Tier.PRESS, Kind.FACT_CHECK, "en")
    assert (fish.id, fish.url, fish.language) == ("given", "https://siam.example/p", "th")
    assert fish.published == date(2025, 2, 7)
    with Library.open(tmp_path, ENCODER) as found:
        assert found.add([mill, fish]).added == ("mill.txt#1", "given")


def test_splitters_are_accepted() -> None:
    splitter = RecursiveCharacterTextSplitter(chunk_size=200, chunk_overlap=0)
    parts = list(from_langchain(Loader(), splitter=splitter))
    assert len(parts) > 4
    assert len({p.id for p in parts}) == len(parts)
    assert all(len(p.text) <= 200 for p in parts)


def test_a_list_is_accepted() -> None:
    documents = [LangChainDocument(page_content=f"Text {i}") for i in range(3)]
    assert [d.id for d in from_langchain(documents)] == ["document#1", "document#2", "document#3"]
