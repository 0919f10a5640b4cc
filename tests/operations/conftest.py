"""One machine for all tests of operations: its replicas take seconds to start."""

from collections.abc import Iterator

import pytest

from tests.operations.machine import Machine, Reader, running


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """Two replicas of the made-up municipality behind nginx. Whoever stops one starts it again."""
    with running(tmp_path_factory.mktemp("machine")) as made:
        yield made


@pytest.fixture
def reader(machine: Machine) -> Reader:
    """A reader who comes for the first time."""
    return machine.reader()
