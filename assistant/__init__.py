"""Reads claims and judges them against what `index` finds."""
