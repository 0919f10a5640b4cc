"""What a session shows is what the document has shown before it, and the browser can tell that it is."""

import re
from html import unescape
from urllib.parse import parse_qs

import pytest

from dashboard.links import PATHS
from dashboard.settings import SETTINGS
from dashboard.ui.first_view import draw_ahead, first_view
from dashboard.ui.share import OPENED
from tests.app.conftest import Visit

ADDRESS = "https://visionskollen.example"
WRITES = {"districts": {"districts-by-stage"}, "gaps": {"gap-register"}, "about": {"review-form"}}
"""What looks different of Norrby to those who may write: ways to decide on its gaps, and to settle doubts."""


def told(code: str, params: str) -> dict[str, str]:
    """What the document tells the browser of its first view."""
    first = first_view(code, parse_qs(params), "", False).html.partition(">")[0]
    return {name: unescape(value) for name, value in re.findall(r'data-([a-z-]+)="([^"]*)"', first)}


def drawn_ahead(code: str, params: str = "", url: str = "") -> dict[str, str]:
    """The HTML of each piece, by its key; what stands beside the page comes last, as in a session."""
    pieces = draw_ahead(code, parse_qs(params), url, False)
    return {piece.key: piece.html for piece in sorted(pieces, key=lambda piece: piece.in_sidebar)}


@pytest.mark.parametrize("code", PATHS)
@pytest.mark.parametrize(
    "params", ["", "stage=developing&q=spr%C3%A5k+%26+mer&district=norrby&district=sjobo"]
)
def test_session_and_document_spell_alike_what_they_answer(visit, code, params):
    assert visit(code, params).asked == {told(code, params)["asked"]}


@pytest.mark.parametrize(
    ("params", "mended"),
    [
        ("district=nowhere&stage=doing-now", "./?stage=doing-now"),
        ("move=profile:mojlighet:40", "./?profile=mojlighet:40,motas:60"),
    ],
    ids=["unknown", "move"],
)
def test_a_session_mends_the_address_as_the_document_does(visit, params, mended):
    document = told("overview", params)
    page = visit("overview", params)
    assert page.asked == {document["asked"]}
    assert document["mended"] == mended
    assert page.link == parse_qs(document["mended"].partition("?")[2])
    page.run()
    assert page.asked == {document["mended-asked"]}


@pytest.mark.parametrize("code", PATHS)
def test_a_session_that_may_write_draws_the_same_itself_and_what_it_writes_with(visit, monkeypatch, code):
    ahead = drawn_ahead(code, "district=norrby&lang=en")
    monkeypatch.setitem(vars(SETTINGS), "editable", True)
    page = visit(code, "district=norrby&lang=en")
    differ = {key for key in ahead.keys() | page.html.keys() if ahead.get(key) != page.html.get(key)}
    assert differ == WRITES.get(code, set())
    assert [key for key in page.html if key in ahead] == list(ahead)
    assert page.asked == {told(code, "district=norrby&lang=en")["asked"]}


def opened(visit, code: str) -> Visit:
    """A session whose reader has opened «Dela»."""
    page = visit(code)
    page.app.context = {"url": f"{ADDRESS}/{PATHS[code]}"}
    page.app.session_state[OPENED] = True
    page.run()
    return page


def test_a_session_that_has_opened_dela_draws_the_same_itself_and_the_codes(visit):
    ahead, page = drawn_ahead("stages", url=f"{ADDRESS}/{PATHS['stages']}"), opened(visit, "stages")
    assert list(page.html) == list(ahead)
    assert {key for key in ahead if ahead[key] != page.html[key]} == {"head-stages"}
    codes = [html.count("<title>QR-kod: ") for html in (ahead["head-stages"], page.html["head-stages"])]
    assert codes[1] > codes[0]
