"""Decisions on gaps: read by everyone, written where the site is editable, on a copy of the real data."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from shutil import copytree

import pytest

from dashboard.gaps import Gap
from dashboard.settings import SETTINGS
from dashboard.store import gap_register
from dashboard.store.build import build_store
from dashboard.store.gap_register import record_decision
from dashboard.store.rows import read_rows
from dashboard.store.snapshots import read_files, take_snapshot, taken_snapshots, writing
from dashboard.store.tables import GAP_DECISIONS, TABLE_OF
from tests.app.conftest import Visit, csv_rows, visit_page

TODAY = date(2026, 12, 1)
HULTA = "district:hulta-och-sormarken"
SAID = {
    "owner_role": "Områdesutvecklare",
    "decided_by": "Kommunstyrelsen",
    "reason": "Behovet är stort",
    "decided_at": "2026-03-01",
    "review_at": "2026-10-01",
    "case_number": "KS 2026-1",
    "case_address": "https://exempel.example/1",
}


@pytest.fixture
def data(tmp_path: Path, real_store: Path, use_folders, monkeypatch) -> Path:
    """A copy of the data that the pages may write to, on the first of December."""
    copy = Path(copytree(SETTINGS.data, tmp_path / "data"))
    copytree(real_store, tmp_path / "store", symlinks=True)
    use_folders(data=copy, store=tmp_path / "store", captures=tmp_path / "captures")
    monkeypatch.setitem(vars(SETTINGS), "editable", True)
    monkeypatch.setattr("dashboard.panels.view.today", lambda: TODAY)
    return copy


def decisions(data: Path) -> list[dict[str, str]]:
    return read_rows(TABLE_OF[GAP_DECISIONS], read_files(data))


def fill(page: Visit, decision: str = "looking-into", **said: str) -> None:
    """Fill in the form's fields and press its button."""
    if decision:
        page.app.radio[0].set_value(decision)
    for widget in [*page.app.text_input, *page.app.text_area]:
        name = str(widget.key).rpartition("-")[2]
        if name in SAID:
            widget.set_value((SAID | said)[name])
    next(button for button in page.app.button if button.label == "Spara beslutet").click()
    page.run()


def typed(page: Visit, name: str) -> str:
    widgets = [*page.app.text_input, *page.app.text_area]
    return next(str(widget.value) for widget in widgets if str(widget.key).endswith(name))


def test_a_gap_tells_what_it_is_and_a_form_waits(data):
    page = visit_page("gaps", f"gap={HULTA}")
    assert page.text("gap").startswith("Hulta och Sörmarken Ingen insats pekar ut området")
    assert "Inget är antecknat än." in page.text("gap")
    assert page.app.radio[0].options == ["Medvetet vald", "Utreds", "Hanterad", "Ej relevant"]


def test_a_district_leads_to_the_gaps_where_it_meets_a_target_area_or_a_stage(data):
    page = visit_page("gaps", "gap=district:norrby")
    assert 'href="luckor?gap=district:norrby,stage:networks"' in page.html["gap"]
    assert "stage:doing-now" not in page.html["gap"]
    assert "target_area:housing" not in page.html["gap"], "two at Norrby have no stated target area"


def test_a_decision_is_saved_and_shown_at_once(data):
    page = visit_page("gaps", f"gap={HULTA}")
    fill(page)
    assert page.text("gap-notes") == "Beslutet är sparat och gäller."
    assert "1 mars 2026: Utreds Behovet är stort Beslutat av Kommunstyrelsen" in page.text("gap")
    assert "Ett beslut gäller." in visit_page("gaps").text("gap-register")
    [row] = decisions(data)
    assert row["position"] == "1"
    assert SAID.items() <= row.items()
    assert (typed(page, "reason"), "Öppnad igen" in page.app.radio[0].options) == ("", True)
    page.run()
    assert "gap-notes" not in page.html


def test_what_is_wrong_is_named_by_its_field_and_nothing_that_was_typed_is_lost(data):
    page = visit_page("gaps", f"gap={HULTA}")
    fill(
        page, "", review_at="i höst", decided_at="2026-12-02", owner_role=" ", case_address="exempel.example"
    )
    assert page.text("gap-notes") == (
        "Beslutet är inte sparat. Rätta det här och spara igen: "
        "Beslut: värdet saknas. Fyll i det. "
        "Ansvarig roll: värdet saknas. Fyll i det. "
        "Ses över senast: «i höst» är inte ett datum som 2026-11-21. Rätta värdet. "
        "Ärendets webbadress: «exempel.example» är inte en webbadress. Rätta värdet. "
        "Beslutsdag: «2026-12-02» är senare än i dag, 2026-12-01. Ange dagen då beslutet fattades."
    )
    assert decisions(data) == []
    assert (typed(page, "review_at"), typed(page, "reason")) == ("i höst", SAID["reason"])
    fill(page)
    assert len(decisions(data)) == 1


