"""deploy/visionskollen.nginx.conf, in Debian's nginx before two replicas that read one store."""

import json
import re
import signal
import socket
import ssl
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from http.client import RemoteDisconnected
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, cycle, groupby
from pathlib import Path
from subprocess import DEVNULL
from threading import Event, Thread

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.operations.machine import (
    NAME,
    OPENSSL,
    TRUSTING,
    Answer,
    Machine,
    Reader,
    Replica,
    Through,
    behind_nginx,
    check_configuration,
    make_certificate,
    plain,
    running,
)
from tests.trust import Kind, Ledger

PAGES = ("", "visionsomraden", "malomraden", "omraden", "luckor", "skeden", "insatser", "om-data")
_VERSION = re.compile(r"Data ([0-9a-f]{12}), gjord")
GZIP = {"Accept-Encoding": "gzip"}
_PAUSE = 0.05
"""Seconds between a reader's questions, which leave the processor to who starts or builds."""
_MANY = 16
"""So many readers that all of one replica would be a chance of 1 in 32 768."""


def version_in(answer: Answer) -> str:
    """The data version that a page or its sections tell in the footer; only one."""
    [version] = set(_VERSION.findall(answer.text))
    return version


def test_nginx_takes_the_configuration_without_a_warning(machine: Machine):
    said = check_configuration(machine)
    assert "test is successful" in said
    assert "warn" not in said


@pytest.mark.parametrize("path", PAGES)
def test_pages_and_their_sections_come_whole(reader: Reader, path: str):
    page = reader.ask(f"/{path}")
    assert (page.status, page.text.count("</html>")) == (200, 1)
    sections = reader.ask(f"/sections/{path or 'oversikt'}", accept="*/*")
    assert sections.status == 200
    assert version_in(page) == version_in(sections)


def test_scripts_come_compressed_by_the_app_and_are_kept_by_browsers_and_nginx(reader: Reader):
    script = re.search(r'src="\./(static/js/index\.[^"]+)"', reader.ask("/").text)
    assert script
    first, again = (reader.ask(f"/{script[1]}", accept="*/*", headers=GZIP) for _ in range(2))
    for answer in (first, again):
        assert answer.status == 200
        assert answer.all("cache-control") == ["public, max-age=31536000, immutable"]
        assert not answer.all("set-cookie")
    [tag] = again.all("etag")
    assert reader.ask(f"/{script[1]}", accept="*/*", headers=GZIP | {"If-None-Match": tag}).status == 304


@contextmanager
def session(reader: Reader, below: str = "") -> Iterator[ClientConnection]:
    """A Streamlit session, with the first run of the script over."""
    cookies = "; ".join(f"{each.key}={each.value}" for each in reader.cookies.values())
    with connect(
        f"wss://{NAME}{below}/_stcore/stream",
        sock=socket.create_connection(("127.0.0.1", reader.port), timeout=60),
        ssl=TRUSTING,
        origin=Origin(f"https://{NAME}"),
        subprotocols=[Subprotocol("streamlit")],
        additional_headers={"Cookie": cookies},
        max_size=None,
    ) as socket_:
        asked = BackMsg()
        asked.rerun_script.SetInParent()
        socket_.send(asked.SerializeToString())
        while True:
            told = ForwardMsg.FromString(socket_.recv(timeout=60, decode=False))
            if told.WhichOneof("type") == "script_finished":
                assert told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                break
        yield socket_


def close_code(opened: ClientConnection) -> int | None:
    """Why the server closed it; waits until it does."""
    with suppress(ConnectionClosed):
        for _ in opened:
            pass
    return opened.close_code


def test_a_session_runs_through_the_websocket(reader: Reader):
    reader.ask("/")
    with session(reader):
        pass


def test_a_reader_stays_on_one_replica_and_others_come_to_the_other(machine: Machine):
    """A file being made is known to one process only, so who is asked shows where one is."""
    readers = [machine.reader() for _ in range(_MANY)]
    jobs = []
    for each in readers:
        each.ask("/")
        jobs.append(json.loads(each.ask("/export/insatser.csv", "POST").body)["address"])
    for each, job in zip(readers, jobs, strict=True):
        assert [each.ask(f"/export/{job}").status for _ in range(3)] == [200, 200, 200]
    known = Counter(each.ask(f"/export/{jobs[0]}").status for each in readers)
    assert set(known) == {200, 404}


