"""What the server sends before there is a session: the page as its script draws it, in a document."""

import re
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from tests.asgi import Answer, ask

from dashboard.links import PATHS
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.ui.document import FirstDocument, section_routes
from dashboard.ui.first_view import draw_ahead, first_view

SHELL = """<!DOCTYPE html><html lang="en"><head><title>Streamlit</title>
<script type="module" crossorigin src="./static/js/index.AbCd1234.js"></script>
<link rel="modulepreload" crossorigin href="./static/js/first.EfGh5678.js"></head>
<body><div id="root"></div></body></html>"""


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    build_store(SETTINGS.data, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "store", folder)
        yield folder


@pytest.fixture
def app():
    """Our routes and middleware around what Streamlit answers with."""

    async def shell(_):
        return HTMLResponse(SHELL)

    async def other(_):
        return PlainTextResponse('<html lang="en"> is what a document begins with')

    routes = [*section_routes(), Route("/about.txt", other), Route("/{path:path}", shell)]
    return Starlette(routes=routes, middleware=[Middleware(FirstDocument)])


def document(app, target: str, **headers: str) -> Answer:
    return ask(app, target, headers={"accept": "text/html"} | headers)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("page", PATHS)
def test_a_document_holds_the_whole_page(app, page):
    answer = document(app, f"/{PATHS[page]}")
    pieces = draw_ahead(page, {}, f"https://visionskollen.example/{PATHS[page]}".removesuffix("/"), False)
    assert {"filters", "header", f"head-{page}", "footer"} <= {piece.key for piece in pieces}
    for piece in pieces:
        assert piece.html in answer.text


def test_language_and_title_are_those_of_the_link(app):
    english = document(app, "/omraden?lang=en").text
    assert '<html lang="en"' in english
    assert "<title>Districts | Visionskollen</title>" in english
    swedish = document(app, "/omraden").text
    assert '<html lang="sv"' in swedish
    assert "<title>Områden | Visionskollen</title>" in swedish


def test_streamlit_is_started_by_the_pages_own_script(app):
    later = '<script type="text/later" crossorigin src="./static/js/index.AbCd1234.js">'
    assert later in document(app, "/").text


def test_a_click_is_answered_with_the_first_view_alone(app):
    target = "omraden?district=norrby"
    answer = ask(app, f"/sections/{target}")
    assert answer.text.startswith('<div id="first-view"')
    assert answer.text in document(app, f"/{target}").text
    assert "8 av 68 insatser i Norrby" in words(answer.text)


def test_below_another_path_the_sections_are_there_and_know_where_they_are(app):
    html = ask(app, "/vision/sections/luckor?stage=doing-now").text
    assert "36 av 68 insatser som görs nu" in words(html)
    assert "https://visionskollen.example/vision/luckor?stage=doing-now" in html


def test_what_nobody_knows_is_told_and_the_mended_address_given(app):
    html = ask(app, "/sections/omraden?district=nowhere&stage=doing-now").text
    assert "nowhere" in words(html)
    assert 'data-mended="omraden?stage=doing-now"' in html
    assert 'data-mended-asked="districts?stage=doing-now"' in html
    assert "data-mended" not in ask(app, "/sections/omraden?stage=doing-now").text


def test_a_slid_share_is_answered_with_the_profile_and_its_address(app):
    """The other share gives way, and the address says what there is instead of what to do."""
    asked = {"move": ["profile:mojlighet:40"], "stage": ["doing-now"]}
    html = ask(app, "/sections/oversikt?move=profile:mojlighet:40&stage=doing-now").text
    assert 'data-mended-asked="overview?profile=mojlighet%3A40%2Cmotas%3A60&amp;stage=doing-now"' in html
    assert "move=" not in unescape(re.findall(r'data-mended="([^"]*)"', html)[0])
    mended = {"profile": ["mojlighet:40,motas:60"], "stage": ["doing-now"]}
    moved, spelt = (draw_ahead("overview", params, "", False) for params in (asked, mended))
    assert [piece.html for piece in moved] == [piece.html for piece in spelt]


def test_where_nothing_is_selected_the_page_ends_with_advice():
    html = first_view("overview", {"district": ["norrby"], "stage": ["networks"]}, "", False).html
    keys = re.findall(r'data-key="([\w-]+)"', html)
    assert keys == ["filters", "header", "head-overview", "empty-overview", "footer"]


def test_in_a_frame_there_is_the_page_without_its_surroundings():
    keys = [piece.key for piece in draw_ahead("stages", {"panel": ["stages"]}, "", True)]
    assert keys == ["head-stages", "stages", "footer"]


def test_readers_who_ask_the_same_share_what_is_drawn():
    one = draw_ahead("gaps", {"stage": ["doing-now"]}, "https://visionskollen.example/luckor", False)
    assert draw_ahead("gaps", {"stage": ["doing-now"]}, "https://visionskollen.example/luckor", False) is one


@pytest.mark.parametrize("path", ["nowhere", "x/y"])
def test_what_is_no_page_is_left_to_streamlit(app, path):
    answer = document(app, f"/{path}")
    assert '<html lang="sv"' in answer.text
    assert 'id="first-view"' not in answer.text
    assert '<div id="root"></div>' in answer.text
    assert ask(app, "/sections/nowhere").status == 204


def test_in_a_frame_the_document_is_all_there_is_and_loads_nothing_of_streamlit(app):
    beside, framed = (document(app, f"/skeden?panel=stages{more}").text for more in ("", "&embed=true"))
    for loads in ("static/js/index.", "modulepreload"):
        assert loads in beside
        assert loads not in framed
    assert "data-alone" in framed
    assert '<html lang="sv"' in framed
    assert "data-alone" in ask(app, "/sections/skeden?panel=stages&embed=true").text
    assert "data-alone" not in ask(app, "/sections/skeden?panel=stages").text


def test_a_frame_without_data_is_left_to_streamlit_which_says_so(app, tmp_path, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path)
    assert "static/js/index." in document(app, "/skeden?embed=true").text


def test_without_data_the_document_comes_without_a_first_view(app, tmp_path, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path)
    assert 'id="first-view"' not in document(app, "/").text
    assert ask(app, "/sections/oversikt").status == 204


def test_a_browser_that_has_the_document_is_not_sent_it_again(app):
    first = document(app, "/")
    again = document(app, "/", **{"if-none-match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_documents_travel_compressed(app):
    packed = document(app, "/", **{"accept-encoding": "br"})
    assert packed.headers["content-encoding"] == "br"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert len(packed.body) < len(document(app, "/").body) / 4


def test_other_answers_pass_as_they_are(app):
    assert document(app, "/about.txt").text.startswith('<html lang="en">')
