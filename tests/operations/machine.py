"""A machine as docs/operations.md describes it: nginx, by our configuration, before replicas of one store."""

import os
import re
import shlex
import shutil
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPSConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
NAME = "visionskollen.example"
NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
OPENSSL = shutil.which("openssl")
_CONFIGURATION = ROOT / "deploy" / "visionskollen.nginx.conf"
_UNIT = ROOT / "deploy" / "visionskollen@.service"
_PATIENCE = 60
_MOMENT = 0.2
_TRIES = 900
NO_HEADERS: Mapping[str, str] = {}
TRUSTING = ssl._create_unverified_context()  # the certificate is of our own making


@dataclass
class Replica:
    """One process of the app, on a port of its own; it may be stopped, killed and started again."""

    store: Path
    data: Path
    environ: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    base: str = ""
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """By the command of deploy/visionskollen@.service."""
        environ = os.environ | {
            "DASHBOARD_ADDRESS": f"https://{NAME}",
            "DASHBOARD_DATA": str(self.data),
            "DASHBOARD_STORE": str(self.store),
            **self.environ,
        }
        if self.base:
            settings = self.store.parent / ".streamlit" / "config.toml"
            settings.parent.mkdir(exist_ok=True)
            settings.write_text(f'[server]\nbaseUrlPath = "{self.base}"\n', "utf-8")
            environ["HOME"] = str(settings.parents[1])
        command = _command_of_unit(self.port)
        self._process = subprocess.Popen(command, env=environ, cwd=ROOT, stdout=subprocess.DEVNULL)

    def await_ready(self) -> None:
        """As the unit does before it counts as started."""
        assert self._process is not None
        for _ in range(_TRIES):
            if self._ready():
                return
            _still_running(self._process)
        pytest.fail("the replica never became ready")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """As systemd stops it, or worse; gives the exit status."""
        assert self._process is not None
        self._process.send_signal(how)
        return self._process.wait(_PATIENCE)

    def close(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self.stop()

    def _ready(self) -> bool:
        path = f"/{self.base}/health/ready" if self.base else "/health/ready"
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=_PATIENCE) as answer:
                return answer.status == 200
        except HTTPError as error:
            error.close()
            return False
        except (URLError, ConnectionError):
            return False


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Sequence[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """A header may come more than once, and some must not."""
        return [value for each, value in self.headers if each.lower() == name]

    @property
    def text(self) -> str:
        return self.body.decode()


class Through(HTTPSConnection):
    """A connection to the machine under its own name, which no resolver knows."""

    def __init__(self, port: int, name: str = NAME) -> None:
        super().__init__(name, timeout=_PATIENCE)
        self._here = port

    def connect(self) -> None:
        self.sock = TRUSTING.wrap_socket(_connect(self._here), server_hostname=self.host)


@dataclass
class Reader:
    """Someone whose browser keeps cookies."""

    port: int
    cookies: SimpleCookie = field(default_factory=SimpleCookie)

    def ask(
        self,
        target: str,
        method: str = "GET",
        body: bytes | None = None,
        accept: str = "text/html",
        headers: Mapping[str, str] = NO_HEADERS,
    ) -> Answer:
        """On a connection of its own, as after a pause."""
        sent = {"Accept": accept, "Accept-Encoding": "identity", **headers}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{each.key}={each.value}" for each in self.cookies.values())
        connection = Through(self.port)
        try:
            connection.request(method, target, body, sent)
            got = connection.getresponse()
            answer = Answer(got.status, got.getheaders(), got.read())
        finally:
            connection.close()
        for cookie in answer.all("set-cookie"):
            self.cookies.load(cookie)
        return answer


@dataclass
class Machine:
    folder: Path
    replicas: Sequence[Replica]
    https: int = field(default_factory=free_port)
    http: int = field(default_factory=free_port)

    @property
    def store(self) -> Path:
        return self.replicas[0].store

    @property
    def data(self) -> Path:
        return self.replicas[0].data

    def reader(self) -> Reader:
        return Reader(self.https)

    def publish(self, store: Path | None = None) -> None:
        """`dashboard build`, as a person or a timer runs it while readers read."""
        command = ("-m", "dashboard.cli", "build", "--data", self.data, "--store", store or self.store)
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)

    def write_configuration(self) -> Path:
        """Ours, with other places and ports, in the frame that Debian's own gives it."""
        ports = [replica.port for replica in self.replicas]
        ours = _CONFIGURATION.read_text("utf-8")
        for theirs, here in {
            "listen 80": f"listen 127.0.0.1:{self.http}",
            "listen 443": f"listen 127.0.0.1:{self.https}",
            "127.0.0.1:8501": f"127.0.0.1:{ports[0]}",
            "127.0.0.1:8502": f"127.0.0.1:{ports[-1]}",
            f"server_name {NAME}": f"server_name {NAME} localhost",
            "/etc/ssl/visionskollen": str(self.folder),
            "/var/log/nginx": str(self.folder),
            "/var/cache/nginx": str(self.folder),
            "/var/www/acme": str(self.folder / "acme"),
        }.items():
            assert theirs in ours, f"{_CONFIGURATION.name} no longer has {theirs}"
            ours = ours.replace(theirs, here)
        path = self.folder / "nginx.conf"
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        path.write_text(
            "\n".join(
                [
                    "user root;" * (os.geteuid() == 0),  # the folder of a test is its owner's alone
                    f"pid {self.folder}/nginx.pid;",
                    "worker_processes 2;",
                    f"error_log {self.log};",
                    "events { worker_connections 512; }",
                    "http {",
                    *(f"{kind}_temp_path {self.folder}/{kind};" for kind in kinds),
                    ours,
                    "}",
                ]
            ),
            "utf-8",
        )
        return path

    @property
    def log(self) -> Path:
        return self.folder / "error.log"


