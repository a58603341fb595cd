"""Where and to whom the page is served."""

from __future__ import annotations

import errno
import socket
from dataclasses import dataclass, replace
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path

from assistant.errors import SettingsError

Login = tuple[str, str]

_FIRST_FREE_PORT, _LAST_PORT = 1024, 65535


@dataclass(frozen=True, slots=True)
class Serving:
    """Where and to whom the page is served; without `auth` (user, password) it is open, with `mcp`
    programs that speak the Model Context Protocol are served too."""

    host: str = "127.0.0.1"
    port: int = 7860
    auth: tuple[Login, ...] = ()
    mcp: bool = False

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


def listening(serving: Serving) -> Serving:
    """`serving` where it can be listened; port 0 becomes a port that is free.

    Raises `SettingsError` when the address is not one of this machine, the port not to be had, or
    the package for MCP missing.
    """
    if serving.mcp and serving.auth:
        raise SettingsError(
            "--mcp cannot be used with --auth: programs that speak MCP do not log in",
            hint="serve them from a page of their own, on 127.0.0.1 and without --auth",
        )
    if serving.mcp and find_spec("mcp") is None:
        raise SettingsError("the package mcp is missing", hint="pip install 'jingmai[mcp]'")
    if not serving.host.strip():
        raise _no_address(serving, "it is empty")
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((serving.host, serving.port))
        except OverflowError:
            raise SettingsError(
                f"not a port: {serving.port}",
                hint=f"choose one between {_FIRST_FREE_PORT} and {_LAST_PORT}, or 0 for any",
            ) from None
        except UnicodeError:
            raise _no_address(serving, "it is no name of a machine") from None
        except socket.gaierror as error:
            raise _no_address(serving, error.strerror or "it is not known") from error
        except OSError as error:
            raise _cannot_listen(serving, error) from error
        return replace(serving, port=int(probe.getsockname()[1]))


def _cannot_listen(serving: Serving, error: OSError) -> SettingsError:
    why = error.strerror or str(error)
    if error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
        return _no_address(serving, why)
    if error.errno == errno.EADDRINUSE:
        another = serving.port + 1 if serving.port < _LAST_PORT else _FIRST_FREE_PORT
        hint = f"is it in use? try: jingmai chat --port {another}"
    else:
        hint = f"choose a port between {_FIRST_FREE_PORT} and {_LAST_PORT}, with --port"
    return SettingsError(f"cannot listen on {serving.host}:{serving.port} ({why})", hint=hint)


def _no_address(serving: Serving, why: str) -> SettingsError:
    return SettingsError(
        f"cannot listen on {serving.host} ({why})",
        hint="--host is an address of this machine: 127.0.0.1 for this machine alone, "
        "0.0.0.0 for its whole network",
    )
