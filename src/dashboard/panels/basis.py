"""What limits what a page's numbers allow, in words."""

from dashboard.dimensions import MUNICIPALITY_WIDE, NOT_STATED
from dashboard.filters import Filters
from dashboard.gaps import GapKind
from dashboard.panels.view import View
from dashboard.queries.gaps import apart
from dashboard.text.sentences import explained_range, said_range


def missing_pages(view: View) -> str:
    """«För 2 av 4 visionsområden saknas underlag: …»; nothing where every area's page was captured.

    A sentence of its own, for wherever a page says that something is missing: it may stand on those pages.
    """
    areas = view.vocabularies.terms("vision_area")
    missing = [area.label(view.text.language) for area in areas if not area.captured]
    labels = view.text.all_of(missing)
    return view.text("missing-pages", n=len(missing), whole=len(areas), labels=labels) if missing else ""


def lack_said(view: View, kind: GapKind, first: bool = False) -> str:
    """What it means that a district has a gap of the kind, and how much might yet be aimed there.

    Of the whole portfolio, as a filter makes no gaps. The `first` on a page explains its range.
    """
    standing = apart(view.store, Filters(inferred=view.filters.inferred), view.vocabularies)
    wide, unknown = standing[MUNICIPALITY_WIDE], standing[NOT_STATED]
    return view.text(
        f"lacks-{kind}",
        wide=(explained_range if first else said_range)(view.text, *wide),
        unknown=unknown.initiatives,
        nowhere=said_range(view.text, *unknown),
    )
