"""What tests of several kinds share."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

from tests.trust import Ledger

_LEDGER = pytest.StashKey[Ledger]()
settings.register_profile("untimed", deadline=None)  # how long an example takes is the machine's affair
settings.load_profile("untimed")


class OneBrowser(LoadFileScheduling):
    """What `make test` keeps in one process: a file's tests, which share what it makes, and all browsers."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling:
    return OneBrowser(config, log)


@pytest.fixture
def portfolio_folder(tmp_path: Path) -> Path:
    """A copy of the made-up municipality's data folder, which passes every check and may be changed."""
    return Path(shutil.copytree(Path(__file__).parent / "data" / "exempelby", tmp_path / "data"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--trust", type=Path, help="run only the tests of trust, and write what they tried")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_LEDGER] = Ledger()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("trust"):
        others = [item for item in items if "ledger" not in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in set(others)]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    path = session.config.getoption("trust")
    if path and exitstatus == pytest.ExitCode.OK:
        session.config.stash[_LEDGER].write(path)


@pytest.fixture(scope="session")
def ledger(pytestconfig: pytest.Config) -> Ledger:
    """Where tests of trust note what they have tried."""
    return pytestconfig.stash[_LEDGER]
