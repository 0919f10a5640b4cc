"""What is read off a captured page, what is left, and what is refused."""

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.capture import Capture, CaptureError, NotOurPage
from dashboard.sources.captures import decode_capture, read_captures
from dashboard.sources.page import parse_page
from dashboard.sources.programme_page import ProgrammePage
from dashboard.sources.vision_area_page import Listing, VisionAreaPage
from tests.made_up_pages import ENTRIES, VOCABULARIES, made_up_pages, render_html, render_page

DATA = Path(__file__).parents[1] / "data"

PAGE = """\
Visionsområdet: Lugna stunder

Information, ikon

Det här gör vi nu

 • Hängmattor

  Tre hängmattor i parken.

  Om hängmattorna
 • Tyst timme

  Biblioteket sänker rösten.

Om du har frågor kontakta:
"""


def parse(text: str) -> VisionAreaPage | ProgrammePage:
    return parse_page(text, "sida.txt", VOCABULARIES)


def parse_listings(text: str) -> tuple[Listing, ...]:
    page = parse(text)
    assert isinstance(page, VisionAreaPage)
    return page.listings


def told(page: VisionAreaPage | ProgrammePage, rule: str) -> list[tuple[int, str]]:
    """Line and value of the page's remarks of that rule."""
    return [(remark.line, remark.value) for remark in page.remarks if remark.rule == rule]


def read_made_up(name: str) -> VisionAreaPage | ProgrammePage:
    return parse((DATA / "captures" / name).read_text("utf-8"))


def test_a_page_gives_title_stage_position_description_and_link():
    assert replace(parse(PAGE), remarks=()) == VisionAreaPage(
        "Lugna stunder",
        (
            Listing("doing-now", 1, "Hängmattor", "Tre hängmattor i parken.", "Om hängmattorna"),
            Listing("doing-now", 2, "Tyst timme", "Biblioteket sänker rösten."),
        ),
    )


def test_a_listing_knows_its_line():
    assert [listing.line for listing in parse_listings(PAGE)] == [7, 12]


def test_every_trap_of_the_sources_is_read_as_a_person_would():
    page = read_made_up("mojligheter.txt")
    assert isinstance(page, VisionAreaPage)
    told = [
        (
            listing.stage,
            listing.position,
            listing.title,
            listing.link_label,
            listing.link_external,
            listing.link_new_window,
        )
        for listing in page.listings
    ]
    label = "Boka läxhjälp, tider och platser"
    assert page.title == "Möjligheter och mod att växa"
    assert told == [
        ("doing-now", 1, "Verktygspoolen", "Verktygspoolen", False, False),
        ("doing-now", 2, "Läxhjälp på Bryggans skola", "Boka\u00a0läxhjälp, tider och platser", False, False),
        ("doing-now", 3, "Snickarkväll", "", False, False),
        ("doing-now", 4, "Språkcafé  över kaffe", "", False, False),
        ("doing-now", 5, "Centrum för nya företagare", "Till rådgivningen", False, True),
        ("developing", 1, "Odla på taket", "Om takodlingen", True, True),
        ("developing", 2, "Flytande scen", "Scenen, Föreningen Pråmen", True, False),
        ("networks", 1, "Grannar över ån", label, False, False),
    ]


def test_a_description_may_lack_its_full_stop_and_may_have_two_paragraphs():
    page = read_made_up("mojligheter.txt")
    assert isinstance(page, VisionAreaPage)
    assert page.listings[1].description.endswith("Söder och Udden")
    assert page.listings[3].description == (
        "Den som övar svenska får sällskap.\n\nKaffet är gratis, bullen kostar fem kronor"
    )


def test_a_list_within_a_description_belongs_to_it():
    nested = PAGE.replace("i parken.\n", "i parken:\n   • en röd\n   • två blå\n")
    assert parse_listings(nested)[0].description == "Tre hängmattor i parken:\n• en röd\n• två blå"
    assert parse_listings(nested)[1:] == parse_listings(PAGE)[1:]


