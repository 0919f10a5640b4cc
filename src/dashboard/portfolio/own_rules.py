"""The rules that an import applies by itself, for folders whose rules.csv does not name them yet."""

from dataclasses import replace

from dashboard.portfolio.gazetteer import DISTRICT_RULE, PLACE_RULE
from dashboard.portfolio.tables import Portfolio
from dashboard.store.rows import new_row
from dashboard.store.tables import RULES, TABLE_OF

SHEET_RULE = "stated-by-sheet"

_WORDS = {
    DISTRICT_RULE: (
        "Texten namnger området som insatsen riktas till.",
        "The text names the district the initiative is aimed at.",
    ),
    PLACE_RULE: ("Texten namnger platsen.", "The text names the place."),
    SHEET_RULE: ("Ett importerat kalkylblad anger det.", "An imported spreadsheet says so."),
}


def with_own_rules(portfolio: Portfolio) -> Portfolio:
    """The portfolio with a row for each of these rules that a label or doubt refers to."""
    known = {row["code"] for row in portfolio.rules}
    used = {row["rule"] for row in (*portfolio.classifications, *portfolio.review)}
    missing = [
        new_row(TABLE_OF[RULES], code=code, label_sv=label_sv, label_en=label_en)
        for code, (label_sv, label_en) in _WORDS.items()
        if code in used - known
    ]
    return replace(portfolio, rules=[*portfolio.rules, *missing])
