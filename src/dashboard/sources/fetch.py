"""One page from the web, without harm to its server, to this machine or to the net it stands in.

Proxies that the environment names are not used (urllib3 knows none unless told): a proxy looks the host up by
itself, so what was checked here would not be what it connects to. Where a proxy is the only way out, save the
page in a browser and import the file.
"""

import re
import socket
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from email.message import Message
from ipaddress import ip_address, ip_network
from threading import Thread
from urllib.parse import urljoin

from protego import Protego
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3 import exceptions as http
from urllib3.util import Url, parse_url

from dashboard.sources.capture import LARGEST, Capture, CaptureError
from dashboard.sources.captures import decode_capture

AGENT = "Visionskollen"
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
"""Between two pieces of an answer."""
TOTAL_SECONDS = 60.0
MOST_REDIRECTS = 5
LARGEST_ROBOTS = 500_000
"""Bytes. Rules beyond are not read, which their standard (RFC 9309) allows."""

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")

_NOT_PUBLIC = [
    ip_network(each)
    for each in (
        "168.63.129.16/32",  # metadata of a cloud
        "192.0.0.0/24",  # protocol assignments, among them metadata of another
        "2001::/23",  # protocol assignments and tunnels
        "2002::/16",  # tunnels, in which any IPv4 address may hide
        "fec0::/10",  # the private addresses of old
    )
]
"""What `ipaddress` takes for global, in all versions of Python or in some."""


class _NotFetched(Exception):
    """Why not, in the reader's language."""


@dataclass(frozen=True)
class _Answer:
    url: Url
    status: int
    content_type: str
    charset: str
    content: bytes


def fetch_capture(address: str, *, private_allowed: bool = False, today: date) -> Capture:
    """The page at an http or https address. The capture's `address` is the one that redirects ended at.

    `private_allowed` opens this machine and private networks. Raises CaptureError.
    """
    name = _without_credentials(address)
    try:
        answer = _fetch_in_time(address, private_allowed)
    except _NotFetched as refused:
        raise CaptureError(name, None, str(refused)) from refused
    return decode_capture(answer.content, name, address=answer.url.url, fetched=today, charset=answer.charset)


def is_public(address: str) -> bool:
    """Whether the whole internet reaches this IP address; false also for what tunnels to another."""
    ip = ip_address(address)
    ip = getattr(ip, "ipv4_mapped", None) or ip
    reserved = ip.is_multicast or ip.is_reserved or any(ip in network for network in _NOT_PUBLIC)
    return ip.is_global and not reserved


def _without_credentials(address: str) -> str:
    """The address as messages may show it."""
    return re.sub(r"//[^/?#]*@", "//", address, count=1)


def _fetch_in_time(address: str, private_allowed: bool) -> _Answer:
    """In a thread, because nothing else ends a slow look-up or an answer that comes in drops."""
    future: Future[_Answer] = Future()

    def fetch() -> None:
        try:
            future.set_result(_Visit(private_allowed).page(address))
        except BaseException as error:
            future.set_exception(error)

    Thread(target=fetch, daemon=True).start()
    try:
        return future.result(TOTAL_SECONDS)
    except TimeoutError as error:
        raise _NotFetched(f"hämtningen tog mer än {TOTAL_SECONDS:g} s; försök igen senare") from error