@pytest.mark.parametrize("name", ["mojligheter.txt", "nara.txt"])
def test_news_contact_and_page_furniture_never_become_data(name):
    page = read_made_up(name)
    assert isinstance(page, VisionAreaPage)
    furniture = ("Publicerad", "bryggorna", "Växeln", "symbol", "teckning", "Ikon", "Logotyp", "Dela sidan")
    assert not [word for word in furniture if word in str(page)]


@pytest.mark.parametrize(
    ("note", "external", "new_window"),
    [
        (" Länk till annan webbplats, öppnas i nytt fönster.", True, True),
        (" länk till annan webbplats, öppnas i nytt fönster", True, True),
        (" Länk till annan webbplats.", True, False),
        (" Öppnas i nytt fönster.", False, True),
        ("\u00a0Öppnas i nytt\u00a0fönster", False, True),
        (" (öppnas i ett nytt fönster)", False, True),
        ("", False, False),
    ],
)
def test_the_note_after_a_label_says_where_the_link_goes(note, external, new_window):
    listing = parse_listings(PAGE.replace("Om hängmattorna", "Om hängmattorna" + note))[0]
    assert (listing.link_label, listing.link_external, listing.link_new_window) == (
        "Om hängmattorna",
        external,
        new_window,
    )


def test_a_link_with_a_note_may_be_followed_by_a_blank_line():
    loose = PAGE.replace("  Om hängmattorna\n", "  Om hängmattorna Öppnas i nytt fönster.\n\n")
    tight = PAGE.replace("  Om hängmattorna\n", "  Om hängmattorna Öppnas i nytt fönster.\n")
    assert parse(loose) == parse(tight)


def test_a_page_without_blank_lines_reads_the_same():
    assert parse(PAGE.replace("\n\n", "\n")) == parse(PAGE)


def test_a_label_about_windows_is_no_note():
    listing = parse_listings(PAGE.replace("Om hängmattorna", "Så öppnas i nytt fönster mot ån"))[0]
    assert listing.link_label == "Så öppnas i nytt fönster mot ån"
    assert not listing.link_new_window


@pytest.mark.parametrize(
    "retyped",
    [
        PAGE.replace("\n", "\r\n"),
        PAGE.replace("ä", "a\u0308").replace("å", "a\u030a").replace("ö", "o\u0308"),
        PAGE.replace(" • ", "\t• ").replace("\n  ", "\n\t\t"),
        PAGE.replace("Det här gör vi nu", "Det\u00a0här gör\u00a0vi nu"),
        PAGE.removesuffix("\n"),
    ],
    ids=["CRLF", "NFD", "tabs", "NBSP in a heading", "no last line end"],
)
def test_how_a_capture_was_saved_does_not_matter(retyped):
    assert parse(retyped) == parse(PAGE)