@contextmanager
def running(folder: Path, data: Path | None = None, replicas: int = 2, base: str = "") -> Iterator[Machine]:
    """Replicas, ready, behind nginx; of the made-up municipality where no data is given."""
    if not (NGINX and OPENSSL):
        pytest.skip("needs nginx and openssl: tools/provide nginx")
    data = data or Path(shutil.copytree(ROOT / "tests" / "data" / "exempelby", folder / "data"))
    store = folder / "store"
    made = [Replica(store, data, base=base) for _ in range(replicas)]
    machine = Machine(folder, made)
    machine.publish()
    make_certificate(folder)
    with ExitStack() as stack:
        for replica in made:
            stack.callback(replica.close)
            replica.start()
        for replica in made:
            replica.await_ready()
        stack.enter_context(behind_nginx(machine))
        yield machine


@contextmanager
def behind_nginx(machine: Machine) -> Iterator[None]:
    assert NGINX is not None
    command = (NGINX, "-e", machine.log, "-c", machine.write_configuration(), "-g", "daemon off;")
    with subprocess.Popen(command) as nginx:
        try:
            while not _listens(machine.https):
                _still_running(nginx)
            yield
        finally:
            nginx.terminate()


def check_configuration(machine: Machine) -> str:
    """What nginx says of it; empty but for its praise."""
    assert NGINX is not None
    command = (NGINX, "-t", "-e", machine.log, "-c", machine.write_configuration())
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def _still_running(process: subprocess.Popen[bytes]) -> None:
    """Fails if it ends within a moment: the pause between two questions."""
    with suppress(subprocess.TimeoutExpired):
        pytest.fail(f"{process.args} ended with status {process.wait(_MOMENT)}")


def _command_of_unit(port: int) -> list[str]:
    """What systemd would run for this port, with the Python that runs the tests."""
    told = re.search(r"^ExecStart=(.+?[^\\])$", _UNIT.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert told
    command = shlex.split(told[1].replace("\\\n", " ").replace("%i", str(port)))
    assert command[0].endswith("/.venv/bin/python")
    return [sys.executable, *command[1:]]


def make_certificate(folder: Path) -> None:
    assert OPENSSL is not None
    command = [
        OPENSSL, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},DNS:localhost",
        "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem",
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)


def plain(port: int) -> HTTPConnection:
    """Without encryption, as who types the name alone comes."""
    return HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)


def _connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)


def _listens(port: int) -> bool:
    try:
        with _connect(port):
            return True
    except ConnectionRefusedError:
        return False
