"""What a run was made with: settings, index, model cards, revision."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator, Sequence
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from assistant.settings import Settings
from index.embedding.models import DEFAULT, SHIPPED, WEIGHTS

_LIBRARIES = ("chromadb", "numpy", "pythainlp", "ir-measures")
_WEIGHTS_OF = {"judge": "judge/weights", "claims": "claims/weights"}


def provenance(
    settings: Settings,
    *,
    kind: str = "",
    encoders: Sequence[str] = (),
    encoder_fingerprint: str = "",
    index_fingerprint: str = "",
) -> dict[str, Any]:
    """Everything needed to tell two runs apart, as an object. Keys and secrets are left out.

    `kind` is that of the run and `encoders` are the models beside the one of `settings`: they
    say which models are in use (see `model_cards`).
    """
    cards = model_cards(settings, kind=kind, encoders=encoders)
    return {
        "settings": {k: str(v) if v is not None else None for k, v in settings.told.items()},
        "settings_fingerprint": settings.fingerprint,
        "encoder_fingerprint": encoder_fingerprint,
        "index_fingerprint": index_fingerprint,
        "model_cards": cards,
        "model_card_digest": _digest(f"{k} {v}".encode() for k, v in cards.items() if v),
        "revision": git_revision(Path(__file__).parent),
        "version": _version("jingmai"),
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
    }


def model_cards(
    settings: Settings, *, kind: str = "", encoders: Sequence[str] = ()
) -> dict[str, str | None]:
    """Sixteen hex digits over the card (Markdown) of each model in use, by what it is for.

    `kind` is "retrieval", "verdicts" or "claims", each of which uses some of them ("": any).
    None: the model has no card here, as those of a hub. Language models have none.
    """
    told: dict[str, str | None] = {}
    if kind != "claims":
        for name in dict.fromkeys((settings.encoder, *encoders)):
            told[f"encoder {name}"] = _digest(_cards(_encoder_folders(name)))
        if settings.reranker != "none":
            told[f"reranker {settings.reranker}"] = _digest(_cards(_named(settings.reranker)))
    if kind in ("verdicts", ""):
        told["encoder of sentences"] = _digest(_cards([WEIGHTS / "fast"]))
        told["judge"] = _digest(_shipped("judge"))
        if settings.reader != "default":
            told[f"reader {settings.reader}"] = _digest(_cards(_named(settings.reader)))
    if kind in ("claims", ""):
        told["claims"] = _digest(_shipped("claims"))
    return told


def git_revision(folder: Path) -> str | None:
    """The commit checked out in `folder` or above; None outside a repository.

    Read from the files of .git, so no git is needed; also in a worktree, whose .git is a file
    that names the folder.
    """
    for place in (folder, *folder.parents):
        git = place / ".git"
        if git.is_dir():
            return _resolved(git)
        if git.is_file():
            return _resolved(place / _line(git).removeprefix("gitdir:").strip())
    return None


def _resolved(git: Path) -> str | None:
    """The commit that the HEAD of `git` stands for; branches may lie in the common folder."""
    head = _line(git / "HEAD")
    if not head.startswith("ref: "):
        return head or None
    name = head.removeprefix("ref: ")
    for place in dict.fromkeys((git, git / (_line(git / "commondir") or "."))):
        if found := _line(place / name) or _packed(place, name):
            return found
    return None


def _packed(git: Path, name: str) -> str:
    lines = _text(git / "packed-refs").splitlines()
    return next((line.split(" ")[0] for line in lines if line.endswith(f" {name}")), "")


def _line(path: Path) -> str:
    return _text(path).partition("\n")[0].strip()


def _text(path: Path) -> str:
    """What stands in `path`, "" where it cannot be read."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _encoder_folders(name: str) -> list[Path]:
    """The folders of an embedding model: the accurate one is a network beside static vectors."""
    shipped = DEFAULT if name in ("", "default") else name
    if shipped not in SHIPPED:
        return _named(name)
    return [WEIGHTS / part for part in dict.fromkeys((shipped, "fast"))]


def _named(name: str) -> list[Path]:
    """The folder that `path:FOLDER` names; a model of a hub has none."""
    kind, _, rest = name.partition(":")
    return [Path(rest).expanduser()] if kind == "path" and rest else []


def _cards(folders: Sequence[Path]) -> Iterator[bytes]:
    for folder in folders:
        for card in sorted(folder.glob("*.md")):
            yield card.name.encode("utf-8", "surrogateescape") + card.read_bytes()


def _shipped(what: str) -> Iterator[bytes]:
    with resources.as_file(resources.files("assistant") / _WEIGHTS_OF[what]) as folder:
        yield from _cards([folder])


def _digest(parts: Iterator[bytes]) -> str | None:
    whole, seen = hashlib.sha256(), False
    for part in parts:
        whole.update(part)
        seen = True
    return whole.hexdigest()[:16] if seen else None


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