def test_the_programme_page_gives_its_target_areas_in_its_own_words():
    page = read_made_up("programme.txt")
    assert isinstance(page, ProgrammePage)
    assert page.title == "Socialt hållbart Exempelby"
    assert [(section.code, section.heading, section.description) for section in page.sections] == [
        ("start", "En\u00a0god\u00a0start", "Den som är liten får mest tid."),
        ("home", "Att bo och vara granne", "Trappor sopas, lampor lagas."),
        ("work", "Vägen till ett arbete", "En väg in och en väg vidare."),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "expected"),
    [
        (
            "Det här gör vi nu",
            "Det här drömmer vi om",
            7,
            "text under «Det här drömmer vi om»; väntade någon av",
        ),
        ("Visionsområdet: Lugna stunder", "Visionsområdet:", 1, "väntade visionsområdets namn"),
        (" • Tyst timme", " •", 12, "väntade en titel"),
        (" • Tyst timme", " • En uggla\u00a0 Publicerad", 12, "ser ut som en nyhet"),
        ("  Biblioteket sänker rösten.\n", "", 12, "«Tyst timme» saknar beskrivning"),
        ("  Biblioteket sänker rösten.\n", "  Läs mer Öppnas i nytt fönster.\n", 12, "saknar beskrivning"),
        ("  Biblioteket", "Biblioteket", 12, "saknar beskrivning"),
        ("  Om hängmattorna", "  Om hängmattorna\n  Om parken", 12, "väntade högst en rad med länk"),
        ("  Om hängmattorna", "  Öppnas i nytt fönster.", 11, "väntade en länktext"),
        (" • Tyst", "Ett ord till\n • Tyst", 13, "text under «Ett ord till»"),
        ("Om du har frågor", "Det här gör vi nu\n\nOm du har frågor", 16, "står en andra gång"),
        ("Om du har", "Det här utvecklar vi\n\nVi odlar.\n\nOm du har", 16, "väntade en punktlista"),
        ("Om du har", "Det här utvecklar vi\n  Vi odlar.\n\nOm du har", 16, "väntade en punktlista"),
        ("Om du har", "Det här utvecklar vi\n\nInformation, ikon\nOdling\nOm du har", 16, "en punktlista"),
        ("Om du har frågor", "Visionsområdet: Fler stunder\n\nOm du har frågor", 16, "en andra rubrik"),
        ("Om du har frågor kontakta:\n", "", 16, "avklippt"),
        ("  Biblioteket", " Biblioteket", 14, "oväntat indrag"),
        ("rösten.\n", "rösten.\n\nEn bild\n  Mer om tystnad\n", 17, "text under «En bild»"),
        (" • Tyst timme", "• Tyst timme", 12, "oväntat indrag"),
        (" • Hängmattor", " Ord\n • Hängmattor", 7, "oväntat indrag"),
        ("Det här gör vi nu\n", "", 6, "väntade någon av rubrikerna «Det här gör vi nu», «"),
    ],
)
def test_an_unknown_structure_is_refused_with_its_line_and_what_was_expected(old, new, line, expected):
    assert old in PAGE
    with pytest.raises(CaptureError) as refusal:
        parse(PAGE.replace(old, new, 1))
    assert (refusal.value.file, refusal.value.line) == ("sida.txt", line)
    assert expected in refusal.value.message


def test_a_page_without_any_stage_heading_is_refused():
    with pytest.raises(CaptureError, match="sidan saknar skedesrubriker"):
        parse("Visionsområdet: Lugna stunder\n\nOm du har frågor kontakta:\n")


DEVELOPING = "Det här utvecklar vi"
NETWORKS = "Nätverk och partnerskap där vi arbetar tillsammans med andra"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Om du har", f"{DEVELOPING}\n\nOm du har", 16),
        ("Om du har", f"{DEVELOPING}\n\nInformation, ikon\n\n{NETWORKS}\n\nIkon: pratbubblor\nOm du har", 16),
        ("Om du har", f"{DEVELOPING}\n\nNyheter\n\n • En bil Publicerad\n\nOm du har", 16),
        ("Det här gör vi nu", f"{DEVELOPING}\n\nInformation, ikon\nDet här gör vi nu", 5),
    ],
    ids=["last", "two of them", "before news", "first"],
)
def test_a_stage_without_entries_is_read_and_remarked_on(old, new, line):
    page = parse(PAGE.replace(old, new))
    assert isinstance(page, VisionAreaPage)
    assert page.listings == parse_listings(PAGE)
    assert (line, DEVELOPING) in told(page, "empty-stage")
    assert DEVELOPING not in [value for _, value in told(page, "missing-stage")]


def test_a_stage_without_a_heading_is_remarked_on():
    assert told(parse(PAGE), "missing-stage") == [(1, DEVELOPING), (1, NETWORKS)]
    assert told(read_made_up("mojligheter.txt"), "missing-stage") == []


def test_a_page_of_empty_stages_is_refused():
    with pytest.raises(CaptureError, match="inget skede har någon insats"):
        parse(f"Visionsområdet: Lugna stunder\n\n{DEVELOPING}\n\nOm du har frågor kontakta:\n")


