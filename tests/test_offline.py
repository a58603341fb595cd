"""The whole product with the network off: every command in a process whose sockets are blocked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT, jingmai
from tests.offline import BLOCKED

ARTICLE = ROOT / "seeds" / "amazon-ai-capex.th.txt"
CLAIM = "ChatGPT เปิดตัวในปี 2565"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline") / "store"
    result = jingmai("index", "stats", "--store", folder)
    assert result.returncode == 0, result.stderr
    return folder


def test_the_block_itself_works() -> None:
    code = (
        "from tests.offline import block; block(); import urllib.request;"
        "urllib.request.urlopen('http://192.0.2.1/', timeout=1)"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert result.returncode == BLOCKED


def test_check(store: Path) -> None:
    result = jingmai("check", CLAIM, "--json", "--store", store)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["verdicts"][0]["evidence"]


def test_check_an_article(store: Path) -> None:
    result = jingmai("check", "--article", ARTICLE, "--json", "--store", store)
    assert result.returncode == 0, result.stderr
    assert len(json.loads(result.stdout)["verdicts"]) >= 25


def test_add_list_remove(store: Path, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("The bridge at Nakhon opened in 2019.", "utf-8")
    assert jingmai("index", "add", text, "--store", store).returncode == 0
    listed = jingmai("index", "list", "--store", store)
    assert "note" in listed.stdout
    document = next(line.split()[0] for line in listed.stdout.splitlines() if "note" in line)
    assert jingmai("index", "remove", document, "--store", store).returncode == 0


def test_bulk(store: Path, tmp_path: Path) -> None:
    rows = tmp_path / "claims.jsonl"
    rows.write_text(json.dumps({"id": "a", "claim": CLAIM}) + "\n", "utf-8")
    result = jingmai("bulk", rows, "-o", tmp_path / "out.jsonl", "--store", store)
    assert result.returncode == 0, result.stderr
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["id"] == "a"


def test_claims_and_quantities(store: Path) -> None:
    assert jingmai("claims", ARTICLE, "--json", "--store", store).returncode == 0
    assert jingmai("quantities", "$ 100 พันล้าน", "--store", store).returncode == 0


def test_eval(store: Path, tmp_path: Path) -> None:
    few = (ROOT / "seeds" / "claims.jsonl").read_text("utf-8").splitlines()[:5]
    (tmp_path / "few.jsonl").write_text("\n".join(few), "utf-8")
    out = tmp_path / "out.json"
    result = jingmai(
        "eval", "verdicts", "--dataset", tmp_path / "few.jsonl", "--json", out, "--store", store
    )
    assert result.returncode == 0, result.stderr
    assert json.loads(out.read_text("utf-8"))["claims"] == 5


def test_doctor(store: Path) -> None:
    result = jingmai("doctor", "--store", store)
    assert result.returncode == 0, result.stdout


CHAT = """
import sys
from pathlib import Path
from tests.offline import block
block()
from assistant.build import build_checker
from assistant.settings import Settings
from assistant.ui.answers import reply
from assistant.ui.backstage import Backstage
from assistant.ui.conversation import Context, understand
settings = Settings(store=Path(sys.argv[1]))
backstage, context = Backstage(lambda: build_checker(settings), settings), Context()
backstage.start()
for message in sys.argv[2:]:
    turn = understand(message, context)
    for part in reply(turn, context, backstage):
        last = part
    context = last.context
    print(last.html)
"""


def test_a_chat_and_a_question_about_the_evidence(store: Path) -> None:
    messages = [f"{CLAIM} จริงไหม", "ขอดูหลักฐานข้อ 1"]
    result = subprocess.run(
        [sys.executable, "-c", CHAT, str(store), *messages],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "ChatGPT" in result.stdout
    assert result.stdout.count("OpenAI") >= 1
