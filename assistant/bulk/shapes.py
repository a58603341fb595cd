"""Rows that are nested objects, laid flat: ClaimReview and Google Fact Check results."""

from __future__ import annotations

from typing import Any


def unwrapped(values: dict[str, Any]) -> dict[str, Any]:
    """The fields of a ClaimReview (schema.org) or a Google Fact Check result laid flat."""
    if "claimReviewed" in values:
        item = _part(values.get("itemReviewed"))
        flat = {
            "claim": values["claimReviewed"],
            "id": values.get("identifier", values.get("@id")),
            "date": item.get("datePublished"),
            "speaker": _part(item.get("author")).get("name"),
            "url": _part(item.get("appearance")).get("url", values.get("url")),
        }
        return {k: v for k, v in flat.items() if v is not None or k == "claim"}
    if "claimReview" in values and "text" in values:
        flat = {
            "claim": values["text"],
            "id": values.get("id"),
            "date": values.get("claimDate"),
            "speaker": values.get("claimant"),
            "url": _part(values["claimReview"]).get("url"),
        }
        return {k: v for k, v in flat.items() if v is not None or k == "claim"}
    return values


def _part(value: Any) -> dict[str, Any]:
    """The first object in `value`, which JSON-LD may write alone or in a list."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}
