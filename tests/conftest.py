"""What tests of several kinds share."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how long an example takes is the machine's affair
settings.load_profile("untimed")


@pytest.fixture
def portfolio_folder(tmp_path: Path) -> Path:
    """A copy of the made-up municipality's data folder, which passes every check and may be changed."""
    return Path(shutil.copytree(Path(__file__).parent / "data" / "exempelby", tmp_path / "data"))
