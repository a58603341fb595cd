"""Measuring retrieval, verdicts and extraction."""
