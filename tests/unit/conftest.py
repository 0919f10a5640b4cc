"""What several unit tests look at and none of them changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faults import Workshop

from dashboard.settings import SETTINGS
from dashboard.store.build import build_store


@pytest.fixture(scope="module")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the made-up municipality."""
    folder = tmp_path_factory.mktemp("store")
    build_store(SETTINGS.root / "tests" / "data" / "exempelby", folder)
    return folder


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    """Where commands are run, and stopped between two of their steps."""
    made = Workshop()
    yield made
    made.close()
