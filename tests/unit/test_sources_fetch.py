"""One page from the web. Every server here is this machine's own, and every name means what the test says."""

import gzip
import hashlib
import shutil
import socket
import ssl
import subprocess
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from dashboard.sources import fetch
from dashboard.sources.capture import Capture, CaptureError
from dashboard.sources.fetch import fetch_capture, is_public

TODAY = date(2026, 11, 21)
HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = b"<html><body><h1>Exempelby</h1></body></html>"

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A server of ours: what it replies by path, and the requests that it got."""

    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def address(self, path: str = "/sida", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def page(self, path: str = "/sida", content: bytes = PAGE, **headers: str) -> str:
        """Serve the page at the path, and tell its address."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = (200, HTML | more, content)
        return self.address(path)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        self.replies[path] = (status, {"Location": to}, b"")
        return self.address(path)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append(self.path)
        site.hosts.append(self.headers["Host"])
        site.agents.add(self.headers["User-Agent"])
        status, headers, content = site.replies.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has heard enough hangs up; that is no news."""


@contextmanager
def serve(
    handler: type[BaseHTTPRequestHandler] = _Handler, tls: ssl.SSLContext | None = None
) -> Iterator[Site]:
    with _Server(("127.0.0.1", 0), handler) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        site = server.site = Site(server.server_address[1])  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as served:
        yield served


class Names(dict[str, list[str]]):
    """Host names and the IP addresses that they mean; `looked_up` are those that somebody wanted to know."""

    def __init__(self) -> None:
        super().__init__()
        self.looked_up: list[str] = []


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """All names that there are, in place of the real ones."""
    known = Names()
    really = socket.getaddrinfo

    def look_up(host: str, port: int | None, *rest: int, **more: int) -> list:
        if set(host) <= set("0123456789abcdef.:"):
            return really(host, port, *rest, **more)
        known.looked_up.append(host)
        if host not in known:
            raise socket.gaierror("unknown")
        return [entry for ip in known[host] for entry in really(ip, port, *rest, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


def get(address: str) -> Capture:
    return fetch_capture(address, private_allowed=True, today=TODAY)


def refusal(address: str, private_allowed: bool = True) -> str:
    with pytest.raises(CaptureError) as refused:
        fetch_capture(address, private_allowed=private_allowed, today=TODAY)
    return str(refused.value)


def test_a_page_comes_with_its_address_day_and_the_hash_of_its_bytes(site):
    address = site.page()
    capture = get(address)
    assert "Exempelby" in capture.text
    assert (capture.address, capture.fetched, capture.content) == (address, TODAY, PAGE)
    assert capture.sha256 == hashlib.sha256(PAGE).hexdigest()


def test_it_asks_for_permission_first_and_says_who_it_is(site):
    address = site.page("/sida?%C3%A5r=1")
    assert get(site.address("/sida?år=1#längst-ner")).address == address
    assert (site.asked, site.agents) == (["/robots.txt", "/sida?%C3%A5r=1"], {"Visionskollen"})


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "bara adresser som börjar med https:// eller http://"),
        ("ftp://127.0.0.1/sida", "bara adresser som börjar med"),
        ("data:text/html,hej", "bara adresser som börjar med"),
        ("www.exempelby.test/sida", "bara adresser som börjar med"),
        ("C:\\sidor\\sida.html", "bara adresser som börjar med"),
        ("http://", "bara adresser som börjar med"),
        ("", "bara adresser som börjar med"),
        ("http://exempel by/", "felskriven"),
        ("http://127.0.0.1:99999/", "felskriven"),
        ("http://kim:hemligt@127.0.0.1/", "inloggningsuppgifter"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(address, reason):
    said = refusal(address)
    assert reason in said
    assert "hemligt" not in said


# Robots


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ("User-agent: *\nDisallow: /sida", False),
        ("User-agent: visionskollen\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Visionskollen\nAllow: /", True),
        ("User-agent: *\nDisallow: /annat", True),
        ("", True),
    ],
)
def test_robots_txt_decides(site, robots, allowed):
    address = site.page()
    site.replies["/robots.txt"] = (200, {}, robots.encode())
    if allowed:
        assert get(address).content == PAGE
    else:
        assert "tillåter inte att sidan hämtas (robots.txt)" in refusal(address)
        assert "/sida" not in site.asked


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (429, False), (503, False)])
def test_a_missing_robots_txt_allows_and_one_that_cannot_be_had_now_does_not(site, status, allowed):
    address = site.page()
    site.replies["/robots.txt"] = (status, {}, b"")
    if allowed:
        assert get(address).content == PAGE
    else:
        assert f"robots.txt: {status}); försök igen senare" in refusal(address)


def test_only_the_whole_lines_of_a_long_robots_txt_count(site, monkeypatch):
    address = site.page()
    site.replies["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /sida/hemlig\n" + b"#" * 100)
    monkeypatch.setattr(fetch, "LARGEST_ROBOTS", len("User-agent: *\nDisallow: /sid"))
    assert get(address).content == PAGE


def test_where_a_page_has_moved_to_another_host_that_host_is_asked_too(site):
    with serve() as other:
        other.page()
        other.replies["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /")
        assert "tillåter inte" in refusal(site.redirect("/gammal", other.address()))
        assert other.asked == ["/robots.txt"]


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_kept(site, status):
    site.page("/ny")
    capture = get(site.redirect("/gammal", "ny", status))
    assert (capture.file, capture.address) == (site.address("/gammal"), site.address("/ny"))
    assert site.asked == ["/robots.txt", "/gammal", "/ny"]


@pytest.mark.parametrize(("hops", "allowed"), [(5, True), (6, False)])
def test_five_redirects_are_enough(site, hops, allowed):
    for hop in range(hops):
        site.redirect(f"/{hop}", f"/{hop + 1}")
    site.page(f"/{hops}")
    if allowed:
        assert get(site.address("/0")).address == site.address("/5")
    else:
        assert "leder vidare mer än 5 gånger" in refusal(site.address("/0"))
        assert "/6" not in site.asked


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("file:///etc/passwd", "bara adresser som börjar med"),
        ("//kim:hemligt@127.0.0.1/", "inloggningsuppgifter"),
        ("http://exempel by/", "felskriven"),
    ],
)
def test_a_redirect_is_checked_like_the_address_itself(site, to, reason):
    assert reason in refusal(site.redirect("/gammal", to))


# Private networks


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "10.1.2.3",
        "169.254.169.254",
    ],
)
def test_nothing_is_asked_of_a_private_network_however_its_host_is_spelt(site, host):
    assert "hör till ett internt nät" in refusal(site.address(host=host), private_allowed=False)
    assert site.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2a00:1450::1", True),
        ("::ffff:8.8.8.8", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("100.100.100.200", False),
        ("127.0.0.1", False),
        ("168.63.129.16", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.0.0.192", False),
        ("192.168.1.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2001:0:4136:e378::1", False),
        ("2001:db8::1", False),
        ("2002:7f00:1::", False),
        ("fd00:ec2::254", False),
        ("fe80::1%1", False),
        ("fec0::1", False),
        ("ff02::1", False),
    ],
)
def test_public_is_what_the_whole_internet_reaches_and_nothing_else(address, public):
    assert is_public(address) is public


def test_one_private_address_among_public_ones_is_enough_to_refuse(names):
    names["exempelby.test"] = ["192.0.2.1", "10.0.0.1"]
    assert "internt nät" in refusal("http://exempelby.test/", private_allowed=False)


def test_a_redirect_into_a_private_network_is_refused(site, monkeypatch):
    monkeypatch.setattr(fetch, "is_public", lambda address: address == "127.0.0.1")
    address = site.redirect("/gammal", "http://169.254.169.254/latest/")
    assert "«169.254.169.254» hör till ett internt nät" in refusal(address, private_allowed=False)


def test_a_name_is_looked_up_once_a_request_and_the_connection_made_to_the_address_found(site, names):
    names["exempelby.test"] = ["127.0.0.1"]
    site.page()
    get(site.address(host="exempelby.test"))
    assert site.asked == ["/robots.txt", "/sida"]
    assert names.looked_up == ["exempelby.test"] * 2
    assert site.hosts == [f"exempelby.test:{site.port}"] * 2


def test_a_name_that_comes_to_mean_a_private_address_is_refused(site, names, monkeypatch):
    def check_and_change(address: str) -> bool:
        names["exempelby.test"] = ["10.0.0.1"]
        return address == "127.0.0.1"

    monkeypatch.setattr(fetch, "is_public", check_and_change)
    names["exempelby.test"] = ["127.0.0.1"]
    said = refusal(site.address(host="exempelby.test"), private_allowed=False)
    assert "internt nät (10.0.0.1)" in said
    assert site.asked == ["/robots.txt"]


def test_the_addresses_of_a_host_are_tried_until_one_hears(site, names):
    names["exempelby.test"] = ["127.0.0.2", "127.0.0.1", "127.0.0.3"]
    site.page()
    assert get(site.address(host="exempelby.test")).content == PAGE


def test_proxies_of_the_environment_are_not_used(site, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert get(site.page()).content == PAGE


def test_an_unknown_host_is_told(names):
    assert "«saknas.test» finns inte" in refusal("http://saknas.test/")


# Answers


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (204, "gav ingen sida (204)"),
        (304, "gav ingen sida (304)"),
        (401, "släpper inte in (401)"),
        (403, "släpper inte in (403)"),
        (404, "sidan finns inte (404)"),
        (410, "sidan finns inte (410)"),
        (429, "kan inte svara just nu (429)"),
        (500, "kan inte svara just nu (500)"),
    ],
)
def test_any_other_status_than_200_says_what_to_do(site, status, reason):
    site.replies["/sida"] = (status, HTML, b"")
    assert reason in refusal(site.address())


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", ""])
def test_what_is_neither_html_nor_plain_text_is_refused(site, kind):
    assert f"adressen ger {kind or 'okänt innehåll'};" in refusal(site.page(Content_Type=kind))


@pytest.mark.parametrize(
    "kind", ["text/html", "TEXT/HTML;charset=UTF-8", "application/xhtml+xml", "text/plain"]
)
def test_html_and_plain_text_are_read(site, kind):
    assert get(site.page(Content_Type=kind)).content == PAGE


def test_the_charset_that_the_server_names_is_believed(site):
    content = "<html><body><h1>Smådalarö</h1></body></html>".encode("cp1252")
    assert "Smådalarö" in get(site.page(content=content, Content_Type="text/html; charset=iso-8859-1")).text


def test_an_answer_that_goes_on_and_on_is_refused(site, monkeypatch):
    monkeypatch.setattr(fetch, "LARGEST", 1_000_000)
    assert "större än 1 MB" in refusal(site.page(content=b" " * 1_000_001))
    assert len(get(site.page(content=b"a" * 1_000_000)).content) == 1_000_000


def test_a_compressed_answer_is_unpacked_no_further_than_a_page_may_be_large(site):
    address = site.page(content=gzip.compress(bytes(60_000_000)), Content_Encoding="gzip")
    tracemalloc.start()
    try:
        said = refusal(address)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "större än 5 MB" in said
    assert peak < 30_000_000


def test_a_compressed_page_is_read(site):
    address = site.page(content=gzip.compress(PAGE), Content_Encoding="gzip")
    assert get(address).content == PAGE


@pytest.mark.parametrize(
    "reply",
    [
        (200, HTML | {"Content-Length": "1000"}, PAGE),
        (200, HTML | {"Content-Encoding": "gzip"}, PAGE),
    ],
    ids=["cut short", "not what it says"],
)
def test_a_broken_answer_is_refused(site, reply):
    site.replies["/sida"] = reply
    assert "misslyckades; försök igen senare" in refusal(site.address())


def test_a_closed_port_is_told():
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        assert "svarar inte" in refusal(f"http://127.0.0.1:{unheard.getsockname()[1]}/")


@contextmanager
def silence(opening: bytes) -> Iterator[str]:
    """The address of a server that begins its answer and then says no more, until the test is over."""
    over = Event()

    class Silent(_Handler):
        def do_GET(self) -> None:
            self.wfile.write(opening)
            over.wait()

    with serve(Silent) as site:
        try:
            yield site.address()
        finally:
            over.set()


@pytest.mark.parametrize(
    "opening", [b"", b"HTTP/1.0 200 OK\r\nContent-Type: te"], ids=["none", "half a header"]
)
@pytest.mark.parametrize(
    ("limit", "reason"),
    [("READ_SECONDS", "svarar inte; försök igen senare"), ("TOTAL_SECONDS", "tog mer än 0.1 s")],
)
def test_nobody_waits_for_ever(monkeypatch, limit, reason, opening):
    monkeypatch.setattr(fetch, limit, 0.1)
    with silence(opening) as address:
        assert reason in refusal(address)


# Certificates


@contextmanager
def serve_securely(name: str, folder: Path) -> Iterator[tuple[Site, Path]]:
    """A server and its certificate, which is for the name and signed by itself."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    files = ["-keyout", str(key), "-out", str(certificate), "-days", "2"]
    names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    subprocess.run([*make, *files, *names], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serve(tls=context) as site:
        context.sni_callback = lambda _socket, asked, _context: site.hosts.append(str(asked))
        yield site, certificate


@pytest.mark.parametrize(
    ("name", "trusted", "allowed"),
    [("exempelby.test", True, True), ("exempelby.test", False, False), ("annan.test", True, False)],
    ids=["good", "not trusted", "of another host"],
)
def test_a_secure_page_needs_a_certificate_for_its_host(names, tmp_path, monkeypatch, name, trusted, allowed):
    names["exempelby.test"] = ["127.0.0.1"]
    with serve_securely(name, tmp_path) as (site, certificate):
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        site.page()
        address = site.address(host="exempelby.test", scheme="https")
        if allowed:
            assert get(address).content == PAGE
            assert site.hosts == ["exempelby.test", f"exempelby.test:{site.port}"] * 2
        else:
            assert "«exempelby.test» har inget giltigt certifikat" in refusal(address)
            assert site.asked == []
