"""What is read off a captured page, what is left, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.capture import CaptureError
from dashboard.sources.page import parse_page
from dashboard.sources.programme_page import ProgrammePage
from dashboard.sources.vision_area_page import Listing, VisionAreaPage
from dashboard.vocabularies import Vocabularies

DATA = Path(__file__).parents[1] / "data"
VOCABULARIES = Vocabularies.read(DATA / "exempelby" / "vocabularies")
STAGES = [term.code for term in VOCABULARIES.terms("stage")]

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


def read_made_up(name: str) -> VisionAreaPage | ProgrammePage:
    return parse((DATA / "captures" / name).read_text("utf-8"))


def test_a_page_gives_title_stage_position_description_and_link():
    assert parse(PAGE) == VisionAreaPage(
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
    assert [(section.target_area, section.heading, section.description) for section in page.sections] == [
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
        ("Om du har frågor", "Det här utvecklar vi\n\nOm du har frågor", 16, "väntade en punktlista"),
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
    ],
    ids=["empty", "blank", "news", "the vision's start page", "only a foot"],
)
def test_what_is_no_page_of_ours_says_so(text, reason):
    with pytest.raises(CaptureError) as refusal:
        parse(text)
    assert reason in refusal.value.message


# Page after page: whatever a page says, writing it in the captured shape and reading it again gives it back.

WORDS = st.text("aåäöéBÖ0123-,()\u00a0.", min_size=1, max_size=12).map(str.strip).filter(bool)
ONE_LINE = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
DESCRIPTIONS = st.lists(ONE_LINE, min_size=1, max_size=3).map("\n\n".join)


@st.composite
def made_up_listings(draw: st.DrawFn, stage: str, position: int) -> Listing:
    label = draw(st.one_of(st.just(""), ONE_LINE))
    external, new_window = draw(st.booleans()) and label != "", draw(st.booleans()) and label != ""
    return Listing(stage, position, draw(ONE_LINE), draw(DESCRIPTIONS), label, external, new_window)


@st.composite
def made_up_pages(draw: st.DrawFn) -> VisionAreaPage:
    stages = draw(st.lists(st.sampled_from(STAGES), min_size=1, unique=True))
    listings = [
        draw(made_up_listings(stage, position))
        for stage in stages
        for position in range(1, draw(st.integers(1, 4)) + 1)
    ]
    return VisionAreaPage(draw(ONE_LINE), tuple(listings))


NOTES = {
    (False, False): "",
    (False, True): " Öppnas i nytt fönster.",
    (True, False): " Länk till annan webbplats.",
    (True, True): " Länk till annan webbplats, öppnas i nytt fönster.",
}


def render(page: VisionAreaPage) -> str:
    """The page in the shape of a capture, furniture and news included."""
    lines = ["Logotyp", "", f"Visionsområdet: {page.title}", "", "Några exempel:", ""]
    stage = ""
    for listing in page.listings:
        if listing.stage != stage:
            stage = listing.stage
            lines += ["Information, ikon", "", VOCABULARIES.term("stage", stage).label_sv, ""]
        lines += [f" • {listing.title}", ""]
        lines += [line and f"  {line}" for line in listing.description.split("\n")] + [""]
        if listing.link_label:
            lines.append(f"  {listing.link_label}{NOTES[listing.link_external, listing.link_new_window]}")
    lines += ["En illustration", "Ikon: tidning", "", "Nyheter", "", " • En bil Publicerad", "", "  Tvättad."]
    return "\n".join(lines)


@given(made_up_pages())
def test_reading_what_was_written_gives_the_page_back(page):
    assert parse(render(page)) == page


@given(made_up_pages(), st.data())
def test_a_page_cut_off_anywhere_is_refused_or_whole(page, data):
    text = render(page)
    cut = text[: data.draw(st.integers(0, len(text)))]
    try:
        outcome = parse(cut)
    except CaptureError as refusal:
        outcome = refusal.line
    assert outcome == page or outcome in range(1, cut.count("\n") + 2)
