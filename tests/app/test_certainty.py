"""What rules have inferred: each number says what hangs on it, and each inferred label why it was set."""

import csv
import re
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from tests.app.conftest import visit_page, words


def inferred_labels(*dimensions):
    """The rows of the city's portfolio that a rule has set, straight from the file."""
    with (SETTINGS.data / "portfolio" / "classifications.csv").open(encoding="utf-8", newline="") as lines:
        return [
            row
            for row in csv.DictReader(lines)
            if row["provenance"] == "inferred" and (not dimensions or row["dimension"] in dimensions)
        ]


def links(html):
    """What each link says to those who hear it, and where it leads."""
    html = re.sub(r'<span aria-hidden="true">.*?</span>', "", html)
    found = re.findall(r'<a (?:class="[^"]*" )?href="([^"]*)"(?: aria-label="([^"]*)")?[^>]*>(.*?)</a>', html)
    return {unescape(label or re.sub(r"<[^>]+>", "", said)): unescape(href) for href, label, said in found}


def plain(html):
    return re.sub(r"<[^>]+>", "", html).strip()


def below(html, sentence):
    """The small line in the cell that is said like this; None where it has none."""
    [cell] = re.findall(rf'aria-label="{re.escape(sentence)}">(.*?)</(?:a|span)>\s*</td>', html)
    small = re.search("<small>(.*?)</small>", cell)
    return small and small[1]


def test_a_number_that_inferred_labels_change_has_its_range_below_and_the_other_number_in_words(shown):
    with_inferred = shown("stages").html["stages-by-target-area"]
    assert below(
        with_inferred,
        "Det här gör vi nu, Förutsättningar för arbete: 8 insatser, 4 utan det som regler har härlett",
    ) == "4–8"  # fmt: skip
    stated_only = shown("stages", "provenance=stated").html["stages-by-target-area"]
    assert below(
        stated_only,
        "Det här gör vi nu, Förutsättningar för arbete: 4 insatser, 8 med det som regler har härlett",
    ) == "4–8"  # fmt: skip


def test_sums_have_their_range_too_and_what_is_not_stated_grows_without_inferred_labels(shown):
    matrix = shown("stages").html["stages-by-target-area"]
    assert below(matrix, "Boende och närmiljö: 3 insatser, 1 utan det som regler har härlett") == "1–3"
    assert below(matrix, "Ej angivet: 43 insatser, 53 utan det som regler har härlett") == "43–53"
    assert below(matrix, "Det här gör vi nu: 36 insatser") is None


def test_where_nothing_is_inferred_nothing_is_added(shown):
    page = shown("overview")
    assert "<small>" not in page.html["vision-areas-by-stage"] + page.html["headline"]
    assert "spann" not in page.text("vision-areas-by-stage")
    assert "spann" in shown("target_areas").text("target-areas-by-stage")


@pytest.mark.parametrize(
    ("params", "selection"),
    [
        ("target=work", "11 av 68 insatser inom Förutsättningar för arbete, "),
        (
            "target=work&provenance=stated",
            "6 av 68 insatser inom Förutsättningar för arbete bara med det som kommunen anger, ",
        ),
    ],
    ids=["with-inferred", "stated-only"],
)
def test_the_selection_says_between_which_numbers_it_lies(shown, params, selection):
    page = shown("overview", params)
    assert page.selection == f"{selection}mellan 6 och 11 beroende på härledda uppgifter"


def test_the_headline_figures_have_their_ranges(shown):
    with_inferred, stated_only = (
        shown("overview", f"target=work{more}") for more in ("", "&provenance=stated")
    )
    assert re.search(
        r"\. 11 \(6–11\) olika insatser .* 2 av 11 insatser namnger", with_inferred.text("headline")
    )
    assert re.search(r"\. 6 \(6–11\) olika insatser .* 2 av 6 insatser namnger", stated_only.text("headline"))


def test_a_bars_table_tells_the_range_beside_each_number(shown):
    table = words(shown("target_areas").table("target-areas"))
    assert "Boende och närmiljö 1 2 0 3 (1–3)" in table
    assert "36 43" in words(shown("stages").table("stages"))


