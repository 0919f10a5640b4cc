"""CSV that a Swedish Excel opens right."""

import pandas as pd

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet_csv(table: pd.DataFrame) -> bytes:
    """Semicolons, decimal commas and a byte order mark; text that a spreadsheet would run is made text."""
    safe = table.rename(columns=_neutral).apply(lambda column: column.map(_neutral))
    return safe.to_csv(sep=";", decimal=",", index=False).encode("utf-8-sig")


def _neutral(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
