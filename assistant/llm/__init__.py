"""Language models as extractors and judges (optional)."""
