"""CSV for a Swedish Excel."""

import pandas as pd
import pytest

from dashboard.exports.spreadsheet_csv import spreadsheet_csv


def test_semicolons_decimal_commas_and_a_mark_that_says_utf_8() -> None:
    table = pd.DataFrame({"Område": ["Sjöbo"], "Andel": [27.2]})
    assert spreadsheet_csv(table) == "\ufeffOmråde;Andel\nSjöbo;27,2\n".encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_text_that_a_spreadsheet_would_run_is_made_text(start: str) -> None:
    exported = spreadsheet_csv(pd.DataFrame({"Titel": [f"{start}CMD()"]})).decode("utf-8-sig")
    assert exported.splitlines()[1].lstrip('"') == f"'{start}CMD()"


def test_negative_numbers_stay_numbers() -> None:
    assert spreadsheet_csv(pd.DataFrame({"n": [-3]})).decode("utf-8-sig") == "n\n-3\n"


def test_whole_numbers_stay_whole_beside_empty_cells() -> None:
    table = pd.DataFrame({"n": [0, None, 12]}, dtype=object)
    assert spreadsheet_csv(table).decode("utf-8-sig") == 'n\n0\n""\n12\n'