@dataclass(frozen=True)
class _Visit:
    """All requests on the way to one page. `rules` are what each host's robots.txt says, by its address."""

    private_allowed: bool
    rules: dict[str, Protego] = field(default_factory=dict)

    def page(self, address: str) -> _Answer:
        answer = self._get(address, LARGEST, obey_robots=True)
        if answer.status != 200:
            raise _NotFetched(_explain_status(answer.status))
        if answer.content_type not in PAGE_TYPES:
            found = answer.content_type or "okänt innehåll"
            raise _NotFetched(f"adressen ger {found}; ge adressen till en webbsida eller ren text")
        if len(answer.content) > LARGEST:
            raise _NotFetched(f"svaret är större än {LARGEST // 1_000_000} MB; ge adressen till en enda sida")
        return answer

    def _get(self, address: str, largest: int, *, obey_robots: bool) -> _Answer:
        """What the address answers after redirects; of the content one byte more than `largest` at most."""
        for _ in range(MOST_REDIRECTS + 1):
            url = _parse_address(address)
            if obey_robots:
                self._check_robots(url)
            with self._answered(url) as response:
                location = response.get_redirect_location()
                if not location:
                    kind = _content_type(response)
                    return _Answer(url, response.status, *kind, _read(response, largest))
            address = urljoin(url.url, location)
        raise _NotFetched(
            f"adressen leder vidare mer än {MOST_REDIRECTS} gånger; ge den adress där sidan till slut visas"
        )

    def _check_robots(self, url: Url) -> None:
        """A missing robots.txt allows all; one that cannot be had right now allows nothing."""
        place = url._replace(path="/robots.txt", query=None).url
        if place not in self.rules:
            answer = self._get(place, LARGEST_ROBOTS, obey_robots=False)
            if answer.status == 429 or answer.status >= 500:
                reason = (
                    f"«{url.host}» kan just nu inte säga vad som får hämtas (robots.txt: {answer.status})"
                )
                raise _NotFetched(f"{reason}; försök igen senare")
            self.rules[place] = Protego.parse(_robots_text(answer) if answer.status == 200 else "")
        if not self.rules[place].can_fetch(url.url, AGENT):
            raise _NotFetched(
                f"«{url.host}» tillåter inte att sidan hämtas (robots.txt);"
                " spara den i webbläsaren och ge filen i stället"
            )

    @contextmanager
    def _answered(self, url: Url) -> Iterator[BaseHTTPResponse]:
        try:
            with self._ask(url) as response:
                yield response
        except http.SSLError as error:
            raise _NotFetched(
                f"«{url.host}» har inget giltigt certifikat; kontrollera adressen,"
                " eller spara sidan i webbläsaren och ge filen"
            ) from error
        except http.TimeoutError as error:
            raise _NotFetched(f"«{url.host}» svarar inte; försök igen senare") from error
        except http.HTTPError as error:
            raise _NotFetched(f"förbindelsen med «{url.host}» misslyckades; försök igen senare") from error

    def _ask(self, url: Url) -> BaseHTTPResponse:
        *others, last = self._look_up(url)
        for address in others:
            with suppress(http.ConnectTimeoutError):
                return _request(url, address)
        return _request(url, last)

    def _look_up(self, url: Url) -> list[str]:
        """The host's IP addresses, all of them public unless others are allowed.

        The look-up itself understands hosts written as one number, octal or hexadecimal.
        """
        try:
            found = socket.getaddrinfo(_host(url), None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise _NotFetched(
                f"«{url.host}» finns inte; kontrollera adressen och att nätet fungerar"
            ) from error
        addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
        private = [] if self.private_allowed else [each for each in addresses if not is_public(each)]
        if private:
            raise _NotFetched(
                f"«{url.host}» hör till ett internt nät ({private[0]}), varifrån inget hämtas;"
                " spara sidan i webbläsaren och ge filen, eller tillåt det med --allow-private"
            )
        return addresses


def _parse_address(address: str) -> Url:
    """The address without fragment, read by the same parser that the connection uses."""
    try:
        url = parse_url(address)
    except http.LocationParseError as error:
        raise _NotFetched("adressen är felskriven; kopiera den från webbläsaren") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise _NotFetched("bara adresser som börjar med https:// eller http:// hämtas; ge sidans webbadress")
    if url.auth:
        raise _NotFetched("adressen innehåller inloggningsuppgifter; ta bort det som står före @")
    return url._replace(fragment=None)


def _host(url: Url) -> str:
    return str(url.host).strip("[]")


def _request(url: Url, address: str) -> BaseHTTPResponse:
    """Ask at an IP address that was checked: the name, looked up again, could by now mean another."""
    return _pool(url, address).urlopen(
        "GET",
        url.request_uri,
        headers={"Host": str(url.netloc), "User-Agent": AGENT, "Accept": ", ".join(PAGE_TYPES)},
        timeout=Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
        redirect=False,
        retries=False,
        preload_content=False,
    )


def _pool(url: Url, address: str) -> HTTPConnectionPool:
    if url.scheme == "http":
        return HTTPConnectionPool(address, url.port)
    host = _host(url)
    return HTTPSConnectionPool(address, url.port, server_hostname=host, assert_hostname=host)


def _content_type(response: BaseHTTPResponse) -> tuple[str, str]:
    """Type and charset that the header names; empty where it does not."""
    header = Message()
    header["Content-Type"] = response.headers.get("Content-Type", "")
    named = header.get_content_type() if header["Content-Type"] else ""
    return named, header.get_content_charset("")


def _read(response: BaseHTTPResponse, largest: int) -> bytes:
    """Piece by piece, so that a compressed answer grows no larger than it may."""
    content = bytearray()
    for piece in response.stream():
        content += piece
        if len(content) > largest:
            break
    return bytes(content[: largest + 1])


def _robots_text(answer: _Answer) -> str:
    """Its whole lines: half a rule could allow what the rule forbids."""
    content = answer.content
    if len(content) > LARGEST_ROBOTS:
        content = content[: content.rfind(b"\n") + 1]
    return content.decode("utf-8", "replace")


def _explain_status(status: int) -> str:
    if status in (404, 410):
        return f"sidan finns inte ({status}); kontrollera adressen"
    if status in (401, 403):
        return f"servern släpper inte in ({status}); spara sidan i webbläsaren och ge filen i stället"
    if status == 429 or status >= 500:
        return f"servern kan inte svara just nu ({status}); försök igen senare"
    return f"servern gav ingen sida ({status}); kontrollera adressen i webbläsaren"
