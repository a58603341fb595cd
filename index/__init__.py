"""Finds passages: text, store, lexical index, embedding models and the hybrid retriever."""
