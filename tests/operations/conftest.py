"""One machine for all tests of operations: its replicas take seconds to start."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.machine import NGINX, OPENSSL, ROOT, Machine, Reader, running


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """Two replicas of the made-up municipality behind nginx. Whoever stops one starts it again."""
    if not (NGINX and OPENSSL):
        pytest.skip("needs nginx and openssl: tools/provide nginx")
    folder = tmp_path_factory.mktemp("machine")
    data = Path(shutil.copytree(ROOT / "tests" / "data" / "exempelby", folder / "data"))
    with running(folder, data) as made:
        yield made


@pytest.fixture
def reader(machine: Machine) -> Reader:
    """A reader who comes for the first time."""
    return machine.reader()
