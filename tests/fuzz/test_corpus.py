"""What once broke something, and what the search begins with, is read or refused in good order."""

from pathlib import Path

import pytest

from tests.fuzz.check_capture import check_capture

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_whatever_is_handed_in_is_read_or_refused(path):
    expected = "page" if path.name.startswith("page-") else "refused"
    assert check_capture(path.read_bytes()) == expected
