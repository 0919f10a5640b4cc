"""Matrices on the pages: which rows stand first, what the cells lead to, and where one may decide."""

import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.gaps import Gap
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.store.gap_register import record_decision
from tests.app import naive
from tests.app.conftest import csv_rows, visit_page
from tests.app.test_certainty import below, links

NORR_DEVELOPING = Gap.at(district="norr", stage="developing")
MATRICES = ["districts-by-target-area", "districts-by-stage"]


def parts(html: str) -> tuple[str, str]:
    """The matrix, and the part of it that is folded away."""
    first, _, rest = html.partition('<details class="vk-rest"')
    return first, rest.partition("</details>")[0]


def row_labels(html: str) -> list[str]:
    body = "".join(re.findall("<tbody>.*?</tbody>", html, re.DOTALL))
    heads = re.findall('<th scope="row">(.*?)</th>', body, re.DOTALL)
    return [re.sub("<[^>]+>", "", head).strip() for head in heads]


@pytest.mark.parametrize("name", MATRICES)
def test_districts_that_are_neither_aimed_at_nor_in_great_need_fold_away_with_the_places(shown, name):
    first, rest = parts(shown("districts").html[name])
    aimed, needy = naive.aimed(), naive.of_great_need()
    stay = [label for code, label in naive.labels().items() if aimed[code] or code in needy]
    folded = [label for label in naive.labels().values() if label not in stay]
    places = sorted(row["place"] for row in naive.rows("portfolio/not_relevant.csv"))
    assert row_labels(first) == [*stay, "Hela kommunen", "Ej angivet"]
    assert row_labels(rest)[: len(folded)] == folded
    assert len(row_labels(rest)) == len(folded) + len(places)
    assert f"<summary>{len(folded)} områden till och {len(places)} platser</summary>" in rest


@pytest.mark.parametrize("name", MATRICES)
def test_the_sums_of_all_rows_stand_below_the_first_part_alone(shown, name):
    first, rest = parts(shown("districts").html[name])
    assert 'aria-label="Alla 68 insatser"' in first.partition("<tfoot>")[2]
    assert "<tfoot>" not in rest
    assert re.findall("<thead>.*?</thead>", first, re.DOTALL) == re.findall(
        "<thead>.*?</thead>", rest, re.DOTALL
    )


@pytest.mark.parametrize("name", MATRICES)
def test_the_download_has_every_row_wherever_it_stands_and_its_sums_last(visit, name):
    html = visit("districts").html[name]
    first, rest = map(row_labels, parts(html))
    *rows, sums = csv_rows(html)[1:]
    assert {row[0] for row in rows} == {*first, *rest}
    assert (sums[0], sums[-1]) == ("Insatser", "68")


@pytest.mark.parametrize(
    ("code", "params"), [("districts", "district=lugnet&district=norrby"), ("target_areas", "")]
)
def test_few_rows_do_not_fold(shown, code, params):
    page = shown(code, params)
    assert any("vk-matrix" in html for html in page.html.values())
    assert not any("vk-rest" in html for html in page.html.values())


def everyones(stage: str, *provenances: str) -> int:
    """The initiatives under the stage that reach the whole municipality."""
    reaching = {
        row["initiative"]
        for row in naive.rows("portfolio/classifications.csv")
        if row["term"] == "municipality-wide" and row["provenance"] in provenances
    }
    return len(reaching & naive.in_stage(stage))


def test_an_empty_cell_tells_between_which_numbers_those_lie_that_reach_everyone(shown):
    """They are what the district has; ten of these fifteen the city states itself."""
    stated, both = everyones("doing-now", "stated"), everyones("doing-now", "stated", "inferred")
    assert stated < both
    cell = "Hulta och Sörmarken, Det här gör vi nu: endast kommunövergripande, "
    one = shown("districts").html["districts-by-stage"]
    said = f"{cell}{both} når hela kommunen, {stated} utan det som regler har härlett"
    assert below(one, said) == f"{stated}–{both}"
    other = shown("districts", "provenance=stated").html["districts-by-stage"]
    said = f"{cell}{stated} når hela kommunen, {both} med det som regler har härlett"
    assert below(other, said) == f"{stated}–{both}"


def test_where_nothing_is_left_unstated_stands_a_quiet_zero(shown):
    page = shown("districts")
    html = page.html["districts-by-target-area"]
    said = "Hulta och Sörmarken, Ej angivet: ingen insats här saknar uppgiften"
    assert re.search(rf'<td class="vk-cell vk-zero"[^>]*><span role="img" aria-label="{said}">0</span>', html)
    assert "Sandared, Ej angivet: 0 insatser där källan inte anger det, 1 insats utan" in html
    assert "0 inget saknas" in shown("districts", "sheet=hulta-och-sormarken").text("district-sheet")
    note = "En nolla under ”Ej angivet” utan frågetecken"
    assert note in page.text("districts-by-target-area")
    assert note not in page.text("districts-by-stage")