def test_a_program_without_cookies_stays_on_one_replica_too(machine: Machine):
    job = json.loads(machine.reader().ask("/export/insatser.csv", "POST", accept="*/*").body)["address"]
    assert [machine.reader().ask(f"/export/{job}", accept="*/*").status for _ in range(5)] == [200] * 5


def test_the_cookie_says_nothing_and_is_guarded(reader: Reader):
    [cookie] = [each for each in reader.ask("/").all("set-cookie") if "replica" in each]
    assert re.fullmatch(r"visionskollen_replica=[0-9a-f]{32}; Path=/; Secure; HttpOnly; SameSite=Lax", cookie)
    assert not [each for each in reader.ask("/").all("set-cookie") if "replica" in each]


def test_the_browser_is_told_once_to_come_encrypted_only(reader: Reader):
    """By the app, which hears from nginx that the reader came encrypted."""
    answer = reader.ask("/")
    assert len(answer.all("strict-transport-security")) == 1
    assert all("; Secure" in cookie for cookie in answer.all("set-cookie"))


def test_who_comes_unencrypted_is_sent_to_the_encrypted_page(machine: Machine):
    connection = plain(machine.http)
    connection.request("GET", "/omraden?target=housing", headers={"Host": NAME})
    answer = connection.getresponse()
    connection.close()
    assert (answer.status, answer.headers["location"]) == (301, f"https://{NAME}/omraden?target=housing")


@pytest.mark.parametrize(
    ("version", "taken"), [("tls1", False), ("tls1_1", False), ("tls1_2", True), ("tls1_3", True)]
)
def test_old_encryption_is_refused(machine: Machine, version: str, taken: bool):
    ciphers = "ALL:@SECLEVEL=0"  # so that it is nginx who refuses
    command = ["s_client", "-connect", f"127.0.0.1:{machine.https}", "-servername", NAME, "-cipher", ciphers]
    ended = subprocess.run([str(OPENSSL), *command, f"-{version}"], stdin=DEVNULL, capture_output=True)
    assert (ended.returncode == 0) is taken


def test_another_name_gets_no_answer(machine: Machine, ledger: Ledger):
    with pytest.raises(ssl.SSLError):
        Through(machine.https, "other.example").connect()
    connection = plain(machine.http)
    connection.request("GET", "/", headers={"Host": "other.example"})
    with pytest.raises(RemoteDisconnected):
        connection.getresponse()
    connection.close()
    ledger.note(Kind.HOSTILE, "another host's name at the proxy", 2)


@pytest.mark.parametrize(
    ("method", "target", "body", "status"),
    [
        ("GET", f"/?q={'a' * 50_000}", None, 414),
        ("POST", "/export/insatser.csv", b"a" * 100_000, 413),
        ("GET", "/health/ready", None, 404),
        ("GET", "/health/live", None, 404),
    ],
)
def test_what_is_too_large_or_not_for_readers_is_refused(
    reader: Reader, ledger: Ledger, method: str, target: str, body: bytes | None, status: int
):
    assert reader.ask(target, method, body).status == status
    ledger.note(Kind.HOSTILE, "oversized or closed, at the proxy")


def test_a_link_with_a_large_deck_comes_through(reader: Reader):
    """Decks travel in addresses; nginx by itself takes 8 kB."""
    assert reader.ask(f"/bildspel?deck={'a' * 20_000}").status == 200


def test_the_app_believes_only_what_nginx_says(tmp_path: Path, ledger: Ledger):
    """A header that a client sends never comes to the app, whoever it names."""
    forged = {
        "X-Forwarded-For": "192.0.2.1",
        "X-Forwarded-Host": "other.example",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Prefix": "/other",
        "X-Forwarded-Email": "editor@visionskollen.example",
        "X-Forwarded-User": "editor",
        "X-Forwarded-Groups": "editors",
        "X-Forwarded-Preferred-Username": "editor",
        "X_Forwarded_Email": "editor@visionskollen.example",
        "X-Real-IP": "192.0.2.1",
        "Via": "1.1 other",
        "Forwarded": "for=192.0.2.1",
    }
    make_certificate(tmp_path)
    with echo() as port:
        machine = Machine(tmp_path, [Replica(tmp_path, tmp_path, port=port)])
        with behind_nginx(machine):
            seen = json.loads(machine.reader().ask("/", headers=forged).body)
    told = {
        name: value
        for name, value in seen.items()
        if name.startswith(("x-", "x_", "forwarded", "host", "via"))
    }
    assert told == {"host": NAME, "via": "1.1 nginx", "x-forwarded-proto": "https"}
    ledger.note(Kind.HOSTILE, "forged headers at the proxy", len(forged))


