"""CSV that a Swedish Excel opens right."""

import pandas as pd

from dashboard.spreadsheet import quote_formula


def spreadsheet_csv(table: pd.DataFrame) -> bytes:
    """Semicolons, decimal commas and a byte order mark; text that a spreadsheet would run is made text."""
    safe = pd.DataFrame({_neutral(name): _neutral_column(table[name]) for name in table})
    return safe.to_csv(sep=";", decimal=",", index=False).encode("utf-8-sig")


def _neutral_column(values: pd.Series) -> pd.Series:
    """Whole numbers stay whole beside empty cells, where pandas would make them decimals."""
    safe = [_neutral(value) for value in values]
    decimals = any(isinstance(value, float) for value in safe)
    return pd.Series(safe, dtype=None if decimals else object)


def _neutral(value: object) -> object:
    return quote_formula(value) if isinstance(value, str) else value
