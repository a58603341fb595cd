"""What a run was made with: settings, index, model card, revision."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from dataclasses import asdict
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from assistant.settings import Settings

_SECRET = frozenset({"llm_key"})
_LIBRARIES = ("chromadb", "numpy", "pythainlp", "ir-measures")


def provenance(
    settings: Settings, *, encoder_fingerprint: str = "", index_fingerprint: str = ""
) -> dict[str, Any]:
    """Everything needed to tell two runs apart, as an object. Keys and secrets are left out."""
    told: Mapping[str, Any] = asdict(settings)
    return {
        "settings": {
            k: str(v) if v is not None else None for k, v in told.items() if k not in _SECRET
        },
        "settings_fingerprint": settings.fingerprint,
        "encoder_fingerprint": encoder_fingerprint,
        "index_fingerprint": index_fingerprint,
        "model_card_digest": model_card_digest(),
        "revision": git_revision(Path(__file__).parent),
        "version": _version("jingmai"),
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
    }


def model_card_digest() -> str | None:
    """Sixteen hex digits over all model cards (Markdown) that ship with the package; None
    without one.
    """
    whole, seen = hashlib.sha256(), False
    for package in ("index", "assistant"):
        with resources.as_file(resources.files(package)) as folder:
            for card in sorted(folder.rglob("*.md")):
                whole.update(card.relative_to(folder).as_posix().encode() + card.read_bytes())
                seen = True
    return whole.hexdigest()[:16] if seen else None


def git_revision(folder: Path) -> str | None:
    """The commit checked out in `folder` or above; None outside a repository.

    Read from the files of .git, so no git is needed.
    """
    for place in (folder, *folder.parents):
        git = place / ".git"
        if git.is_dir():
            return _resolved(git)
    return None


def _resolved(git: Path) -> str | None:
    try:
        head = (git / "HEAD").read_text("utf-8").strip()
        if not head.startswith("ref: "):
            return head or None
        name = head.removeprefix("ref: ")
        if (git / name).is_file():
            return (git / name).read_text("utf-8").strip()
        packed = git / "packed-refs"
        lines = packed.read_text("utf-8").splitlines() if packed.is_file() else []
    except OSError:
        return None
    return next((line.split(" ")[0] for line in lines if line.endswith(f" {name}")), None)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
