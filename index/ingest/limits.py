"""How much of anything is read. Beyond these a source is refused, with the limit in words."""

from __future__ import annotations

MEGABYTE = 1 << 20

FILE_BYTES = 100 * MEGABYTE  # one file
LINE_CHARACTERS = 8 * MEGABYTE  # one row of a JSON Lines file
JSON_BYTES = 32 * MEGABYTE  # one JSON value, which has to be held whole
PAGE_BYTES = 10 * MEGABYTE  # one HTML page
DOCUMENT_CHARACTERS = 20_000_000  # the text of one document
ARTICLE_CHARACTERS = 500_000  # the text of one article whose claims are looked for
PDF_PAGES = 3_000
ARCHIVE_MEMBERS = 10_000  # docx and xlsx are zip archives
ARCHIVE_BYTES = 128 * MEGABYTE  # their whole content, unpacked
MEMBER_RATIO = 200  # a member over a megabyte must not unpack to more than this many times its size
ROWS = 1_000_000
COLUMNS = 1_000
FOLDER_FILES = 100_000

SECONDS = 60.0  # for one file in the sandbox
SANDBOX_BYTES = 420 * MEGABYTE

FETCH_BYTES = 20 * MEGABYTE
FETCH_SECONDS = 30.0
REDIRECTS = 5
