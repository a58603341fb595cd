"""Runs `jingmai` with every non-loopback socket blocked: `python -m tests.offline ARGS`.

Looking up a name or connecting anywhere but loopback ends the process with exit code 99, so that
a command which swallows the error still fails its test.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from typing import Any

BLOCKED = 99


def block() -> None:
    """Block the network for this process, children started by `python -m tests.offline` too."""
    connect, connect_ex, lookup = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def checked(address: Any) -> None:
        if isinstance(address, tuple) and not _is_loopback(str(address[0])):
            _stop(f"connect to {address!r}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        checked(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        checked(address)
        return connect_ex(self, address)

    def guarded_lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host is not None and not _is_loopback(str(host)):
            _stop(f"look up {host!r}")
        return lookup(host, *args, **kwargs)

    socket.socket.connect = guarded_connect  # type: ignore[method-assign]
    socket.socket.connect_ex = guarded_connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = guarded_lookup  # type: ignore[assignment]


def _is_loopback(host: str) -> bool:
    if host in ("localhost", "", "0.0.0.0", "::"):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


def _stop(what: str) -> None:
    print(f"NETWORK: {what}", file=sys.stderr, flush=True)
    os._exit(BLOCKED)


if __name__ == "__main__":
    block()
    from assistant.cli import main

    raise SystemExit(main(sys.argv[1:]))
