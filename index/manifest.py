"""The store's manifest: who made its vectors, and how often it changed. One small JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import StoreError, StoreMismatch

FORMAT = 1
FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a store says of itself.

    `generation` rises with every change to documents, `claims` with every change to the
    remembered claims, of which there are `remembered`. `suffix` ends the names of the
    collections in use; a rebuild writes new ones beside them and then switches. `writing` is
    true while a write session is open; found true with the lock free, a writer died and the
    store has to be healed. `store_id` tells one store from another, so that a cache never
    serves a stranger.
    """

    encoder: str
    fingerprint: str
    dimensions: int
    store_id: str
    generation: int = 0
    claims: int = 0
    remembered: int = 0
    suffix: str = ""
    writing: bool = False
    format: int = FORMAT


def rebuild_command(folder: Path) -> str:
    """The command that makes the vectors of the store in `folder` anew."""
    import shlex

    return f"jingmai index rebuild --store {shlex.quote(str(folder))}"


def parse_manifest(text: str, folder: Path) -> Manifest:
    """A manifest from JSON. Raises `StoreError` when it is damaged or of another format."""
    try:
        value = json.loads(text)
        found = Manifest(**value)
    except (ValueError, TypeError) as error:
        raise StoreError(
            f"the store in {folder} has a damaged manifest",
            hint="index the documents again into a new folder",
        ) from error
    if found.format != FORMAT:
        raise StoreError(
            f"the store in {folder} has format {found.format}, this version reads {FORMAT}",
            hint=f"run: {rebuild_command(folder)}",
        )
    return found


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in `folder`, None when there is no store yet."""
    try:
        text = (folder / FILE).read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            f"cannot read the store in {folder}: {error}",
            hint="check its permissions, or choose another folder with --store",
        ) from error
    return parse_manifest(text, folder)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step, so that no reader ever sees half of it."""
    new = folder / (FILE + ".new")
    try:
        new.write_text(json.dumps(asdict(manifest), sort_keys=True), "utf-8")
        new.replace(folder / FILE)
    except OSError as error:
        raise cannot_write(folder, error) from error


def cannot_write(folder: Path, error: OSError) -> StoreError:
    """The error of a store that cannot be written."""
    return StoreError(
        f"cannot write to the store in {folder}: {error.strerror or error}",
        hint="check the permissions and the free space, or choose another folder with --store",
    )


def check_encoder(manifest: Manifest, folder: Path, *, name: str, fingerprint: str) -> None:
    """Raise `StoreMismatch` unless `fingerprint` made the vectors of this store."""
    if manifest.fingerprint != fingerprint:
        raise StoreMismatch(
            f"the store in {folder} was made by the embedding model {manifest.encoder!r}"
            f" ({manifest.fingerprint}), not by {name!r} ({fingerprint})",
            hint=f"run: {rebuild_command(folder)}",
        )
