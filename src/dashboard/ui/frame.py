"""What stands around every page: header, heading, footer."""

from dataclasses import replace

from markupsafe import Markup

from dashboard.charts.fragments import fragment
from dashboard.dimensions import MUNICIPALITY_WIDE
from dashboard.exports.plain import shortened
from dashboard.filters import Filters
from dashboard.links import IN_FOOTER, LANGUAGE, OTHER, PANEL, PATHS, PROFILE, SNAPSHOT, UNSELECTED
from dashboard.panels.pages import PANELS, has_something
from dashboard.panels.sharing import here_href
from dashboard.panels.snapshots import dated
from dashboard.panels.view import View
from dashboard.queries.about import build_facts
from dashboard.queries.coverage import totals
from dashboard.queries.portfolio import read_municipality
from dashboard.reports import source_line
from dashboard.settings import SETTINGS
from dashboard.sign_in import OIDC
from dashboard.text import LANGUAGES, text_of
from dashboard.text.sentences import foreign
from dashboard.ui.address import is_loopback, served_at, whole_address
from dashboard.ui.components import show_html
from dashboard.ui.qr import qr_svg
from dashboard.ui.reader import end_page, is_embedded
from dashboard.ui.share import hear, share
from dashboard.ui.styles import css_string
from dashboard.ui.take_along import page_files
from dashboard.ui.view import read_view
from dashboard.ui.writer import SIGN_IN, SIGN_OUT, hear_signing, person

_IN_LANGUAGE = Markup('<span lang="{}">{}</span>')
_FOOT = 120
"""Characters beside the page number at the foot of a sheet."""


def show_header(view: View) -> None:
    text = view.text
    other = next(language for language in LANGUAGES if language != text.language)
    header = fragment(
        "header",
        skip=text("skip-to-content"),
        product=text("product"),
        municipality=read_municipality(view.store)["name"],
        home=view.href("overview"),
        menu=text("menu"),
        items=[
            {"href": view.href(code), "label": text(f"page-{code}"), "current": code == view.page}
            for code in PATHS
            if code not in IN_FOOTER
        ],
        other={
            "code": other,
            "href": replace(view, links=replace(view.links, language=other)).href(view.page, **view.own),
            "label": text_of(other)("language-name"),
        },
    )
    show_html(header, "header", text.language)


def open_page(code: str) -> View:
    """The view a page shows, its heading and what is selected. Where that is nothing, the page ends."""
    view = read_view(code)
    text = view.text
    something, embedded = has_something(view), is_embedded()
    one_panel = embedded and something and view.param(PANEL) in PANELS.get(code, ())
    files = page_files(view) if something and code in PANELS else Markup()
    selects = code not in UNSELECTED
    head = fragment(
        "page_head",
        hidden=one_panel,  # the panel says it all
        title=text(f"page-{code}"),
        question="" if embedded else text(f"question-{code}"),
        selection=view.selection() if selects else "",
        clear=_clear(view) if selects and view.filters and not embedded else None,
        wide=_reaching_everyone(view) if selects and not embedded else None,
        printed=_printed(view),
        tools="" if embedded else share(view) + files,
    )
    show_html(head, f"head-{code}", text.language, hear=lambda asked: hear(view, asked))
    if not something:
        _show_nothing(view)
    return view


def _printed(view: View) -> dict[str, object]:
    """Of when it is and where it is found: on paper, what a camera follows need not be spelt out."""
    address = whole_address(view, here_href(view)) if served_at(view.page) else ""
    label = view.text("share-code", link=view.text(f"page-{view.page}"))
    code = qr_svg(address, label) if address and not is_loopback(address) else ""
    return {
        "says": [dated(view), address.partition("?")[0] if code else address],
        "code": code,
        "foot": css_string(shortened(_foot(view), _FOOT)),
    }


def _foot(view: View) -> str:
    """What a sheet of paper is of, when it lies by itself."""
    selection = view.selection() if view.page not in UNSELECTED else ""
    page = f"{view.text('product')}: {view.text(f'page-{view.page}')}"
    return " · ".join(filter(None, (page, selection, dated(view))))


