"""Texts to vectors: the shipped models and, by name, any sentence-transformers model."""
