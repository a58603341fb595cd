"""Office files are zip archives of XML: opened in memory, member by member, within limits."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import InputError
from index.ingest.limits import ARCHIVE_BYTES, ARCHIVE_MEMBERS, MEGABYTE, MEMBER_RATIO

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0D\0O\0C\0T|\0<\0!\0D\0O\0C\0T", re.IGNORECASE)
_CHUNK = 1 << 16

SAVE_ANEW = "open it in its program and save it anew"
NO_ENTITIES = "it declares XML entities, which no Office program does"
_LESS = "save a smaller part of it, or only its text"


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive at `path`, checked before anything is unpacked.

    Members are only ever read by name, never written to disk, so their paths do no harm.
    Raises `InputError` for what is no archive, is locked, or unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError("it is damaged, or no Office file at all", hint=SAVE_ANEW) from error
    with archive:
        _check(archive)
        yield archive


def read_xml(archive: zipfile.ZipFile, name: str) -> bytes:
    """The XML of one member. Raises `InputError` when it is missing, damaged or declares a DTD.

    No Office program writes a DTD; it is how entities are made to expand or to read files.
    """
    try:
        with archive.open(name) as member:
            data = member.read(ARCHIVE_BYTES + 1)
    except KeyError:
        raise InputError(f"its part {name} is missing", hint=SAVE_ANEW) from None
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise InputError(f"its part {name[:60]} is damaged", hint=SAVE_ANEW) from error
    except Exception as error:  # zlib.error has no common base with the others
        raise InputError(f"its part {name[:60]} is damaged", hint=SAVE_ANEW) from error
    if len(data) > ARCHIVE_BYTES:
        raise InputError(f"it unpacks to more than {ARCHIVE_BYTES // MEGABYTE} MB", hint=_LESS)
    if _DOCTYPE.search(data):
        raise InputError(NO_ENTITIES, hint=SAVE_ANEW)
    return data


def _check(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > ARCHIVE_MEMBERS:
        raise InputError(f"it has more than {ARCHIVE_MEMBERS:,} parts", hint=_LESS)
    if any(member.flag_bits & 1 for member in members):
        raise InputError("it is locked with a password", hint="save a copy without the password")
    if sum(member.file_size for member in members) > ARCHIVE_BYTES:
        raise InputError(f"it unpacks to more than {ARCHIVE_BYTES // MEGABYTE} MB", hint=_LESS)
    for member in members:
        packed = max(member.compress_size, 1)
        if member.file_size > MEGABYTE and member.file_size / packed > MEMBER_RATIO:
            raise InputError("it unpacks to far more than its size, as a zip bomb does", hint=_LESS)
