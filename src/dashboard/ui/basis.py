"""How much is known at all, said first where it limits what a page's numbers allow."""

from dataclasses import replace

from dashboard.charts.fragments import fragment
from dashboard.dimensions import ANY, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters
from dashboard.queries.coverage import count_by_term, totals
from dashboard.text.sentences import said_range
from dashboard.ui.components import show_html
from dashboard.ui.view import View


def show_basis(view: View, dimension: str) -> None:
    """Of how many selected initiatives a term is known; each number leads to its list.

    «25 av 68 insatser har ett målområde, 15 om bara det som kommunen anger räknas; för 43 säger källan …»
    Picks in the dimension itself are lifted: among those that have a district, all have one. Its text is
    `known-<dimension>`.
    """
    selected = view.filters.pick(**{dimension: ()})
    named = _named(view, selected, dimension)
    otherwise = replace(named, inferred=not named.inferred)
    clauses = [(f"known-{dimension}", named)]
    if _count(view, otherwise) != _count(view, named):
        clauses.append(("with-inferred" if otherwise.inferred else "known-stated", otherwise))
    if dimension == "district":
        clauses.append(("known-everywhere", selected.pick(district=MUNICIPALITY_WIDE)))
    clauses.append(("known-unknown", selected.pick(**{dimension: NOT_STATED})))
    whole = _count(view, selected)
    html = fragment("known", clauses=[_clause(view, key, filters, whole) for key, filters in clauses])
    show_html(html, f"known-{dimension}", view.text.language)


def _named(view: View, selected: Filters, dimension: str) -> Filters:
    """Those with a known term; of districts, what reaches everyone is none, so those in use are picked."""
    if dimension != "district":
        return selected.pick(**{dimension: ANY})
    counts = count_by_term(view.store, replace(selected, inferred=True), view.vocabularies, dimension)
    codes = [code for code in view.vocabularies.codes(dimension) if code != MUNICIPALITY_WIDE]
    used = set(counts.loc[counts["initiatives"] > 0, "term"])
    return selected.pick(**{dimension: [code for code in codes if code in used] or codes})


def _count(view: View, filters: Filters) -> int:
    return totals(view.store, filters).initiatives


def _clause(view: View, key: str, filters: Filters, whole: int) -> dict[str, str]:
    found = totals(view.store, filters)
    count, between = found.initiatives, (found.least, found.most)
    said = view.text(key, n=count, range=said_range(view.text, count, *between), whole=whole)
    return {"said": said, "href": view.href("initiatives", filters) if count else ""}