PROGRAMME = (DATA / "captures" / "programme.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Att bo och vara granne\n", "Att bo\n", "väntade rubriken «Att bo och vara granne»"),
        ("Att bo och vara granne\n", "Att bo och vara granne\n\n", "väntade en beskrivning"),
        ("Två hus\n", "Vägen till ett arbete\nIgen.\n", "«Vägen till ett arbete» står en andra gång"),
        ("Dela sidan: ", "Dela inte: ", "avklippt"),
        (
            "Dela sidan: Socialt",
            "Dela sidan: Asocialt",
            "väntade sidans rubrik «Asocialt hållbart Exempelby»",
        ),
    ],
)
def test_a_programme_page_that_is_not_whole_is_refused(old, new, expected):
    assert old in PROGRAMME
    with pytest.raises(CaptureError) as refusal:
        parse(PROGRAMME.replace(old, new, 1))
    assert expected in refusal.value.message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "filen är tom"),
        (" \n\u00a0\n", "filen är tom"),
        ("Nyheter\n\n • En bil Publicerad\n\n  Bilen är tvättad\n", "ingen av de sidor"),
        ("Vision 2040\n\nVi har fyra visionsområden.\n\nDela sidan: Vision 2040\n", "ingen av de sidor"),
        ("Dela sidan: Visionsområdet: Lugna stunder\n", "ingen av de sidor"),
        ("Visionsområdet: Ett\n\nVisionsområdet: Två\n\nDela sidan: Vision 2040\n", "ingen av de sidor"),
        ("Visionsområden: fyra stycken\n\nDela sidan: Vision 2040\n", "ingen av de sidor"),
        ("Vägen till ett arbete\nEn väg in.\n\nDela sidan: Vägen till ett arbete\n", "ingen av de sidor"),
        ('{"sida": [1, 2]}', "ingen av de sidor"),
    ],
    ids=[
        "empty",
        "blank",
        "news",
        "the vision's start page",
        "only a foot",
        "a list of vision areas",
        "a word like the title",
        "a target area's own page",
        "data",
    ],
)
def test_what_is_no_page_of_ours_says_so(text, reason):
    with pytest.raises(NotOurPage) as refusal:
        parse(text)
    assert reason in refusal.value.message


# What is understood although it is written otherwise is remarked on; nothing else is let in.


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Det här gör vi nu", "Det har gör vi nu", 5),
        ("Det här gör vi nu", "Det här gör vi nu:", 5),
        ("Det här gör vi nu", "DET HÄR  GÖR VI NUU", 5),
        ("Visionsområdet: ", "Visionområdet: ", 1),
        ("Visionsområdet: ", "VISIONSOMRÅDET: ", 1),
    ],
)
def test_a_misspelt_heading_is_read_and_remarked_on(old, new, line):
    page = parse(PAGE.replace(old, new))
    value = new.strip() if line > 1 else f"{new}Lugna stunder"
    assert isinstance(page, VisionAreaPage)
    assert page.listings == parse_listings(PAGE)
    assert told(page, "spelling") == [(line, value)]
    assert old.strip() in page.remarks[0].says


@pytest.mark.parametrize(
    "other", ["Det här gjorde vi", "Det här gör vi inte nu", "Här gör vi", "Visionsområdet"]
)
def test_another_heading_is_not_taken_for_a_misspelt_one(other):
    with pytest.raises(CaptureError, match="väntade någon av rubrikerna"):
        parse(PAGE.replace("Det här gör vi nu", other))


def test_a_line_like_a_heading_is_none_where_the_heading_stands_rightly_spelt():
    page = parse(PAGE.replace("Information, ikon", "Det här gör vi nu:"))
    assert page == parse(PAGE)


def test_a_line_like_a_heading_in_the_foot_is_none():
    foot = "Om du har frågor kontakta:\n\nDet här utveklar vi\n\n • En bil Publicerad\n\n  Bilen är tvättad\n"
    assert parse(PAGE.replace("Om du har frågor kontakta:\n", foot)) == parse(PAGE)


def test_two_lines_like_the_same_heading_are_refused():
    with pytest.raises(CaptureError, match="står en andra gång"):
        parse(PAGE.replace("Det här gör vi nu", "Det har gör vi nu\n\nDet här gör vi nuu"))


