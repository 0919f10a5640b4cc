"""A site that lets some write, as it is served: when it starts at all, and whom it takes its readers for."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree

import pytest

from tests.apart import run_apart
from tests.browser.serving import ROOT, served
from tests.streamlit_session import Pieces, StreamlitSession
from tests.trust import Kind, Ledger

Header = tuple[str, str]
EDITOR, READER = ("X-Forwarded-Email", "redaktor@stad.example"), ("X-Forwarded-Email", "lasare@stad.example")
EDITORS = ("X-Forwarded-Groups", "redaktorer, alla")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("proxy")
    data = Path(copytree(ROOT / "tests" / "data" / "exempelby", folder / "data"))
    options = {"SIGN_IN": "proxy", "EDITORS": "redaktor@stad.example, group:redaktorer"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in options.items():
            patch.setenv(f"DASHBOARD_{name}", value)
        with served(folder / "store", data) as url:
            yield url


def signing(address: str, headers: Sequence[Header]) -> str:
    """What the footer says of who the reader of such a connection is."""

    async def visit() -> Pieces:
        async with StreamlitSession(address, headers) as session:
            return await session.pieces("luckor")

    footer = run_apart(visit())["footer"]
    found = re.search(r'<p class="vk-signing">([^<]*)', footer)
    return found[1].strip() if found else ""


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ([EDITOR], "Inloggad som redaktor@stad.example, som får skriva här."),
        ([READER], "Inloggad som lasare@stad.example, som får läsa men inte skriva här."),
        ([READER, EDITORS], "Inloggad som lasare@stad.example, som får skriva här."),
        ([EDITOR, ("X-Forwarded-Proto", "https")], "Inloggad som redaktor@stad.example, som får skriva här."),
        ([], ""),
    ],
)
def test_a_session_is_of_whom_the_proxy_says(address, headers, says):
    assert signing(address, headers) == says


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param([EDITOR, READER], id="twice"),
        pytest.param([EDITOR, ("X-Forwarded-For", "198.51.100.9")], id="of a reader elsewhere"),
        pytest.param([EDITOR, ("X-Forwarded-For", "127.0.0.1")], id="said to be of this machine"),
        pytest.param(
            [EDITOR, ("X-Forwarded-For", "127.0.0.1:4000")], id="said to be of this machine, with a port"
        ),
        pytest.param([("X_Forwarded_Email", EDITOR[1])], id="with underscores"),
        pytest.param([("Visionskollen-User", EDITOR[1])], id="in the header of ours"),
        pytest.param([("Visionskollen_User", EDITOR[1])], id="in the header of ours, with an underscore"),
        pytest.param([EDITORS], id="a group without anyone"),
    ],
)
def test_what_a_connection_forges_signs_nobody_in(address, ledger: Ledger, headers):
    assert signing(address, headers) == ""
    ledger.note(Kind.HOSTILE, "headers forged to be signed in by")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "DASHBOARD_EDIT och --edit är för den egna datorn"),
        ({"STREAMLIT_SERVER_ADDRESS": "127.0.0.1", "DASHBOARD_SIGN_IN": "proxy"}, "Välj ett av dem."),
    ],
)
def test_pages_that_anyone_could_write_to_are_not_served(tmp_path, options, says):
    """The command ends with a sentence and without a traceback."""
    everywhere = {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0", "STREAMLIT_SERVER_HEADLESS": "true"}
    folders = {"DASHBOARD_EDIT": "yes", "DASHBOARD_STORE": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py"],
        cwd=ROOT,
        env=os.environ | everywhere | folders | options,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert says in ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
