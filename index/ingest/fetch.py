"""Fetching a page from the web without being led into the house.

Only http and https, to public addresses, on the usual ports. A name is resolved once, every
address it has is checked, and the connection goes to the checked address itself, so that a name
cannot answer differently the second time (DNS rebinding). Redirects start over. Size, time and
content type are limited; no cookies, no credentials, no proxies.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from index.errors import InputError
from index.ingest.limits import FETCH_BYTES, FETCH_SECONDS, MEGABYTE, REDIRECTS

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]

PORTS = frozenset({80, 443, 8080, 8443})
KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_PLAIN = "write it like https://example.com/page, without a password"
_SPELLING = "check the spelling and the connection"
_SAVE_IT = "save its text as a file and give that"
_TOLD = "Mozilla/5.0 (compatible; jingmai)"
_EMBEDDED = tuple(
    ipaddress.IPv6Network(n) for n in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its bytes, kind ("html", "txt", "md", "pdf", "docx"), charset and final address."""

    data: bytes
    kind: str
    charset: str
    address: str


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open internet.

    IPv6 forms that carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo) are refused or
    judged by what they carry.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if any(address in network for network in _EMBEDDED):
            return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def resolve(host: str, port: int) -> list[str]:
    """The addresses of `host`, by the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def fetch(
    url: str,
    *,
    resolve: Resolve = resolve,
    allowed: Callable[[Address], bool] = is_public,
    ports: frozenset[int] = PORTS,
    seconds: float = FETCH_SECONDS,
    most: int = FETCH_BYTES,
) -> Fetched:
    """Fetch `url`. Raises `InputError`, with the reason, for everything it will not or cannot."""
    clock = _Clock(seconds)
    try:
        for _ in range(REDIRECTS + 1):
            parts = _checked(url, ports)
            answer = _get(parts, resolve, allowed, most, clock)
            if isinstance(answer, Fetched):
                return answer
            url = urljoin(urlunsplit(parts), answer)
        raise InputError(f"{url[:200]} redirects more than {REDIRECTS} times", hint=_SAVE_IT)
    finally:
        clock.stop()


class _Clock:
    """Closes whatever socket is open when the time is up: no server can dribble for ever."""

    def __init__(self, seconds: float) -> None:
        self.late = False
        self.seconds = seconds
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, sock: socket.socket) -> None:
        self._socket = sock
        if self.late:
            self._ring()

    def stop(self) -> None:
        self._timer.cancel()

    def _ring(self) -> None:
        self.late = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _checked(url: str, ports: frozenset[int]) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise InputError(f"not a web address: {url[:200]}", hint=_PLAIN) from error
    if parts.scheme not in ("http", "https"):
        raise InputError(
            f"not a web address: {url[:200]}", hint="only http:// and https:// are fetched"
        )
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise InputError(f"not a plain web address: {url[:200]}", hint=_PLAIN)
    if (port or 80) not in ports:
        raise InputError(
            f"port {port} is not one of the web's: {url[:200]}",
            hint=f"pages are fetched from the ports {', '.join(map(str, sorted(ports)))}",
        )
    if any(c.isspace() or ord(c) < 32 for c in url.strip()):
        raise InputError("a web address holds no blanks", hint="write %20 in their place")
    return parts


def _get(
    parts: SplitResult,
    resolve: Resolve,
    allowed: Callable[[Address], bool],
    most: int,
    clock: _Clock,
) -> Fetched | str:
    """One request: the page, or where it redirects to."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    pinned = _public_address(host, port, resolve, allowed)
    connection = _Pinned(host, port, pinned, parts.scheme == "https", clock)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    try:
        connection.request(
            "GET", path + query, headers={"User-Agent": _TOLD, "Accept-Encoding": "identity"}
        )
        response = connection.getresponse()
        if response.status in (301, 302, 303, 307, 308):
            return response.headers.get("Location") or ""
        if response.status != 200:
            raise InputError(
                f"{host} answered {response.status} {response.reason}"[:200],
                hint=f"check the address; {_SAVE_IT}",
            )
        kind, charset = _kind(response)
        data = _body(response, most)
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        raise _failure(host, error, clock) from error
    finally:
        connection.close()
    if clock.late:
        raise _failure(host, TimeoutError(), clock)
    return Fetched(data, kind, charset, urlunsplit(parts))


def _failure(host: str, error: Exception, clock: _Clock) -> InputError:
    if clock.late or isinstance(error, TimeoutError):
        return InputError(
            f"{host} did not answer in full within {clock.seconds:.0f} seconds",
            hint=f"try again later; {_SAVE_IT}",
        )
    if isinstance(error, ssl.SSLError):
        return InputError(f"{host} has no valid certificate", hint=_SAVE_IT)
    return InputError(
        f"cannot fetch from {host}: {error or type(error).__name__}"[:200],
        hint="check the address and the connection, and try again",
    )


def _public_address(
    host: str, port: int, resolve: Resolve, allowed: Callable[[Address], bool]
) -> str:
    try:
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
        found = resolve(ascii_host, port)
    except (OSError, UnicodeError) as error:
        raise InputError(f"there is no such host: {host[:200]}", hint=_SPELLING) from error
    for text in found:
        if not allowed(ipaddress.ip_address(text.split("%")[0])):
            raise InputError(
                f"{host[:200]} is not on the public internet",
                hint="pages on this computer or this network: save them and add the file",
            )
    if not found:
        raise InputError(f"there is no such host: {host[:200]}", hint=_SPELLING)
    return found[0]


class _Pinned(http.client.HTTPConnection):
    """A connection to one checked address that calls the host by its name."""

    def __init__(self, host: str, port: int, address: str, tls: bool, clock: _Clock) -> None:
        super().__init__(host, port, timeout=clock.seconds)
        self._address = address
        self._tls = tls
        self._clock = clock

    def connect(self) -> None:
        """Connect to the address, not to whatever the name says now."""
        sock = socket.create_connection((self._address, self.port), timeout=self.timeout)
        if self._tls:
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=self.host)
        self._clock.watch(sock)
        self.sock = sock


def _kind(response: http.client.HTTPResponse) -> tuple[str, str]:
    told = response.headers.get_content_type()
    if told not in KINDS:
        raise InputError(
            f"the page is {told[:80]}, which is not read from the web",
            hint=f"these are: {', '.join(sorted(set(KINDS.values())))}",
        )
    return KINDS[told], response.headers.get_content_charset() or ""


def _body(response: http.client.HTTPResponse, most: int) -> bytes:
    too_much = InputError(f"the page is larger than {most // MEGABYTE} MB", hint=_SAVE_IT)
    if (response.length or 0) > most:
        raise too_much
    data = response.read(most + 1)
    if len(data) > most:
        raise too_much
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding in ("identity", ""):
        return data
    if coding not in ("gzip", "deflate"):
        raise InputError(
            f"the page comes in a coding that is not read: {coding[:40]}", hint=_SAVE_IT
        )
    # It was asked not to compress; do not let a small answer grow without bounds.
    unpacker = zlib.decompressobj(47)
    try:
        data = unpacker.decompress(data, most + 1)
    except zlib.error as error:
        raise InputError("the page is damaged", hint=_SAVE_IT) from error
    if len(data) > most:
        raise too_much
    return data
