"""Fixtures for all tests: an offline, quiet machine."""

import os

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from assistant.build import build_checker
from assistant.checker import Checker
from assistant.settings import Settings

settings.register_profile("any speed", deadline=None)
settings.load_profile("any speed")


@pytest.fixture(scope="session")
def seed_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of the seed references; tests must not change it."""
    folder = tmp_path_factory.mktemp("seeds") / "store"
    build_checker(Settings(store=folder)).close()
    return folder


@pytest.fixture(scope="session")
def checker(seed_store: Path) -> Iterator[Checker]:
    """A checker over the seed references."""
    built = build_checker(Settings(store=seed_store))
    yield built
    built.close()


_SLOW = ("ui/test_browser", "bulk/test_soak", "cli/test_llm", "bulk/test_cluster",
         "bulk/test_command", "evaluation/test_bench", "assistant/ui/", "tests/cli/",
         "assistant/llm/", "assistant/bulk/", "test_offline", "test_wheel")  # fmt: skip
"""Tests that take long for their number, slowest first: begun first, so that no worker is left
alone with them (`make test` keeps xdist from putting files with few tests last)."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put slow tests first; the others keep their order."""
    items.sort(key=lambda i: next((n for n, s in enumerate(_SLOW) if s in i.nodeid), len(_SLOW)))