def test_a_misspelt_target_area_is_read_and_remarked_on():
    page = parse(PROGRAMME.replace("Vägen till ett arbete", "Vägen till ett arbette"))
    assert isinstance(page, ProgrammePage)
    assert page.sections[2].code == "work"
    assert [(each.rule, each.value) for each in page.remarks] == [("spelling", "Vägen till ett arbette")]


# The page's own words, and when they were last changed.


def test_the_statement_is_the_sentences_above_the_first_list():
    page = read_made_up("mojligheter.txt")
    assert page.statement == (
        "I Exempelby provar vi hellre en gång för mycket.\n\n"
        "Den som vill lära sig något nytt hittar dit på cykel."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ur visionen:",
        "Här följer sådant som vi gör.",
        "Information, ikon",
        "En illustration av en park",
        "Lyssna",
    ],
)
def test_signposts_headings_and_texts_of_pictures_are_no_statement(line):
    assert parse(PAGE.replace("Information, ikon", line)).statement == ""


def test_a_long_paragraph_needs_no_full_stop_to_be_a_statement():
    long = "Den som vill lära sig något nytt hittar dit på cykel, till fots, med buss eller med båt"
    assert parse(PAGE.replace("Information, ikon", long)).statement == long


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Senast ändrad:", None),
        ("Senast ändrad: 2031-05-03", date(2031, 5, 3)),
        ("Senast ändrad: 2031-05-03 kl. 13.37", date(2031, 5, 3)),
        ("Senast ändrad 3 maj 2031", date(2031, 5, 3)),
        ("SENAST ÄNDRAD: den 3:e MAJ 2031", date(2031, 5, 3)),
        ("Senast ändrad: lördag 3 maj 2031, 13:37", date(2031, 5, 3)),
        ("Senast ändrad: 3 sept. 2031", date(2031, 9, 3)),
        ("Senast ändrad: 3/5 2031", date(2031, 5, 3)),
        ("Senast ändrad:\u00a03\u00a0maj\u00a02031", date(2031, 5, 3)),
        ("Sidan är senast uppdaterad: 2031-05-03 av redaktionen", date(2031, 5, 3)),
        ("Senast ändrad:\n\n3 maj 2031", date(2031, 5, 3)),
        ("Senast ändrad:\n\nÄndrad av: 3 maj 2031", None),
    ],
)
def test_the_page_says_when_it_was_last_changed(said, expected):
    page = parse(PAGE + f"\n{said}\n")
    assert (page.last_changed, told(page, "unreadable-date")) == (expected, [])


@pytest.mark.parametrize(
    "said", ["2031-02-30", "3 jul-maj 2031", "i våras", "2031", "13/13 2031", "3 mjau 2031"]
)
def test_a_date_that_cannot_be_read_is_remarked_on(said):
    page = parse(PAGE + f"\nSenast ändrad: {said}\n")
    assert page.last_changed is None
    assert told(page, "unreadable-date") == [(18, said)]


# Blank lines carry meaning. Where they are missing, a page is read right or refused.


def test_a_list_at_the_end_of_a_description_is_no_link():
    nested = PAGE.replace(
        "  Biblioteket sänker rösten.\n\n", "  Biblioteket sänker:\n   • rösten\n   • priset\n"
    )
    assert parse_listings(nested)[1].description == "Biblioteket sänker:\n• rösten\n• priset"
    assert parse_listings(nested)[1].link_label == ""


def test_a_link_may_follow_on_a_list():
    nested = PAGE.replace("i parken.\n\n", "i parken:\n\n   • en röd\n   • två blå\n")
    assert parse_listings(nested)[0].description == "Tre hängmattor i parken:\n\n• en röd\n• två blå"
    assert parse_listings(nested)[0].link_label == "Om hängmattorna"


