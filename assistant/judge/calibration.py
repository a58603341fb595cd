"""Calibrated confidence and the threshold below which the judge abstains."""

from __future__ import annotations


def described() -> tuple[str, ...]:
    """What `jingmai doctor` shows: the threshold and its risk-coverage curve, a line each."""
    return ("not calibrated yet",)
