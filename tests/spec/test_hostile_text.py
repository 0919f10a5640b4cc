"""Whatever words the data, an address or a form hold, readers see them as words.

The data are those of a municipality whose every title, label, quote and name is an attack (`tests.hostile`).
"""

import io
import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, quote
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader
from starlette.applications import Starlette

from dashboard import links
from dashboard.decks import Deck, DeckSlide, pack
from dashboard.dimensions import DIMENSIONS
from dashboard.filters import PROVENANCE, WORDS
from dashboard.panels.pages import PANELS
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.store.check import judge
from dashboard.store.columns import ADDRESS, Column
from dashboard.store.tables import TABLES
from dashboard.ui.document import section_routes
from dashboard.ui.export_address import PAGES
from dashboard.ui.export_jobs import Jobs
from dashboard.ui.export_routes import export_routes
from dashboard.ui.figure_routes import figure_routes
from dashboard.ui.first_view import draw_ahead, forget_drawn
from dashboard.ui.presenter import present
from tests.asgi import Answer, ask
from tests.hostile import CONTROLS, LINKS, TEXTS, hostile_folder, intrusions, with_two_snapshots
from tests.trust import Kind

PLACES = {page: name for name, page in PAGES.items()}
"""What addresses of files call each page."""

STATES = [
    *((page, {}) for page in links.PATHS if page not in ("accessibility", "deck")),  # of our own words
    ("districts", {"sheet": ["norr"]}),
    ("gaps", {"gap": ["district:udden"]}),
    ("initiatives", {"initiative": ["tool-pool"]}),
    ("initiatives", {"q": ["vkhit"]}),
    ("changes", {"from": ["2031-05-02"], "to": ["2031-06-02"]}),
    ("overview", {"snap": ["2031-05-02"], "provenance": ["stated"]}),
    ("vision_areas", {"profile": ["mod:1,nara:2"], "open": ["terms-vision_area"]}),
]

PARAMS = sorted(
    {each.param for each in DIMENSIONS}
    | {WORDS, PROVENANCE, links.LANGUAGE, links.SNAPSHOT, links.MOVE, links.OPEN, links.EMBED}
    | {*links.KEPT, *links.FOLLOWING, *(name for own in links.OWN.values() for name in own)}
    | {links.ADD, links.PANEL, links.EDIT, links.FILE, "unheard-of"}
)