@pytest.mark.parametrize(
    ("old", "new", "line", "expected"),
    [
        (
            "  Om hängmattorna",
            "  De hänger i parken hela sommaren, från den första maj till den sista september, och alla"
            " får låna en var.",
            11,
            "väntade en kort länktext",
        ),
        ("  Om hängmattorna", "  Om hängmattorna" * 20, 11, "väntade en kort länktext"),
        ("  Om hängmattorna", "   • Om hängmattorna Öppnas i nytt fönster.", 11, "inte i en lista"),
    ],
)
def test_what_cannot_be_told_from_a_link_is_refused(old, new, line, expected):
    with pytest.raises(CaptureError) as refusal:
        parse(PAGE.replace(old, new))
    assert (refusal.value.line, expected in refusal.value.message) == (line, True)


def test_empty_paragraphs_in_a_description_are_one_blank_line():
    loose = PAGE.replace("i parken.\n", "i parken.\n\n  \u00a0\n\n  Häng med.\n")
    assert parse_listings(loose)[0].description == "Tre hängmattor i parken.\n\nHäng med."


def test_a_programme_page_without_blank_lines_reads_the_same():
    assert parse(PROGRAMME.replace("\n\n", "\n")) == parse(PROGRAMME)


# HTML comes out as the text captures are, so that one parser reads both.


def read_html(name: str) -> VisionAreaPage | ProgrammePage:
    (capture,) = read_captures(DATA / "captures" / name)
    assert isinstance(capture, Capture)
    return parse(capture.text)


def test_a_saved_page_reads_as_its_text_capture_does():
    page, same = read_html("mojligheter.html"), read_made_up("mojligheter.txt")
    assert isinstance(page, VisionAreaPage)
    assert isinstance(same, VisionAreaPage)
    assert (page.title, page.statement, page.remarks) == (same.title, same.statement, same.remarks)
    assert page.last_changed == date(2031, 5, 3)
    for listing, other in zip(page.listings, same.listings, strict=True):
        assert replace(listing, title=listing.title.replace("\u00a0", " ")) == other


def test_a_saved_programme_page_reads_as_its_text_capture_does():
    page, same = read_html("programme.html"), read_made_up("programme.txt")
    assert isinstance(page, ProgrammePage)
    assert isinstance(same, ProgrammePage)
    assert (page.title, page.sections, page.statement) == (same.title, same.sections, same.statement)
    assert page.last_changed == date(2031, 5, 3)


def test_the_programme_page_may_describe_an_approach_that_is_no_target_area():
    page = read_html("programme.html")
    assert isinstance(page, ProgrammePage)
    assert [(approach.code, approach.description) for approach in page.approaches] == [
        ("area-development", "Allt på en gång,\npå en plats.")
    ]


