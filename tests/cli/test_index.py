"""`jingmai index` as a user runs it, the network blocked."""

import json
import re
from pathlib import Path
from subprocess import CompletedProcess

from tests.commands import jingmai, one_plain_line

BAD = Path(__file__).parent.parent / "badfiles"


def index(tmp_path: Path, *args: str | Path) -> CompletedProcess[str]:
    """`jingmai index` on a store of its own, with the quick model."""
    config = tmp_path / "settings.toml"
    config.write_text('encoder = "fast"', "utf-8")
    return jingmai("index", *args, "--store", tmp_path / "store", "--config", config)


def test_add_list_remove_stats_rebuild(tmp_path: Path) -> None:
    (tmp_path / "orrin.txt").write_text("The mill of Orrin closed in 1998.", "utf-8")
    added = index(tmp_path, "add", tmp_path / "orrin.txt", "--json")
    assert added.returncode == 0, added.stderr
    (id,) = json.loads(added.stdout)["changes"]["added"]
    listed = index(tmp_path, "list", "--json")
    documents = {d["id"]: d for d in json.loads(listed.stdout)}
    assert documents[id]["title"] == "orrin"
    assert "r1-release-en" in documents  # the seed references fill an empty store
    removed = index(tmp_path, "remove", id, "nothing")
    assert removed.returncode == 3
    assert "nothing" in removed.stderr
    none = index(tmp_path, "remove", "nothing")
    assert none.returncode == 1
    assert one_plain_line(none)
    rebuilt = index(tmp_path, "rebuild")
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert re.fullmatch(
        r"rebuilt: \d+ documents, \d+ passages, embedded by the model fast\n", rebuilt.stdout
    )
    stats = json.loads(index(tmp_path, "stats", "--json").stdout)
    assert stats["documents"] == len(documents) - 1


def test_partly_and_not_at_all(tmp_path: Path) -> None:
    partly = index(tmp_path, "add", BAD / "i17_utf16.txt", BAD / "i15_fake.pdf")
    assert partly.returncode == 3
    assert "i15_fake.pdf" in partly.stderr
    for bad in (BAD / "i10_bomb.xlsx", tmp_path / "nothing.txt", "http://127.0.0.1/x"):
        failed = index(tmp_path, "add", bad)
        assert failed.returncode == 1
        assert one_plain_line(failed), failed.stderr