def _reaching_everyone(view: View) -> dict[str, str] | None:
    """Beside a picked district: what reaches everyone, which a filter on districts would hide."""
    picked = view.filters.picks.get("district", (MUNICIPALITY_WIDE,))
    if MUNICIPALITY_WIDE in picked:
        return None
    everywhere = view.narrowed(district=MUNICIPALITY_WIDE)
    count = totals(view.store, everywhere).initiatives
    label = view.text("reaching-everyone", n=count)
    return {"href": view.href(view.page, everywhere, **view.kept), "label": label} if count else None


def _clear(view: View) -> dict[str, str]:
    return {"href": view.href(view.page, Filters(), **view.kept), "label": view.text("clear-filters")}


def show_unknown(view: View) -> None:
    """Say which values of the link nobody knows; the URL has been mended, so it is said once."""
    notes = [
        note
        for param, value in view.unknown
        if param != SNAPSHOT  # `show_missing_snapshot` says that
        for note in _unknown_said(view, param, value)
    ]
    if notes:
        show_html(fragment("notes", notes=notes), "unknown", view.text.language)


def _unknown_said(view: View, param: str, value: str) -> list[Markup]:
    """In the reader's language; in all that there are where the link asks for one that nobody speaks here."""
    key = "unknown-profile" if param in (PROFILE, OTHER) else "unknown-code"
    spoken = LANGUAGES if param == LANGUAGE else [view.text.language]
    told = {language: text_of(language)(key, param=param, value=foreign(value)) for language in spoken}
    return [_IN_LANGUAGE.format(language, said) for language, said in told.items()]


def show_footer(view: View) -> None:
    if is_embedded():
        _show_embed_footer(view)
        return
    facts = build_facts(view.store)
    footer = fragment(
        "footer",
        meaning=view.text("what-numbers-mean"),
        source=source_line(view),
        version=view.text(
            "data-version", version=facts["version"], date=view.text.date(facts["built_at"].date())
        ),
        links=[
            {"href": view.href(code), "label": view.text(f"page-{code}"), "current": code == view.page}
            for code in IN_FOOTER
        ],
        signing=_signing(view),
    )
    show_html(footer, "footer", view.text.language, hear=hear_signing)


def _signing(view: View) -> dict[str, str] | None:
    """Who is signed in and the way out, or the way in, where it is ours. None where nobody signs in."""
    text, who = view.text, person()
    if not SETTINGS.sign_in:
        return None
    role = "signed-in-editor" if view.writable else "signed-in-reader"
    asks = SIGN_OUT if who else SIGN_IN
    return {
        "says": text(role, who=foreign(who.name)) if who else "",
        "asks": asks if SETTINGS.sign_in == OIDC else "",
        "label": text(asks),
    }


def _show_embed_footer(view: View) -> None:
    """From where and of when, and the way to all of it."""
    text = view.text
    footer = fragment(
        "embed_footer",
        source=source_line(view),
        dated=dated(view),
        href=view.href(view.page, **view.own),
        label=text("embed-open", product=text("product")),
    )
    show_html(footer, "footer", text.language)


def _show_nothing(view: View) -> None:
    """Instead of charts of nothing: that nothing is selected, and what to do."""
    text = view.text
    empty = fragment(
        "empty",
        title=text("nothing-selected"),
        advice=_missing_pages(view) or text("nothing-selected-advice"),
        clear=_clear(view),
    )
    show_html(empty, f"empty-{view.page}", text.language)
    show_footer(view)
    end_page()


def _missing_pages(view: View) -> str:
    """What is asked for but was never captured: nothing found there is nothing known."""
    missing = [
        term.label(view.text.language)
        for dimension, codes in view.filters.picks.items()
        for term in view.vocabularies.terms(dimension)
        if term.code in codes and not term.captured
    ]
    labels = view.text.all_of(missing)
    return view.text("sentence-not-captured", labels=labels, n=len(missing)) if missing else ""
