"""The top of Översikt: one sentence, and figures that lead to what they count."""

from dashboard.charts.fragments import fragment
from dashboard.dimensions import NOT_STATED
from dashboard.filters import Filters
from dashboard.panels.view import View
from dashboard.queries.coverage import count_by_term, totals
from dashboard.text.sentences import headline_sentence, said_range
from dashboard.ui.components import show_html


def show_headline(view: View) -> None:
    text, counted = view.text, view.totals
    areas = view.vocabularies.terms("vision_area")
    captured = sum(area.captured for area in areas)
    places = count_by_term(view.store, view.filters, view.vocabularies, "place").set_index("term")
    placed = counted.initiatives - int(places["initiatives"].get(NOT_STATED, 0))
    known = view.filters.known("place")
    named = totals(view.store, known)
    said_placed = said_range(text, placed, named.least, named.most) if placed else text.number(0)
    figures = [
        _figure(
            view,
            said_range(text, counted.initiatives, counted.least, counted.most),
            "initiatives",
            view.href("initiatives"),
        ),
        _figure(view, text.number(counted.listings), "listings", view.href("vision_areas")),
        _figure(view, text("of", part=captured, whole=len(areas)), "captured", view.href("about", Filters())),
        _figure(
            view,
            text("of", part=said_placed, whole=counted.initiatives),
            "placed",
            view.href("initiatives", known) if placed else "",
        ),
    ]
    stages = count_by_term(view.store, view.filters, view.vocabularies, "stage")
    sentence = headline_sentence(text, view.vocabularies, counted.initiatives, stages)
    show_html(fragment("headline", sentence=sentence, figures=figures), "headline", text.language)


def _figure(view: View, number: str, name: str, href: str) -> dict[str, str]:
    return {"number": number, "label": view.text(f"figure-{name}"), "href": href}
