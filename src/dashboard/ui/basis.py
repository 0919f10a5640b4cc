"""How much is known at all, said first where it limits what a page's numbers allow."""

from dataclasses import replace

from dashboard.charts.fragments import fragment
from dashboard.dimensions import ANY, MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters
from dashboard.panels.basis import missing_pages
from dashboard.panels.view import View
from dashboard.queries.coverage import count_by_term, totals
from dashboard.text.sentences import explained_range, range_line, said_range
from dashboard.ui.components import show_html

Clause = tuple[str, str, Filters]
"""What stands before it, its text, and the initiatives that it counts."""


def show_basis(view: View, dimension: str) -> None:
    """Of how many selected initiatives a term is known; each number leads to its list.

    «25 av 68 insatser har ett målområde, 15 om bara det som kommunen anger räknas; för 43 säger källan …»
    Picks in the dimension itself are lifted: among those that have a district, all have one. The first range
    is explained, as it may be the page's first.
    """
    selected = view.filters.pick(**{dimension: ()})
    clauses = _of_districts(view, selected) if dimension == "district" else _of(view, selected, dimension)
    whole, tell, told = totals(view.store, selected).initiatives, explained_range, []
    for joint, key, filters in clauses:
        found = totals(view.store, filters)
        n, least, most = found.initiatives, found.least, found.most
        said = view.text(key, n=n, range=tell(view.text, n, least, most), whole=whole)
        if least != most and range_line(view.text, least, most) in said:
            tell = said_range
        told.append({"joint": joint, "said": said, "href": view.href("initiatives", filters) if n else ""})
    html = fragment("known", clauses=told, missing=missing_pages(view))
    show_html(html, f"known-{dimension}", view.text.language)


def _of(view: View, selected: Filters, dimension: str) -> list[Clause]:
    known = selected.pick(**{dimension: ANY})
    otherwise = replace(known, inferred=not known.inferred)
    clauses = [("", f"known-{dimension}", known)]
    found = totals(view.store, known)
    if found.least != found.most:
        clauses.append((", ", "with-inferred" if otherwise.inferred else "known-stated", otherwise))
    return [*clauses, ("; ", "known-unknown", selected.pick(**{dimension: NOT_STATED}))]


def _of_districts(view: View, selected: Filters) -> list[Clause]:
    """A district, another place, the whole municipality, or nowhere, as far as the picked places allow."""
    places = selected.picks.get("place", (ANY, NOT_STATED))
    named = [place for place in places if place != NOT_STATED]
    clauses = [("", "known-district", _named(view, selected))]
    if named:
        clauses.append((" ", "known-elsewhere", selected.pick(district=NOT_STATED, place=named)))
    clauses.append((", ", "known-everywhere", selected.pick(district=MUNICIPALITY_WIDE)))
    if NOT_STATED in places:
        clauses.append(("; ", "known-unknown", selected.pick(district=NOT_STATED, place=NOT_STATED)))
    return clauses


def _named(view: View, selected: Filters) -> Filters:
    """What reaches everyone is no district, so those in use are picked."""
    counts = count_by_term(view.store, replace(selected, inferred=True), view.vocabularies, "district")
    codes = [code for code in view.vocabularies.codes("district") if code != MUNICIPALITY_WIDE]
    used = set(counts.loc[counts["initiatives"] > 0, "term"])
    return selected.pick(district=[code for code in codes if code in used] or codes)
