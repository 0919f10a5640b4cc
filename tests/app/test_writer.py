"""Who may write: asked when a form is drawn, and again when something is about to be written."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import streamlit

from dashboard.decks import Deck, DeckSlide
from dashboard.settings import SETTINGS
from dashboard.store.snapshots import taken_snapshots
from dashboard.store.tables import GAP_DECISIONS
from dashboard.ui.deck_saving import save
from dashboard.ui.share import freeze
from dashboard.ui.view import read_view
from dashboard.web.signed_in import GROUPS, USER
from tests.app.conftest import Visit, visit_page
from tests.trust import Kind, Ledger

HULTA = "gap=district:hulta-och-sormarken"
EDITORS = ("redaktor@stad.example", "group:redaktörer")
EDITOR = {"is_logged_in": True, "email": "redaktor@stad.example", "email_verified": True, "name": "Redaktor"}
HOUR = 3600
DECK = Deck("En", (DeckSlide("omraden", "district-map"),))
SAID = {
    "owner_role": "Områdesutvecklare",
    "decided_by": "Kommunstyrelsen",
    "reason": "Behovet är stort",
    "decided_at": "2026-03-01",
}

SignIn = Callable[..., None]


@pytest.fixture
def data(tmp_path: Path, real_store: Path, use_folders, monkeypatch) -> Path:
    """A copy of the data, where those who sign in at a provider may write if they are editors."""
    copy = Path(copytree(SETTINGS.data, tmp_path / "data"))
    copytree(real_store, tmp_path / "store", symlinks=True)
    places = {"captures": tmp_path / "captures", "writes": tmp_path / "kept" / "writes.jsonl"}
    use_folders(data=copy, store=tmp_path / "store", **places)
    monkeypatch.setitem(vars(SETTINGS), "sign_in", "oidc")
    monkeypatch.setitem(vars(SETTINGS), "editors", EDITORS)
    return copy


@pytest.fixture
def sign_in(monkeypatch) -> SignIn:
    """Lets the session have these claims of its reader, issued so many seconds ago."""

    def let(claims: dict[str, Any], ago: float = 60) -> None:
        monkeypatch.setattr(streamlit, "user", {"iat": int(time.time() - ago)} | claims)

    return let


@pytest.fixture
def told_by_proxy(data, monkeypatch) -> SignIn:
    """Lets the session's connection have these headers, which only the guard before the app can set."""

    def let(**headers: str) -> None:
        monkeypatch.setitem(vars(SETTINGS), "sign_in", "proxy")
        monkeypatch.setattr(type(streamlit.context), "headers", headers)

    return let


def fill(page: Visit) -> None:
    """Fill in the form's fields and press its button."""
    page.app.radio[0].set_value("looking-into")
    for widget in [*page.app.text_input, *page.app.text_area]:
        name = str(widget.key).rpartition("-")[2]
        if name in SAID:
            widget.set_value(SAID[name])
    next(button for button in page.app.button if button.label == "Spara beslutet").click()
    page.run()


def decided(data: Path) -> str:
    path = data / GAP_DECISIONS
    return path.read_text("utf-8") if path.exists() else ""


def may_write(page: Visit) -> bool:
    return bool(page.app.radio)


def test_readers_who_are_not_signed_in_read_what_everyone_shares_and_find_the_way_in(data, sign_in):
    sign_in({})
    page = visit_page("gaps", HULTA)
    assert not may_write(page)
    assert "Den som får anteckna beslut loggar in först." in page.text("gap")
    assert "Den som får anteckna beslut loggar in först." in visit_page("gaps").text("gap-register")
    assert page.text("footer").endswith("Logga in")
    assert 'data-asks="sign-in"' in page.html["footer"]


def test_where_nobody_signs_in_no_page_speaks_of_it(data, monkeypatch, sign_in):
    monkeypatch.setitem(vars(SETTINGS), "sign_in", "")
    sign_in(EDITOR)
    page = visit_page("gaps", HULTA)
    assert not may_write(page)
    assert "ogga" not in page.text("footer")