VALUES = (
    *TEXTS[:12],
    *CONTROLS,
    *("../../etc/passwd", "..%2f..%2f", "2031-05-02\n", "２０３１-05-02", "２", "٣", "²"),  # noqa: RUF001
    *("9" * 5_000, "-1", "0", "1e999", "nan", "inf", "a" * 70_000, "*" * 300, "(", "[", "\\", "_%"),
    *("' or 1=1 --", "mod:9" + "9" * 400, "mod:1e308,nara:1e308"),
    *(":", ",", ":::", "a:b,c:d", "district:norr,stage:", "mod:nan", "mod:-5"),
    *("1." + "A" * 100, "1.eJw", "https://vkhit.example/", "//vkhit.example"),
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The pages show the hostile municipality, with two snapshots."""
    folder = tmp_path_factory.mktemp("hostile")
    data = with_two_snapshots(hostile_folder(folder / "data"))
    build_store(data, folder / "store")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "data", data)
        patch.setitem(vars(SETTINGS), "store", folder / "store")
        forget_drawn()
        yield
    forget_drawn()


@pytest.fixture(scope="module")
def app() -> Starlette:
    return Starlette(routes=[*export_routes(Jobs()), *section_routes(), *figure_routes()])


def drawn(page: str, params: dict[str, list[str]]) -> str:
    """The page as HTML; whatever goes wrong is raised."""
    return "".join(piece.html for piece in draw_ahead(page, params, "https://vision.example/", False))


# What the data may not hold


@pytest.mark.parametrize("sign", CONTROLS, ids=ascii)
def test_what_nobody_sees_is_refused_in_every_text_of_the_data(sign, ledger):
    texts = [column for table in TABLES for column in table.columns if column.type.name == "text"]
    for column in texts:
        found = judge(column, f"före{sign}efter")
        assert found
        assert "osynliga tecken" in found[1]
    ledger.note(Kind.HOSTILE, "an unseen sign in a text of the data", len(texts))


@pytest.mark.parametrize("link", LINKS)
def test_only_web_addresses_are_addresses(link, ledger):
    assert judge(Column("address", ADDRESS), link) == ("type", "är inte en webbadress. Rätta värdet.")
    ledger.note(Kind.HOSTILE, "a link in the data that is none", 1)


# Pages


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("page", "params"), STATES, ids=str)
def test_stored_script_is_text_on_every_page(page, params, language, ledger):
    html = drawn(page, params | {"lang": [language]})
    shown = len(re.findall("vkhit|__hit", html))
    assert shown > 5
    assert intrusions(html) == []
    ledger.note(Kind.HOSTILE, "stored script shown on a page", shown)


@pytest.mark.parametrize(
    "params", ["deck=ont", "deck=ont&slide=1", "deck=ont&slide=1&notes=1", "deck=ont&slide=3"]
)
def test_stored_script_in_a_deck_is_text(params, ledger):
    asked = parse_qs(params)
    html = present(asked, "", whole=True).html or "".join(
        piece.html for piece in draw_ahead("deck", asked, "", False)
    )
    shown = len(re.findall("vkhit|__hit", html))
    assert shown > 2
    assert intrusions(html) == []
    ledger.note(Kind.HOSTILE, "stored script in a deck", shown)


def test_the_trap_itself_sees_what_gets_through():
    for attack in ("<vkhit>", "<p onclick=x>", "<a href=javascript:x>", "<svg><script>x</script></svg>"):
        assert intrusions(attack)
    assert intrusions('<a href="https://exempel.example/">x</a>') == []


# Addresses


@pytest.mark.parametrize("page", links.PATHS)
def test_no_value_of_an_address_breaks_a_page_or_is_shown_as_markup(page, ledger):
    """All parameters at once, each with a value of its own; on one page or another each gets every value."""
    draws = range(list(links.PATHS).index(page), len(VALUES), len(links.PATHS))
    for first in draws:
        values = {name: [VALUES[(first + place) % len(VALUES)]] for place, name in enumerate(PARAMS)}
        assert intrusions(drawn(page, values)) == []
    ledger.note(Kind.HOSTILE, "a hostile value in an address", len(draws) * len(PARAMS))


RANDOM = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    page=st.sampled_from(list(links.PATHS)),
    params=st.dictionaries(
        st.sampled_from(PARAMS),
        st.lists(RANDOM | st.sampled_from(VALUES), min_size=1, max_size=2),
        min_size=1,
        max_size=4,
    ),
)
def test_no_address_at_all_breaks_a_page(page, params, ledger):
    assert intrusions(drawn(page, params)) == []
    ledger.note(Kind.HOSTILE, "an address of random parameters")


# Figures


FIGURES = [("vision_areas", "vision-areas"), ("target_areas", "target-areas"), ("districts", "district-map"),
           ("gaps", "district-shares")]  # fmt: skip


@pytest.mark.parametrize(("page", "panel"), FIGURES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_plotly_gets_no_tags_but_line_breaks(app, page, panel, language, ledger):
    """It draws links and bold letters of what looks like them in its texts."""
    figure = ask(app, f"/figures/{PLACES[page]}/{panel}?lang={language}").json
    texts = [text for text in _strings(figure) if "vkhit" in text or "script" in text]
    assert texts
    assert [text for text in texts if "<" in text.replace("<br>", "")] == []
    ledger.note(Kind.HOSTILE, "stored script in a figure's texts", len(texts))


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (each for part in value.values() for each in _strings(part))
        case list():
            yield from (each for part in value for each in _strings(part))


# Files


def file(app: Starlette, path: str) -> Answer:
    answer = ask(app, f"/export/{path}")
    assert answer.status == 200, answer.text[:300]
    return answer


@pytest.mark.parametrize("page", PANELS)
def test_a_workbook_of_hostile_text_has_no_formula_and_leads_to_the_web_only(app, page, ledger):
    content = file(app, f"{PLACES[page]}.xlsx").body
    cells = [
        cell for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row
    ]
    assert any("vkhit" in str(cell.value) for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b", "inlineStr"}
    targets = [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]
    assert all(target.startswith(("https://", "http://")) for target in targets)
    assert not [
        name for name in ZipFile(io.BytesIO(content)).namelist() if "externalLink" in name or "vba" in name
    ]
    ledger.note(
        Kind.HOSTILE,
        "stored script or formula in a workbook",
        sum("vkhit" in str(cell.value) for cell in cells),
    )


@pytest.mark.parametrize("path", [*(f"{PLACES[page]}.pptx" for page in PANELS), "bildspel.pptx?deck=ont"])
def test_a_presentation_of_hostile_text_is_whole_and_leads_to_the_web_only(app, path, ledger):
    with ZipFile(io.BytesIO(file(app, path).body)) as parts:
        rels = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels"))
        slides = "".join(parts.read(name).decode() for name in parts.namelist() if "slides/slide" in name)
    outside = re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', rels)
    assert all(target.startswith(("https://", "http://")) for target in outside)
    assert "<vkhit" not in slides + rels
    ledger.note(Kind.HOSTILE, "stored script in a presentation", slides.count("vkhit"))


@pytest.mark.parametrize("path", [*(f"{PLACES[page]}.pdf" for page in PANELS), "bildspel.pdf?deck=ont"])
def test_a_document_of_hostile_text_runs_nothing_and_leads_to_the_web_only(app, path, ledger):
    """Typst's own signs (`#`, `$`, `\\`) stay what they are, too."""
    reader = PdfReader(io.BytesIO(file(app, path).body))
    actions = [
        note.get_object()["/A"].get_object()
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]
    assert {action["/S"] for action in actions} <= {"/URI", "/GoTo"}
    assert all(
        action["/URI"].startswith(("https://", "http://")) for action in actions if action["/S"] == "/URI"
    )
    assert not {"/OpenAction", "/AA", "/JavaScript"} & set(reader.root_object)
    shown = "".join(page.extract_text() for page in reader.pages)
    assert "vkhit" in shown or "script" in shown
    ledger.note(Kind.HOSTILE, "stored script in a document", shown.count("vkhit"))


@pytest.mark.parametrize(
    ("page", "panel"),
    [*FIGURES, ("overview", "vision-areas-by-stage"), ("overview", "initiatives-as-squares")],
)
def test_a_picture_of_hostile_text_holds_no_element_of_it(app, page, panel, ledger):
    svg = file(app, f"{PLACES[page]}/{panel}.svg").text
    assert [found for found in intrusions(svg) if not found.startswith("link ")] == []
    assert "&lt;" in svg
    ledger.note(Kind.HOSTILE, "stored script in a picture", svg.count("vkhit"))


@pytest.mark.parametrize("page", PANELS)
def test_json_of_hostile_text_is_json(app, page, ledger):
    answer = file(app, f"{PLACES[page]}.json")
    assert answer.headers["content-type"] == "application/json"
    assert "vkhit" in json.dumps(answer.json)
    ledger.note(Kind.HOSTILE, "stored script in JSON", answer.text.count("vkhit"))


# Names of files


@pytest.mark.parametrize(
    "title",
    [
        'a"\r\nX-Evil: 1',
        "../../etc/passwd",
        "..\\..\\win.ini",
        "a\u202efdp.exe",
        "a\x00b",
        "c:a|b",
        "ö" * 200,
    ],
    ids=ascii,
)
@pytest.mark.parametrize("suffix", ["pdf", "pptx", "json"])
def test_the_title_of_a_deck_in_a_link_is_no_more_than_the_name_of_its_file(app, title, suffix, ledger):
    deck = pack(Deck(title, (DeckSlide("skeden", "stages", "\x00\u202e\ufffe", "\x0b\x1f"),)))
    disposition = file(app, f"bildspel.{suffix}?deck={deck}").headers["content-disposition"]
    found = re.fullmatch(
        r"attachment; filename=\"([^\"\\/]*)\"; filename\*=UTF-8''([\w.%~-]*)", disposition, re.ASCII
    )
    assert found
    assert all(name.endswith(f".{suffix}") for name in found.groups())
    assert not re.search("%(0|1|2F|5C|22|E2%80%AE)", found[2], re.IGNORECASE)
    ledger.note(Kind.HOSTILE, "a title that would be another name of a file")


@pytest.mark.parametrize(
    "target",
    [
        "/export/../../etc/passwd",
        "/export/oversikt/../../x.json",
        "/export/oversikt.json\x00",
        "/export/skeden/stages.svg/../../../x",
        "/export/%2e%2e/x.pdf",
        "/export/oversikt.exe",
        "/export/jobs/../../x",
        "/figures/../x",
        "/figures/skeden/..",
    ],
    ids=ascii,
)
def test_an_address_that_climbs_leads_to_no_file(app, target, ledger):
    answer = ask(app, target)
    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")
    ledger.note(Kind.HOSTILE, "an address that climbs out of its folder")


NO_DECKS = ["../ont", "..", "ont.toml", "ont\x00", "ONT", "ont/", "%2e%2e/ont", "\u043e-n-t", "/etc/passwd"]
NO_SNAPSHOTS = [
    "../2031-05-02",
    "2031-05-02/..",
    "2031-05-02\x00",
    "\uff12031-05-02",
    "current",
    "2031-05-02-00001",
]


@pytest.mark.parametrize("code", NO_DECKS, ids=ascii)
def test_only_the_code_of_a_deck_opens_it(app, code, ledger):
    answer = ask(app, f"/export/bildspel.pdf?deck={quote(code)}")
    assert answer.status == 422
    assert "Det finns inget bildspel" in answer.text
    ledger.note(Kind.HOSTILE, "the code of a deck that is a path")


@pytest.mark.parametrize("code", NO_SNAPSHOTS, ids=ascii)
def test_only_the_code_of_a_snapshot_opens_it(code, ledger):
    html = drawn("stages", {"snap": [code]})
    assert "finns inte här. Sidan visar dagens uppgifter i stället." in html
    assert intrusions(html) == []
    ledger.note(Kind.HOSTILE, "the code of a snapshot that is a path")