def test_whoever_saves_after_somebody_else_is_told_and_keeps_what_was_typed(data):
    page = visit_page("gaps", f"gap={HULTA}")
    gap = Gap.at(district="hulta-och-sormarken")
    record_decision(data, gap, SAID | {"decision": "chosen"}, TODAY)
    fill(page)
    assert "nyare beslut" in page.text("gap-notes")
    assert len(decisions(data)) == 1
    assert typed(page, "reason") == SAID["reason"]


def test_a_full_disk_is_told_and_keeps_what_was_typed(data, monkeypatch):
    page = visit_page("gaps", f"gap={HULTA}")

    def refuse(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(gap_register, "replace_file", refuse)
    fill(page)
    assert "beslutet är inte sparat" in page.text("gap-notes")
    assert typed(page, "reason") == SAID["reason"]


def test_markup_that_somebody_types_is_text(data):
    page = visit_page("gaps", f"gap={HULTA}")
    fill(page, reason="<img src=x onerror=alert(1)> [x](javascript:alert(1))")
    assert "<img" not in page.html["gap"] + visit_page("gaps").html["gap-register"]
    assert "&lt;img src=x onerror=alert(1)&gt;" in page.html["gap"]


def test_reviews_that_are_past_their_date_come_first_with_the_days_since(data):
    page = visit_page("gaps", f"gap={HULTA}")
    fill(page)
    told = visit_page("gaps").text("gap-register")
    assert "Ett beslut gäller. Ett skulle ha setts över före" in told
    assert told.index("Skulle ha setts över 1 oktober 2026, för") < told.index("Ansvarig roll")


@pytest.mark.parametrize(
    ("gap", "why"),
    [
        ("district:norrby", "Här finns 8 insatser, så det är ingen lucka"),
        ("district:norrby,stage:doing-now", "Här finns 1 insats, så det är ingen lucka"),
        ("district:municipality-wide", "varken ett område eller två uppgifter som möts"),
        ("stage:developing", "varken ett område eller två uppgifter som möts"),
    ],
)
def test_what_is_no_confirmed_gap_is_refused_with_the_reason(data, gap, why):
    page = visit_page("gaps", f"gap={gap}")
    assert why in page.text("gap")
    assert not page.app.radio


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_public_site_shows_the_register_and_says_how_one_writes(data, monkeypatch, language):
    monkeypatch.setitem(vars(SETTINGS), "editable", False)
    page = visit_page("gaps", f"gap={HULTA}&lang={language}")
    assert not page.app.radio
    assert "dashboard gaps decide" in page.text("gap")
    assert "dashboard gaps decide" in visit_page("gaps", f"lang={language}").text("gap-register")


def test_a_locked_view_is_read_only_and_leads_to_the_current_data(data):
    with writing(data):
        take_snapshot(data, TODAY)
    code = taken_snapshots(data)[-1]
    build_store(data, SETTINGS.store)
    page = visit_page("gaps", f"gap={HULTA}&snap={code}")
    assert not page.app.radio
    assert "Vyn är låst till ett sparat läge" in page.text("gap")
    assert f'href="luckor?gap={HULTA}"' in page.html["gap"]


def test_a_decision_on_a_gap_that_has_been_filled_can_be_followed_up(data):
    record_decision(data, Gap.at(district="norrby"), SAID | {"decision": "handled"}, TODAY)
    build_store(data, SETTINGS.store)
    page = visit_page("gaps", "gap=district:norrby")
    assert "Luckan är fylld sedan dess: här finns nu 8 insatser." in page.text("gap")
    assert page.app.radio[0].options[-1] == "Öppnad igen"


def test_the_register_tells_of_gaps_that_have_been_filled_since_and_only_of_those(data):
    for gap in (Gap.at(district="norrby"), Gap.at(district="hulta-och-sormarken")):
        record_decision(data, gap, SAID | {"decision": "chosen", "review_at": ""}, TODAY)
    build_store(data, SETTINGS.store)
    page = visit_page("gaps")
    told = page.text("gap-register")
    assert "2 beslut gäller. Ett handlar om en lucka som är fylld sedan dess." in told
    assert "Norrby Luckan är fylld sedan dess: här finns nu 8 insatser. Medvetet vald: Områdesutv" in told
    assert [row[:3] for row in csv_rows(page.html["gap-register"])] == [
        ["Lucka", "Beslut", "Fylld sedan dess"],
        ["Norrby", "Medvetet vald", "ja"],
        ["Hulta och Sörmarken", "Medvetet vald", "nej"],
    ]


@pytest.mark.parametrize("gap", [HULTA, "district:norrby,stage:networks"])
def test_where_nothing_is_aimed_the_way_leads_to_as_many_as_it_says_that_reach_everyone(data, gap):
    page = visit_page("gaps", f"gap={gap}")
    found = re.search(r'href="insatser\?([^"]+)">Se de (\d+) som når hela kommunen</a>', page.html["gap"])
    assert found
    said = visit_page("initiatives", unescape(found[1])).selection
    assert said.startswith(f"{found[2]} av 68 insatser")