@pytest.mark.parametrize(
    "claims",
    [
        EDITOR,
        EDITOR | {"email": "Redaktor@STAD.example"},
        {"is_logged_in": True, "sub": "7", "groups": ["alla", "redaktörer"]},
        {"is_logged_in": True, "sub": "7", "roles": "redaktörer"},
    ],
)
def test_an_editor_decides_and_who_it_was_stands_beside_the_data_and_not_in_it(data, sign_in, claims):
    sign_in(claims)
    page = visit_page("gaps", HULTA)
    assert "som får skriva här" in page.text("footer")
    fill(page)
    assert page.text("gap-notes") == "Beslutet är sparat och gäller."
    assert "looking-into,Områdesutvecklare,Kommunstyrelsen" in decided(data)
    [line] = SETTINGS.writes.read_text("utf-8").splitlines()
    note = json.loads(line)
    assert (note["what"], note["about"]) == ("gap-decision", "district:hulta-och-sormarken")
    assert note["who"] == claims.get("email", claims.get("sub")).lower()
    assert SETTINGS.writes.stat().st_mode & 0o777 == 0o600
    assert not any(b"redaktor@" in path.read_bytes().lower() for path in data.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("claims", "ago"),
    [
        pytest.param(EDITOR | {"is_logged_in": False}, 60, id="signed out"),
        pytest.param(EDITOR | {"is_logged_in": "true"}, 60, id="signed in in so many words"),
        pytest.param(EDITOR, 8 * HOUR + 60, id="since yesterday"),
        pytest.param(EDITOR, -HOUR, id="from tomorrow on"),
        pytest.param(EDITOR | {"iat": None}, 0, id="nobody knows when"),
        pytest.param(EDITOR | {"iat": "1"}, 0, id="at a time that is none"),
        pytest.param(EDITOR | {"iat": 10**30}, 0, id="at no time there is"),
        pytest.param(EDITOR | {"iat": float("nan")}, 0, id="not at any time"),
    ],
)
def test_a_sign_in_that_does_not_hold_is_none(data, sign_in, ledger: Ledger, claims, ago):
    sign_in(claims, ago)
    page = visit_page("gaps", HULTA)
    assert not may_write(page)
    assert page.text("footer").endswith("Logga in")
    ledger.note(Kind.HOSTILE, "claims forged to write by")


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param(EDITOR | {"email": "lasare@stad.example"}, id="another address"),
        pytest.param(EDITOR | {"email_verified": False}, id="an address that nobody has verified"),
        pytest.param(EDITOR | {"email_verified": "true"}, id="an address said to be verified"),
        pytest.param(EDITOR | {"email": "redaktor@stad.example, x@y.example"}, id="two addresses"),
        pytest.param(EDITOR | {"email": ["redaktor@stad.example"]}, id="a list of addresses"),
        pytest.param({"is_logged_in": True, "preferred_username": "redaktor@stad.example"}, id="a name"),
        pytest.param({"is_logged_in": True, "groups": "redaktörer,alla"}, id="a group with a comma"),
        pytest.param({"is_logged_in": True, "groups": {"redaktörer": 1}}, id="groups that are none"),
        pytest.param({"is_logged_in": True, "scope": "group:redaktörer"}, id="a group in another claim"),
    ],
)
def test_whoever_is_no_editor_reads_who_they_are_and_that_they_may_not_write(
    data, sign_in, ledger: Ledger, claims
):
    sign_in(claims)
    page = visit_page("gaps", HULTA)
    assert not may_write(page)
    assert "Du är inloggad men får inte skriva här." in page.text("gap")
    assert "som får läsa men inte skriva här. Logga ut" in page.text("footer")
    ledger.note(Kind.HOSTILE, "claims forged to write by")


def test_a_name_that_somebody_gave_themselves_is_text(data, sign_in):
    sign_in({"is_logged_in": True, "name": "<script>alert(1)</script>"})
    assert "&lt;script&gt;" in visit_page("gaps", HULTA).html["footer"]


@pytest.mark.parametrize(
    "refusal",
    [
        pytest.param(lambda sign_in, _: sign_in({}), id="signed out"),
        pytest.param(lambda sign_in, _: sign_in(EDITOR, 9 * HOUR), id="run out"),
        pytest.param(
            lambda sign_in, _: sign_in(EDITOR | {"email": "lasare@stad.example"}), id="somebody else"
        ),
        pytest.param(
            lambda _, patch: patch.setitem(vars(SETTINGS), "editors", ()), id="no editor any longer"
        ),
        pytest.param(lambda _, patch: patch.setitem(vars(SETTINGS), "sign_in", ""), id="closed to all"),
    ],
)
def test_what_is_sent_from_a_form_that_was_drawn_in_time_is_refused_all_the_same(
    data, sign_in, monkeypatch, ledger: Ledger, refusal
):
    sign_in(EDITOR)
    form = visit_page("gaps", HULTA)
    view = read_view()
    before = sorted(path for path in data.rglob("*"))
    refusal(sign_in, monkeypatch)

    fill(form)
    (says, why), saved = save(view, DECK, "en")
    failed = freeze(view)

    assert form.text("gap-notes").startswith("Beslutet är inte sparat. Du är ")
    assert SAID["reason"] in [area.value for area in form.app.text_area]
    assert (says, why[:6], saved) == ("Bildspelet är inte sparat.", "Du är ", False)
    assert failed
    assert failed[0].startswith("Du är ")
    assert (decided(data), taken_snapshots(data)) == ("", taken_snapshots(SETTINGS.root / "data"))
    assert sorted(path for path in data.rglob("*")) == before
    assert not SETTINGS.writes.exists()
    ledger.note(Kind.HOSTILE, "forms sent in by those who may no longer write", 3)


def test_where_nobody_could_note_who_wrote_nothing_is_written(data, sign_in):
    sign_in(EDITOR)
    page = visit_page("gaps", HULTA)
    SETTINGS.writes.parent.write_text("a file where the folder would be")
    fill(page)
    assert page.text("gap-notes").startswith(
        "Beslutet är inte sparat. Inget är sparat, för det gick inte att"
    )
    assert decided(data) == ""


def test_what_is_wrong_with_a_decision_is_told_and_nobody_noted(data, sign_in):
    sign_in(EDITOR)
    page = visit_page("gaps", HULTA)
    next(button for button in page.app.button if button.label == "Spara beslutet").click()
    page.run()
    assert "värdet saknas" in page.text("gap-notes")
    assert SETTINGS.writes.read_text() == ""


@pytest.mark.parametrize(
    ("headers", "may"),
    [
        ({USER: "redaktor@stad.example"}, True),
        ({USER: "lasare@stad.example"}, False),
        ({USER: "lasare@stad.example", GROUPS: "alla, redaktörer".encode().decode("latin-1")}, True),
        ({USER: "lasare@stad.example", GROUPS: "redaktörer"}, True),
        ({USER: "lasare@stad.example", GROUPS: "redaktör"}, False),
        ({GROUPS: "redaktörer"}, False),
        ({"x-forwarded-email": "redaktor@stad.example"}, False),
        ({}, False),
    ],
)
def test_a_proxy_says_who_it_is(told_by_proxy, headers, may):
    told_by_proxy(**headers)
    page = visit_page("gaps", HULTA)
    assert may_write(page) is may
    assert "data-asks" not in page.html["footer"]
