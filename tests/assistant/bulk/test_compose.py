"""The compose file gives what SCALING.md says: its commands are ours, and reach its services."""

import argparse
import re
import shlex
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from assistant.cli import build_parser
from assistant.settings import load_settings

FOLDER = Path(str(resources.files("assistant.bulk")))
COMPOSE = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
COMMANDS = ("index", "bulk")


def words(command: str | list[str]) -> list[str]:
    return shlex.split(command) if isinstance(command, str) else command


def options(service: str) -> dict[str, str]:
    """The options `--name=value` and `--name value` of a service's command."""
    text = " ".join(words(SERVICES[service]["command"]))
    return dict(re.findall(r"--([\w-]+)[= ](?!--)(\S+)", text))


def parsed(service: str, *more: str) -> argparse.Namespace:
    """What our own parser makes of a service's entry point and command."""
    program, *given = words(SERVICES[service]["entrypoint"])
    assert program == "jingmai"
    return build_parser().parse_args([*given, *(more or words(SERVICES[service]["command"]))])


def mounted(service: str) -> dict[str, str]:
    """Places in the container to what is mounted there."""
    pairs = [v.removesuffix(":ro").rpartition(":") for v in SERVICES[service]["volumes"]]
    return {place: source for source, _, place in pairs}


@pytest.mark.parametrize("service", COMMANDS)
def test_commands_are_given_the_store_and_the_server(service: str) -> None:
    args = parsed(service)
    settings = load_settings(FOLDER / mounted(service)[str(args.config)], store=args.store)
    assert str(settings.folder) in mounted(service) and settings.chroma is not None
    server = urlsplit(settings.chroma)
    assert server.hostname == "chroma" and str(server.port) == options("chroma")["port"]
    assert options("chroma")["host"] == "0.0.0.0"


def test_bulk_is_given_the_cluster() -> None:
    args = parsed("bulk")
    scheme, _, address = args.ray.partition("://")
    assert (scheme, address) == ("ray", f"head:{options('head')['ray-client-server-port']}")
    assert options("worker")["address"] == f"head:{options('head')['port']}"
    assert "--head" in words(SERVICES["head"]["command"]) and int(options("worker")["num-cpus"])


@pytest.mark.parametrize("line", re.findall(r"#\s+docker compose .* run --rm (.*)", (FOLDER / "compose.yaml").read_text("utf-8")))  # fmt: skip  # noqa: E501
def test_the_commands_it_tells_are_commands(line: str) -> None:
    service, *more = shlex.split(line)
    args = parsed(service, *more)
    files = [args.input, str(args.output)] if service == "bulk" else args.source
    assert all(file.startswith("/claims/") for file in files) and "/claims" in mounted(service)
    assert str(args.config) in mounted(service)


def test_all_containers_are_of_one_image_and_one_token_on_a_closed_network() -> None:
    for service in SERVICES.values():
        assert service["image"] == SERVICES["head"]["image"]
        assert service["environment"]["RAY_AUTH_MODE"] == "token"
        assert service["environment"]["RAY_AUTH_TOKEN"].startswith("${RAY_AUTH_TOKEN:?")
        assert service["networks"] == ["inside"] and "ports" not in service
    assert COMPOSE["networks"]["inside"]["internal"] is True
    build = SERVICES["head"]["build"]
    assert (FOLDER / build["context"] / build["dockerfile"]).is_file()


def test_services_wait_for_what_they_need() -> None:
    for name in ("worker", *COMMANDS):
        for needed, how in SERVICES[name]["depends_on"].items():
            assert how == {"condition": "service_healthy"} and SERVICES[needed]["healthcheck"]


def test_the_page_names_the_files_and_the_services() -> None:
    page = (FOLDER / "SCALING.md").read_text("utf-8")
    for name in ("compose.yaml", "cluster.toml", "Dockerfile"):
        assert name in page and (FOLDER / name).is_file()
    for service in re.findall(r"^docker compose .* run --rm (\w+)", page, re.MULTILINE):
        assert service in SERVICES
    lines = re.findall(r"^(jingmai .+)$", page, re.MULTILINE)
    assert [build_parser().parse_args(shlex.split(line)[1:]).command for line in lines] == [
        "index", "bulk",
    ]  # fmt: skip