@contextmanager
def echo() -> Iterator[int]:
    """A server that answers with the headers it got; gives its port."""

    class Echo(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps({name.lower(): value for name, value in self.headers.items()}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        Thread(target=server.serve_forever).start()
        yield server.server_port
        server.shutdown()


@contextmanager
def read_on(machine: Machine, readers: int = 3) -> Iterator[list[list[Answer]]]:
    """Readers who ask again and again until the block is over; gives what each has got so far."""
    enough = Event()
    got: list[list[Answer]] = [[] for _ in range(readers)]

    def ask(answers: list[Answer]) -> None:
        reader = machine.reader()
        for path in cycle(["/", "/sections/omraden", "/insatser", "/sections/luckor"]):
            answers.append(reader.ask(path))
            if enough.wait(_PAUSE):
                return

    with ThreadPoolExecutor(readers) as pool:
        asking = [pool.submit(ask, answers) for answers in got]
        try:
            yield got
        finally:
            enough.set()
    for each in asking:
        each.result()


def test_a_new_version_reaches_all_readers_at_once(machine: Machine, ledger: Ledger):
    old = version_in(machine.reader().ask("/"))
    with read_on(machine) as got:
        change(machine.data)
        machine.publish()
        new = {version_in(machine.reader().ask("/")) for _ in range(_MANY)}
    assert len(new) == 1
    assert old not in new
    for answers in got:
        assert {answer.status for answer in answers} == {200}
        versions = [version_in(answer) for answer in answers]
        assert [version for version, _ in groupby(versions)] == [old, *new]
    ledger.note(Kind.SERVED, "by two replicas while a version was published", sum(map(len, got)))


def change(data: Path) -> None:
    """Another version of the data: the first initiative gets another title."""
    path = data / "portfolio" / "initiatives.csv"
    head, first, *others = path.read_text("utf-8").splitlines(keepends=True)
    code, _, rest = first.partition(",")
    path.write_text("".join([head, f"{code},Ny {rest}", *others]), "utf-8")


def test_a_replica_that_is_killed_is_passed_over(machine: Machine, ledger: Ledger):
    victim = machine.replicas[0]
    with read_on(machine) as got:
        victim.stop(signal.SIGKILL)
        later = [machine.reader().ask("/") for _ in range(_MANY)]
        victim.start()
        victim.await_ready()
    answers = [*later, *chain(*got)]
    assert {answer.status for answer in answers} == {200}
    assert len({version_in(answer) for answer in answers}) == 1
    ledger.note(Kind.SERVED, "while a replica was killed", len(answers))


def test_an_update_of_the_program_interrupts_no_reader(machine: Machine, ledger: Ledger):
    """One replica after the other moves to the store that the new program has built beside the old one."""
    store = machine.folder / "next"
    machine.publish(store)
    with ExitStack() as stack:
        sessions = [stack.enter_context(session(machine.reader())) for _ in range(4)]
        with read_on(machine) as got:
            for replica in machine.replicas:
                replica.stop()
                replica.store = store
                replica.start()
                replica.await_ready()
        assert [close_code(each) for each in sessions] == [CloseCode.SERVICE_RESTART] * 4
    answers = list(chain(*got))
    assert {answer.status for answer in answers} == {200}
    assert len({version_in(answer) for answer in answers}) == 1
    ledger.note(Kind.SERVED, "during a rolling restart", len(answers))


def test_the_app_may_stand_below_a_path(tmp_path: Path, portfolio_folder: Path):
    with running(tmp_path, portfolio_folder, replicas=1, base="visionskollen") as machine:
        reader = machine.reader()
        page = reader.ask("/visionskollen/omraden")
        assert version_in(page) == version_in(reader.ask("/visionskollen/sections/omraden", accept="*/*"))
        script = re.search(r'src="\./(static/js/index\.[^"]+)"', page.text)
        assert script
        assert reader.ask(f"/visionskollen/{script[1]}", accept="*/*").status == 200
        assert reader.ask("/visionskollen/export/insatser.csv").status == 200
        assert reader.ask("/visionskollen/health/ready").status == 404
        with session(reader, below="/visionskollen"):
            pass