@pytest.mark.parametrize(
    ("entry", "description", "label"),
    [
        ("<h3>T</h3><p>Ett.</p>", "Ett.", ""),
        ("<h3>T</h3><p>Ett.</p><p>Två</p>", "Ett.\n\nTvå", ""),
        ("T<div>Ett.</div><div>Två</div>", "Ett.\nTvå", ""),
        ("T<br>Ett.<br>Två", "Ett.\nTvå", ""),
        ("T<p>Ett.</p><a>Två</a>", "Ett.", "Två"),
        ("T<p>Ett.</p><p><a>Två</a></p>", "Ett.", "Två"),
        ("T<p>Ett.<br><a>Två</a></p>", "Ett.", "Två"),
        ("T<p>Ett.</p><div><span><a>Två</a></span></div>", "Ett.", "Två"),
        ("T<p>Ett.</p><ul><li><a>Två</a></li></ul>", "Ett.", "Två"),
        ("T<p>Ett. <a>Två</a></p>", "Ett. Två", ""),
        ("T<p><a>Ett.</a> Två</p>", "Ett. Två", ""),
        ("T<p>Ett: <a>Två</a> <a>Tre</a></p>", "Ett: Två Tre", ""),
        ("<details><summary>T</summary><p>Ett.</p><p><a>Två</a></p></details>", "Ett.", "Två"),
        ("<details><summary>T</summary>Ett.<br><a>Två</a></details>", "Ett.", "Två"),
        ("<h3>T</h3><main><p>Ett.</p><p><a>Två</a></p></main>", "Ett.", "Två"),
        ("<h3>T</h3><aside><p>Ett.</p><p><a>Två</a></p></aside>", "Ett.", "Två"),
        ("<h3>T</h3><city-text><p>Ett.</p><p><a>Två</a></p></city-text>", "Ett.", "Två"),
        ("<h3>T</h3><p>Ett <city-word>ord</city-word>, <a>Två</a></p>", "Ett ord, Två", ""),
        ("<h3>T</h3><div><span><p>Ett.</p><p><a>Två</a></p></span></div>", "Ett.", "Två"),
        ("<h3>T</h3><p>Ett.</p><p><a>Två</a></p><img alt=''>", "Ett.", "Två"),
        ("<h3>T</h3><img alt='Bild'><p>Ett.</p><p><a>Två</a></p><img alt='Bild'>", "Ett.", "Två"),
        ("<h3>T</h3><p>Ett.</p><svg><title>Bild</title></svg><p><a>Två</a></p>", "Ett.", "Två"),
        ("<h3>T</h3><div><p>Ett.</p><p><a>Två</a></p></div><button>Dela</button>", "Ett.", "Två"),
        ("<h3>T <button>Dela</button></h3><p>Ett.</p><button>Mer</button>", "Ett.", ""),
        ("<h3>T</h3><p>Ett.</p><h4><button>Visa mer</button></h4>", "Ett.", ""),
        ("<!-- a --> <script>b</script><h3><button>T</button></h3><p>Ett.</p>", "Ett.", ""),
        ("<h3>T</h3><p>Ett.</p><hr><a>Två</a>", "Ett.", "Två"),
        ("<h3>T</h3><p>Ett.</p><p>&rarr; <a>Två</a>&#8203;</p><p>&#8203;</p>", "Ett.", "Två"),
        ("<h3>T</h3><p>Ett.</p><a><div>Två</div></a>", "Ett.", "Två"),
        ("<h3>T</h3><p>Ett.</p><p><a>Två</a><span>Öppnas i nytt fönster</span></p>", "Ett.", "Två"),
        ("<a><h3>T</h3><p>Ett.</p><p>Två</p></a>", "Ett.\n\nTvå", ""),
        ("T<p>Ett:</p><ul><li>två</li><li>tre</li></ul>", "Ett:\n\n• två\n• tre", ""),
        ("T<p>Ett:</p><ul><li>två</li></ul><a>Tre</a>", "Ett:\n\n• två", "Tre"),
        ("T<p>Ett:</p><ul><li>två<ul><li>tre</li></ul></li></ul><a>Fyra</a>", "Ett:\n\n• två\n• tre", "Fyra"),
        ("<a href=x>T</a><p>Ett.</p>", "Ett.", ""),
        ("<button>T</button><p>Ett.</p><p><a>Två</a><img></p>", "Ett.", "Två"),
        ("T<p>Ett &amp; två &lt;3</p>", "Ett & två <3", ""),
        ("T<p>Ett:</p><ol><li>två</li><li>tre</li></ol>", "Ett:\n\n1. två\n2. tre", ""),
        ("T<p>Ett.</p><!-- <a>Två</a> -->", "Ett.", ""),
    ],
)
def test_an_entry_of_a_saved_page_is_read_as_it_looks(entry, description, label):
    listing = parse_listings(decode_capture(html_page(entry), "sida").text)[0]
    assert (listing.title, listing.description, listing.link_label) == ("T", description, label)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("<a>T</a>", "«T» saknar beskrivning"),
        ("<h3>T</h3><a>Ett</a>", "«T» saknar beskrivning"),
        ("<h3>T</h3><p>Ett.</p><p><a>Två</a> <a>Tre</a></p>", "högst en rad med länk"),
        ("<h3>T</h3><p>Ett.</p><ul><li><a>Två</a></li><li><a>Tre</a></li></ul>", "högst en rad med länk"),
        ("<h3>T</h3><p>Ett.</p><a>Två</a><br><a>Tre</a>", "högst en rad med länk"),
        ("T<p>Ett.</p><p><a>Två</a></p><p>Tre</p>", "sida:9: länken «Två» står mitt i insatsen"),
        ("T<div>Ett.<div><a>Två</a></div>Tre</div>", "sida:7: länken «Två» står mitt i insatsen"),
        ("T<p>Ett:</p><ul><li><a>Två</a></li><li>Tre</li></ul>", "länken «Två» står mitt i insatsen"),
        ("T<p><a>Ett</a></p><p>Två</p>", "länken «Ett» står mitt i insatsen"),
        ("T<button><p>Ett.</p><a>Två</a></button>", "«T» saknar beskrivning"),
        ("", "väntade en titel"),
    ],
)
def test_an_entry_of_a_saved_page_that_could_be_read_in_two_ways_is_refused(entry, expected):
    text = decode_capture(html_page(entry), "sida").text
    with pytest.raises(CaptureError, match=expected):
        parse_page(text, "sida", VOCABULARIES)


