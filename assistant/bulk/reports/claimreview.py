"""Schema.org ClaimReview (https://schema.org/ClaimReview) as JSON-LD, which `bulk` reads back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.answer import label_words
from assistant.bulk.reports.averitec import write_list
from assistant.types import Label

RATINGS: dict[str, int] = {Label.REFUTED: 1, Label.CONFLICTING: 3, Label.SUPPORTED: 5}
"""`ratingValue` between `worstRating` 1 and `bestRating` 5; no evidence is no rating."""

_AUTHOR = {"@type": "Organization", "name": "Jingmai"}


def claimreview_json(verdicts: Iterator[dict[str, Any]], path: Path, language: str) -> None:
    """Write a list with one ClaimReview a row.

    A row without a verdict carries its problem as the review and no value in its rating.
    """
    write_list((claim_review(told, language) for told in verdicts), path)


def claim_review(told: dict[str, Any], language: str) -> dict[str, Any]:
    """One ClaimReview. `language` names the rating of a row whose own language is unknown."""
    reader = told["language"] or language
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "identifier": str(told["id"]),
            "inLanguage": told["language"],
            "claimReviewed": told["claim"] or "",
            "author": _AUTHOR,
            "itemReviewed": _item(told),
            "reviewRating": _rating(told["label"], reader),
            "reviewBody": told["rationale"] or told["problem"],
            "citation": [_citation(evidence) for evidence in told["evidence"]],
        }
    )


def _item(told: dict[str, Any]) -> dict[str, Any]:
    speaker, url = told.get("speaker"), told.get("url")
    return _filled(
        {
            "@type": "Claim",
            "author": {"@type": "Person", "name": speaker} if speaker else None,
            "datePublished": told.get("as_of"),
            "appearance": {"@type": "CreativeWork", "url": url} if url else None,
        }
    )


def _rating(label: str | None, reader: str) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating"}
    if label in RATINGS:
        rating |= {"ratingValue": RATINGS[label], "bestRating": 5, "worstRating": 1}
    return rating | {"alternateName": label_words(Label(label or Label.UNJUDGED), reader)}


def _citation(evidence: dict[str, Any]) -> dict[str, Any]:
    publisher = evidence["publisher"]
    return _filled(
        {
            "@type": "CreativeWork",
            "name": evidence["title"],
            "url": evidence["url"],
            "text": evidence["quote"],
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "datePublished": evidence["published"],
        }
    )


def _filled(entry: dict[str, Any]) -> dict[str, Any]:
    """Without the fields that have nothing to say."""
    return {name: value for name, value in entry.items() if value or name == "claimReviewed"}
