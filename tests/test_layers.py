"""The import layers of the house: `assistant` may import `index`, never the other way."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([*ROOT.glob("index/**/*.py"), *ROOT.glob("assistant/**/*.py")])

# Lower number, lower floor: a module imports only from its own floor or below.
FLOORS = {
    "index": 0,
    "assistant.types": 1,
    "assistant.errors": 1,
    "assistant.plain": 1,
    "assistant.settings": 1,
    "assistant.quantities": 2.7,
    "assistant.quantities.words": 2.1,
    "assistant.quantities.reading": 2.2,
    "assistant.quantities.sentence": 2.3,
    "assistant.quantities.say": 2.4,
    "assistant.quantities.compare": 2.4,
    "assistant.quantities.linking": 2.5,
    "assistant.quantities.relating": 2.6,
    "assistant.names": 2,
    "assistant.evidence": 3,
    "assistant.claims": 3,
    "assistant.judge": 3,
    "assistant.llm": 3,
    "assistant.answer": 3,
    "assistant.spending": 3,
    "assistant.recalled": 3,
    "assistant.bearing": 3,
    "assistant.statement": 3,
    "assistant.review": 3,
    "assistant.inorder": 1,
    "assistant.rating": 4,
    "assistant.checker": 4,
    "assistant.runnable": 5,
    "assistant.doctor": 6,
    "assistant.build": 5,
    "assistant.bulk": 6,
    "assistant.evaluation": 6,
    "assistant.ui": 7,
    "assistant.cli": 8,
    "assistant.__main__": 9,
}

# Heavy libraries and the one place that may import each.
HOMES = {
    "chromadb": ("index/chroma.py",),
    "gradio": ("assistant/ui/",),
    "torch": ("index/embedding/", "assistant/judge/training/"),
    "sentence_transformers": ("index/embedding/", "assistant/llm/hub.py"),
    "onnxruntime": ("index/embedding/", "assistant/judge/"),
    "trafilatura": ("index/ingest/",),
    "pypdf": ("index/ingest/",),
    "docx": ("index/ingest/", "assistant/ui/"),
    "matplotlib": ("assistant/evaluation/",),
    "ir_measures": ("assistant/evaluation/",),
    "ray": ("assistant/bulk/cluster.py",),
    "pint": ("assistant/quantities/",),
}


def floor_of(module: str) -> float | None:
    best = max(
        (k for k in FLOORS if module == k or module.startswith(k + ".")), key=len, default=""
    )
    return FLOORS.get(best)


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_no_import_runs_upward(path: Path) -> None:
    own = module_name(path)
    floor = floor_of(own)
    if own == "assistant":
        return
    assert floor is not None, f"{own} has no floor: add it to FLOORS"
    for name in imports_of(path):
        other = floor_of(name)
        assert other is None or other <= floor, f"{own} imports {name}, which stands above it"


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_heavy_libraries_stay_at_home(path: Path) -> None:
    where = path.relative_to(ROOT).as_posix()
    for name in imports_of(path):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or where.startswith(homes), f"{where} imports {name}"


def test_no_circle_among_modules() -> None:
    graph = {
        module_name(p): {n for n in imports_of(p) if n.startswith(("index.", "assistant."))}
        for p in FILES
    }
    known = set(graph)
    state: dict[str, int] = {}

    def visit(node: str, trail: tuple[str, ...]) -> None:
        assert state.get(node) != 1, f"import circle: {' -> '.join((*trail, node))}"
        if state.get(node) == 2:
            return
        state[node] = 1
        for other in sorted(graph[node] & known - {node}):
            visit(other, (*trail, node))
        state[node] = 2

    for module in sorted(known):
        visit(module, ())
