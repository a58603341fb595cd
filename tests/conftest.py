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


_LONG = ("bulk/test_soak", "bulk/test_cluster", "bulk/test_command", "evaluation/test_bench",
         "ui/test_browser")  # fmt: skip
"""Files of tests that take minutes: begun first, so that no worker is left alone with them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the longest files first; the others keep their order."""
    items.sort(key=lambda item: not any(name in item.nodeid for name in _LONG))