def test_a_link_between_paragraphs_is_let_be_outside_the_entries():
    news = html_page("T<p>Ett.</p>") + b"<ul><li>En bil<p><a>Bilen</a></p><p>Tv\xc3\xa4ttad.</p></li></ul>"
    assert len(parse_listings(decode_capture(news, "sida").text)) == 2


def test_a_numbered_list_of_entries_is_refused():
    text = decode_capture(html_page("T<p>Ett.</p>").replace(b"ul>", b"ol>"), "sida").text
    with pytest.raises(CaptureError, match="väntade en punktlista"):
        parse(text)


def html_page(entry: str) -> bytes:
    return (
        "<!doctype html><meta charset=utf-8><h1>Visionsområdet: Lugna stunder</h1><h2>Det här gör vi nu</h2>"
        f"<ul><li>{entry}</li><li><h3>Tyst timme</h3><p>Biblioteket sänker rösten.</p></li></ul>"
        "<h2>Om du har frågor kontakta:</h2>"
    ).encode()


# Page after page: whatever a page says, writing it in a captured shape and reading it again gives it back.


@given(made_up_pages())
def test_reading_what_was_written_gives_the_page_back(page):
    assert replace(parse(render_page(page)), remarks=()) == page


@given(made_up_pages())
def test_every_stage_has_entries_or_a_remark(page):
    missing = [value for _, value in told(parse(render_page(page)), "missing-stage")]
    found = {VOCABULARIES.term("stage", listing.stage).label_sv for listing in page.listings}
    assert sorted([*missing, *found]) == sorted(term.label_sv for term in VOCABULARIES.terms("stage"))


@given(made_up_pages(), st.sampled_from(sorted(ENTRIES)))
def test_reading_what_was_written_as_html_gives_the_page_back(page, entry):
    html = render_html(page, ENTRIES[entry])
    assert replace(parse(decode_capture(html.encode(), "sida").text), remarks=()) == page


RETYPED = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "old Mac": lambda text: text.replace("\n", "\r"),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "tabs": lambda text: text.replace("\n   •", "\n\t\t•").replace("\n •", "\n\t•").replace("\n  ", "\n\t\t"),
    "deeper": lambda text: (
        text.replace("\n   •", "\n      •").replace("\n  ", "\n    ").replace("\n •", "\n  •")
    ),
    "spaces at line ends": lambda text: text.replace("\n", " \u00a0 \n"),
    "twice the blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
}


@given(made_up_pages(), st.sampled_from(sorted(RETYPED)))
def test_how_a_page_was_saved_does_not_matter(page, how):
    assert replace(parse(RETYPED[how](render_page(page))), remarks=()) == page


@given(made_up_pages(), st.data())
def test_a_page_cut_off_anywhere_is_refused_or_whole(page, data):
    text = render_page(page)
    cut = text[: data.draw(st.integers(0, len(text)))]
    try:
        outcome = parse(cut)
    except CaptureError as refusal:
        outcome = refusal.line
    else:
        assert isinstance(outcome, VisionAreaPage)
        assert (outcome.title, outcome.listings, outcome.statement) == (
            page.title,
            page.listings,
            page.statement,
        )
        return
    assert outcome in range(1, cut.count("\n") + 2)
