"""Where and to whom the page is served."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from assistant.errors import SettingsError

Login = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Serving:
    """Where and to whom the page is served; without `auth` (user, password) it is open."""

    host: str = "127.0.0.1"
    port: int = 7860
    auth: tuple[Login, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether only one person can be at the page: this machine, and no logins."""
        return is_loopback(self.host) and not self.auth


def logins(told: str) -> tuple[Login, ...]:
    """The logins in "user:password", or in a file with one pair a line.

    Raises `SettingsError` when there is none.
    """
    path = Path(told)
    try:
        lines = path.read_text("utf-8").splitlines() if path.is_file() else [told]
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot read the logins in {told}", hint="a text file") from error
    pairs = [line.strip().partition(":") for line in lines if line.strip()]
    found = tuple((user, password) for user, colon, password in pairs if user and password)
    if not found or len(found) != len(pairs):
        raise SettingsError(
            "a login is not written as user:password", hint="jingmai chat --auth desk:secret"
        )
    return found


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine only."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def check_port(serving: Serving) -> None:
    """Raise `SettingsError` unless the port can be listened on."""
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((serving.host, serving.port))
        except OverflowError:
            raise SettingsError(
                f"not a port: {serving.port}", hint="choose one between 1024 and 65535"
            ) from None
        except OSError as error:
            raise SettingsError(
                f"cannot listen on {serving.host}:{serving.port} ({error.strerror})",
                hint=f"is it in use? try: jingmai chat --port {serving.port + 1}",
            ) from error
