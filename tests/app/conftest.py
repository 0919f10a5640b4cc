"""The whole app without a browser: what the router and a page draw for a link."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import takewhile
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from starlette.applications import Starlette
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

import dashboard.ui
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.ui.export_jobs import Jobs
from dashboard.ui.export_routes import export_routes
from dashboard.ui.first_view import forget_drawn
from tests.asgi import ask

ROUTER = Path(dashboard.ui.__file__).with_name("router.py")
SECONDS = 30
"""The first run fills caches; on a busy machine that takes its time."""


def words(html: str) -> str:
    """What HTML says, without its markup, which leaves a space save where it marks the language of a word."""
    whole = re.sub(r'<span lang="sv">(.*?)</span>', r"\1", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", whole)).split())


@dataclass
class Visit:
    """A reader's session, and what its latest run has drawn."""

    app: AppTest

    @property
    def _drawn(self) -> dict[str, dict[str, str]]:
        """What each component of ours is given, by its key."""
        given = {str(each.key): json.loads(each.proto.json) for each in self.app.get("bidi_component")}
        return {key: data for key, data in given.items() if "html" in data}

    @property
    def html(self) -> dict[str, str]:
        """The HTML of each component of ours, by its key."""
        return {key: data["html"] for key, data in self._drawn.items()}

    @property
    def asked(self) -> set[str]:
        """What the components say that they answer."""
        return {data["asked"] for data in self._drawn.values()}

    def text(self, key: str) -> str:
        """What a component says, without its markup."""
        return words(self.html[key])

    @property
    def keys(self) -> list[str]:
        """What stands on the page from its top, without what stands beside it."""
        return [key for key in self.html if key != "filters"]

    def table(self, key: str) -> str:
        """The table that a chart can be read as."""
        found = re.search(rf'<details id="{key}-table">.*?</details>', self.html[key], re.DOTALL)
        assert found
        return found[0]

    @property
    def selection(self) -> str:
        """What stands above the page: which initiatives it shows."""
        heads = [html for key, html in self.html.items() if key.startswith("head-")]
        found = [re.search(r'class="vk-selection".*?<strong>(.*?)</strong>', html) for html in heads]
        assert len(found) == 1
        assert found[0]
        return unescape(found[0][1])

    @property
    def link(self) -> dict[str, list[str]]:
        """The parameters that the URL now has."""
        return {
            name: value if isinstance(value, list) else [value]
            for name, value in self.app.query_params.items()
        }

    def run(self) -> None:
        self.app.run()
        assert [error.message for error in self.app.exception] == []


def visit_page(code: str = "overview", params: str = "", theme: str = "light") -> Visit:
    """Follow a link to the page. A session begins on Översikt, which is left as it is."""
    visit = Visit(AppTest.from_file(ROUTER, default_timeout=SECONDS))
    visit.app.context = {"theme": theme}
    if code == "overview":
        visit.app.query_params = dict(parse_qs(params))
    visit.run()
    if code != "overview":
        visit.app.switch_page(str(SETTINGS.root / "pages" / f"{code}.py"))
        visit.app.query_params = dict(parse_qs(params))
        visit.run()
    return visit


def csv_rows(html: str) -> list[list[str]]:
    """The table, head first, of the CSV file that a chart leads to."""
    found = re.search(r'href="(export/[^"]+\.csv[^"]*)"', html)
    assert found
    answer = ask(Starlette(routes=export_routes(Jobs())), f"/{unescape(found[1])}")
    assert answer.status == 200
    lines = csv.reader(io.StringIO(answer.body.decode("utf-8-sig")), delimiter=";")
    return list(takewhile(bool, lines))


@pytest.fixture(scope="session", autouse=True)
def one_scan_for_components() -> Iterator[None]:
    """Each `AppTest` searches all installed packages for components: that takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        scan = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(scan))
        yield


@pytest.fixture(scope="session")
def real_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of the project's own data."""
    folder = tmp_path_factory.mktemp("store")
    build_store(SETTINGS.data, folder)
    return folder


@pytest.fixture
def use_folders(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the app read other folders than the settings say: `store`, `data`."""

    def use(**folders: Path) -> None:
        for name, folder in folders.items():
            monkeypatch.setitem(vars(SETTINGS), name, folder)

    return use


@pytest.fixture
def visit(use_folders: Callable[..., None], real_store: Path) -> Callable[..., Visit]:
    """Begins a session on the real portfolio that the test may go on with, with nothing drawn yet."""
    use_folders(store=real_store)
    forget_drawn()
    return visit_page


@pytest.fixture(scope="session")
def shown(real_store: Path) -> Callable[..., Visit]:
    """What a link shows of the real portfolio; drawn once for all tests, which only read it."""

    @cache
    def show(code: str = "overview", params: str = "", theme: str = "light") -> Visit:
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(vars(SETTINGS), "store", real_store)
            return visit_page(code, params, theme)

    return show
