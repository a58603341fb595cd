"""The sandbox's inside: a process of its own that parses what strangers made.

Reads one JSON request a line from standard input, `{"kind", "path", ...}`, and answers each
with one line: an `Extract`, or `{"error", "hint"}`. Its memory is limited; its parent kills it
when it takes too long. Started as `python -m index.ingest.worker`.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from index.errors import InputError
from index.ingest.extract import Extract
from index.ingest.limits import SANDBOX_BYTES

ONLY_ITS_TEXT = "copy its text into a text file and give that"


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Parse one file."""
    try:
        return _read(request["kind"], Path(request["path"]), request).to_json()
    except InputError as error:
        return {"error": error.message, "hint": error.hint}
    except MemoryError:
        return {"error": "reading it takes too much memory", "hint": ONLY_ITS_TEXT}
    except RecursionError:
        return {"error": "it is nested too deeply", "hint": ONLY_ITS_TEXT}
    except Exception as error:  # a parser's bug must not end the import of a thousand other files
        return {"error": f"it cannot be read ({type(error).__name__})", "hint": ONLY_ITS_TEXT}


def _read(kind: str, path: Path, request: dict[str, Any]) -> Extract:
    if kind == "pdf":
        from index.ingest.pdf import read_pdf

        return read_pdf(path)
    if kind == "html":
        from index.ingest.html import read_html

        return read_html(
            path, declared=request.get("charset", ""), address=request.get("address", "")
        )
    from index.ingest.office import read_docx, read_xlsx

    return read_docx(path) if kind == "docx" else read_xlsx(path)


def main() -> None:
    """Answer requests until standard input ends."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints goes to standard error
    _limit_memory()
    for line in sys.stdin:
        replies.write(json.dumps(answer(json.loads(line))) + "\n")
        replies.flush()


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (SANDBOX_BYTES, SANDBOX_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
