"""The file of replies: what is no cache is told in one line, what cannot be kept stops nothing."""

import logging
import sqlite3
from pathlib import Path

import pytest

from assistant.errors import StoreError
from assistant.llm.cache import ReplyCache


def test_what_is_put_is_got(tmp_path: Path) -> None:
    path = tmp_path / "new" / "c.sqlite"
    cache = ReplyCache(path)
    cache.put("k", "ไทย")
    cache.close()
    again = ReplyCache(path)
    assert (again.get("k"), again.get("other")) == ("ไทย", None)
    again.close()


def test_keys_tell_everything_apart_and_take_any_text() -> None:
    parts = (("a", 1), ("a", "1"), ("a1",), ("a", "\ud800"), ("a", [1]), ("a", {"x": 1}))
    assert len({ReplyCache.key(*p) for p in parts}) == len(parts)


@pytest.mark.parametrize(
    "table", ["CREATE TABLE reply (key INT)", "CREATE TABLE reply (body TEXT)", ""]
)
def test_another_file_is_told(tmp_path: Path, table: str) -> None:
    path = tmp_path / "c.sqlite"
    if table:
        with sqlite3.connect(path) as db:
            db.execute(table)
    else:
        path.write_bytes(b"garbage" * 1000)
    with pytest.raises(StoreError, match=r"the reply cache .* cannot be used") as caught:
        ReplyCache(path)
    assert "llm_cache = false" in caught.value.hint and "\n" not in str(caught.value)


def test_a_file_that_breaks_meanwhile_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    cache = ReplyCache(path)
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE reply")
    with pytest.raises(StoreError, match="cannot be used"):
        cache.get("k")
    cache.close()


def test_a_reply_that_cannot_be_kept_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache = ReplyCache(tmp_path / "c.sqlite")
    cache.close()
    with caplog.at_level(logging.WARNING):
        cache.put("k", "v")
        cache.put("k", "v")
    assert len(caplog.messages) == 1 and "cannot be kept" in caplog.messages[0]
