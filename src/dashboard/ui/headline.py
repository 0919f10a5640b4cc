"""The figures at the top of Översikt, each leading to what it counts."""

from dashboard.charts.fragments import fragment
from dashboard.dimensions import ANY
from dashboard.filters import Filters
from dashboard.queries.about import field_coverage
from dashboard.ui.components import show_html
from dashboard.ui.view import View


def show_headline(view: View) -> None:
    text, counted = view.text, view.totals
    areas = view.vocabularies.terms("vision_area")
    captured = sum(area.captured for area in areas)
    placed = int(field_coverage(view.store, view.filters).set_index("field")["initiatives"]["place"])
    with_place = view.narrowed(place=ANY)
    figures = [
        _figure(view, text.number(counted.initiatives), "initiatives", view.href("initiatives")),
        _figure(view, text.number(counted.listings), "listings", view.href("vision_areas")),
        _figure(view, text("of", part=captured, whole=len(areas)), "captured", view.href("about", Filters())),
        _figure(
            view,
            text("of", part=placed, whole=counted.initiatives),
            "placed",
            view.href("initiatives", with_place),
        ),
    ]
    show_html(fragment("figures", figures=figures), "headline", text.language)


def _figure(view: View, number: str, name: str, href: str) -> dict[str, str]:
    return {"number": number, "label": view.text(f"figure-{name}"), "href": href}