@pytest.mark.parametrize(
    ("code", "dimension", "params", "said"),
    [
        (
            "target_areas",
            "target_area",
            "",
            "25 av 68 insatser har ett målområde, 15 om bara det som kommunen anger räknas; "
            "för 43 (43–53 beroende på härledda uppgifter) säger källan inget.",
        ),
        (
            "stages",
            "target_area",
            "provenance=stated",
            "15 av 68 insatser har ett målområde, 25 med det som regler har härlett; "
            "för 53 (43–53 beroende på härledda uppgifter) säger källan inget.",
        ),
        (
            "districts",
            "district",
            "district=norrby",
            "11 av 68 insatser pekar ut ett område och 3 en annan plats, "
            "20 (12–20 beroende på härledda uppgifter) når hela kommunen; för 34 (34–42) säger källan inget.",
        ),
        (
            "districts",
            "district",
            "place=not-stated&provenance=stated",
            "0 av 54 insatser pekar ut ett område, "
            "12 (12–20 beroende på härledda uppgifter) når hela kommunen; för 42 (34–42) säger källan inget.",
        ),
        (
            "districts",
            "district",
            "place=norrby",
            "8 av 8 insatser pekar ut ett område och ingen en annan plats, ingen når hela kommunen.",
        ),
        (
            "districts",
            "district",
            "lang=en",
            "11 of 68 initiatives name a district and 3 another place, "
            "20 (12–20 depending on inferred labels) reach the whole municipality; "
            "for 34 (34–42) the source does not say.",
        ),
    ],
)
def test_a_page_says_first_for_how_many_its_label_is_known(shown, code, dimension, params, said):
    assert plain(shown(code, params).html[f"known-{dimension}"]).startswith(f"{said} ")


@pytest.mark.parametrize("code", ["overview", "vision_areas", "target_areas", "districts", "gaps", "stages"])
def test_wherever_something_may_be_missing_the_pages_that_were_never_captured_are_named(shown, code):
    known = next(html for key, html in shown(code).html.items() if key.startswith("known-"))
    assert plain(known).endswith(
        "För 2 av 4 visionsområden saknas underlag: "
        "Omsorg om varandra och miljön och Ett tryggt och snyggt Borås."
    )


def test_where_every_page_was_captured_none_is_named(portfolio_folder, tmp_path, use_folders):
    areas = portfolio_folder / "vocabularies" / "vision_area.csv"
    areas.write_text(areas.read_text("utf-8").replace(",term,no,", ",term,yes,"), "utf-8")
    build_store(portfolio_folder, tmp_path / "store")
    use_folders(store=tmp_path / "store", data=portfolio_folder)
    assert "underlag" not in visit_page("districts").text("known-district")


@pytest.mark.parametrize(
    ("code", "dimension", "params", "numbers"),
    [
        ("target_areas", "target_area", "", 3),
        ("target_areas", "target_area", "provenance=stated&stage=developing", 3),
        ("districts", "district", "", 4),
        ("districts", "district", "provenance=stated&district=norrby&stage=developing", 4),
        ("districts", "district", "place=any", 2),
        ("overview", "district", "target=work", 3),
    ],
)
def test_each_of_those_numbers_leads_to_as_many_initiatives(shown, code, dimension, params, numbers):
    known = links(shown(code, params).html[f"known-{dimension}"])
    assert len(known) == numbers
    for said, href in known.items():
        count = re.search(r"\d+", said)
        listed = shown("initiatives", urlencode(parse_qsl(urlsplit(href).query)))
        assert count
        assert listed.selection.startswith(f"{count[0]} av 68 ")


def effect(page):
    """What the switch of labels says of itself."""
    found = re.search(r'id="provenance-effect">([^<]*)<', page.html["filters"])
    assert found
    return found[1]


def test_the_switch_says_how_many_initiatives_it_touches(shown):
    count = len({row["initiative"] for row in inferred_labels()})
    assert count
    assert effect(shown("overview")).startswith(f"{count} av 68 insatser här har någon härledd uppgift.")
    narrowed = effect(shown("overview", "target=work"))
    assert re.match(r"[1-9]\d? av 11 insatser här har någon härledd uppgift\.", narrowed)


def test_it_says_so_where_it_touches_none(shown):
    said = effect(shown("overview", "district=sjobo"))
    assert said.startswith("Ingen insats här har en härledd uppgift, så talen blir desamma.")


def test_every_inferred_label_in_the_list_opens_to_its_rule_and_the_words_in_the_text(shown):
    told = re.findall(
        r'<details id="vk-why-([a-z0-9-]+)-\d+"><summary>[^<]+<span class="vk-hidden">, härledd</span>'
        r"</summary>\s*<p><strong>Regel:</strong> [^<]+</p>"
        r'<p><strong>Ord i texten:</strong> <q lang="sv">([^<]+)</q></p>',
        unescape(shown("initiatives").html["initiative-list"]),
    )
    expected = [(row["initiative"], row["quote"]) for row in inferred_labels("target_area", "district")]
    assert expected
    assert sorted(told) == sorted(expected)


def test_stated_labels_alone_have_no_rule_to_open(shown):
    assert "<strong>Regel:" not in shown("initiatives", "provenance=stated").html["initiative-list"]
    assert "<strong>Regel:" in shown("initiatives").html["initiative-list"]