def ways_to_decide(html: str) -> dict[str, str]:
    """What the links say that lead to the form, and where each leads."""
    way = "Anteckna ett beslut om luckan "
    return {said: href for said, href in links(html).items() if said.startswith(way)}


@pytest.fixture
def editable(monkeypatch) -> None:
    monkeypatch.setitem(vars(SETTINGS), "editable", True)


@pytest.mark.usefixtures("editable")
def test_where_one_may_decide_every_empty_cell_of_a_district_leads_to_its_gap(visit):
    page = visit("districts")
    found = ways_to_decide(page.html["districts-by-stage"])
    aimed, stages = naive.aimed(), ("doing-now", "developing", "networks")
    assert len(found) == sum(
        not aimed[district] & naive.in_stage(stage) for district in naive.labels() for stage in stages
    )
    way = "Anteckna ett beslut om luckan {}: Boende och närmiljö"
    target = ways_to_decide(page.html["districts-by-target-area"])
    assert (
        target[way.format("Hulta och Sörmarken")]
        == "luckor?gap=target_area:housing,district:hulta-och-sormarken"
    )
    assert way.format("Norrby") not in target, "two at Norrby have no stated target area"
    assert "+ leder till luckan" in page.text("districts-by-stage")


@pytest.mark.usefixtures("editable")
def test_only_districts_have_gaps_to_decide_on(visit):
    assert not ways_to_decide(visit("vision_areas").html["vision-areas-by-target-area"])
    assert not ways_to_decide(visit("target_areas").html["target-areas-by-stage"])


@pytest.mark.parametrize("code", ["districts", "stages"])
def test_where_one_may_only_read_nothing_leads_to_deciding(shown, code):
    page = shown(code)
    assert not any(ways_to_decide(html) for html in page.html.values())
    assert "+ leder till luckan" not in " ".join(page.html.values())


@pytest.mark.usefixtures("editable")
def test_in_a_view_that_is_locked_nothing_leads_to_deciding(visit):
    snapshot = next((SETTINGS.data / "snapshots").glob("*.json")).stem
    page = visit("districts", f"snap={snapshot}")
    assert "låst till läget" in " ".join(page.html.values())
    assert not ways_to_decide(page.html["districts-by-stage"])


@pytest.fixture
def made_up(portfolio_folder: Path, tmp_path: Path, use_folders):
    """The made-up municipality: a gap in Norr is being looked into, Söder is declared not relevant."""
    said = {
        "owner_role": "Områdeschef",
        "decided_by": "Nämnden",
        "reason": "Behovet",
        "decided_at": "2031-06-01",
    }
    for gap, decision in ((NORR_DEVELOPING, "looking-into"), (Gap.at(district="soder"), "not-relevant")):
        row = said | {"decision": decision, "review_at": "2031-09-01"}
        assert record_decision(portfolio_folder, gap, row, date(2031, 6, 1)) == []
    build_store(portfolio_folder, tmp_path / "store")
    use_folders(store=tmp_path / "store", data=portfolio_folder)
    return visit_page


def test_a_confirmed_nothing_in_a_district_leads_to_what_is_known_of_the_gap(made_up):
    matrix = links(made_up("districts").html["districts-by-stage"])
    assert (
        matrix["Udden, Det här utvecklar vi: ingen utpekad insats"]
        == "luckor?gap=district:udden,stage:developing"
    )
    assert matrix["Norr, Det här gör vi nu: 1 insats"] == "insatser?district=norr&stage=doing-now"


def test_a_decision_on_a_gap_stands_in_its_cell_and_leads_to_it(made_up):
    page = made_up("districts")
    said = "Utreds, ansvarig Områdeschef, ses över 1 september 2031"
    assert links(page.html["districts-by-stage"])[said] == f"luckor?gap={NORR_DEVELOPING}"
    assert "En bokstav är ett beslut om luckan" in page.text("districts-by-stage")


def test_a_district_declared_not_relevant_leads_to_the_decision(made_up):
    matrix = links(made_up("districts").html["districts-by-stage"])
    assert matrix["Söder, Det här utvecklar vi: ej relevant"] == "luckor?gap=district:soder"


@pytest.mark.usefixtures("editable")
def test_a_gap_that_is_decided_on_has_its_letter_instead(made_up):
    found = ways_to_decide(made_up("districts").html["districts-by-stage"]).values()
    assert "luckor?gap=district:udden,stage:developing" in found
    assert f"luckor?gap={NORR_DEVELOPING}" not in found
    assert not any("soder" in href for href in found)
