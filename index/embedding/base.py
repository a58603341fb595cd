"""The one shape of an embedding model."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Literal

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

Role = Literal["query", "passage"]
Vectors = NDArray[np.float32]


class Encoder(Embeddings):
    """An embedding model, usable wherever LangChain takes `Embeddings`.

    `name` is what the settings call it, `fingerprint` changes whenever the vectors would, and
    `dimensions` is the length of a vector.
    """

    name: str
    fingerprint: str
    dimensions: int

    @abstractmethod
    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts` as float32 of shape (len(texts), dimensions), rows of length 1.

        A text with nothing to embed gives a row of zeros. `role` matters only to models that
        were trained with different prefixes for queries and passages.
        """

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's face of `encode` for passages."""
        return [[float(x) for x in row] for row in self.encode(texts, role="passage")]

    def embed_query(self, text: str) -> list[float]:
        """LangChain's face of `encode` for one query."""
        return [float(x) for x in self.encode([text], role="query")[0]]
