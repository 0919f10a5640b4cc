"""Decks: in a link, in a file, and as somebody arranges them."""

import json
import zlib
from base64 import urlsafe_b64encode
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.decks import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_BYTES,
    MOST_SLIDES,
    Deck,
    DeckSlide,
    DeckUnreadable,
    add_href,
    deck_href,
    pack,
    read_deck,
    unpack,
    unpack_file,
    write_deck,
)

HOUSING = DeckSlide(
    "omraden?target=housing", "district-map", "Var vi bygger", "Säg något om Norrby.\nOch sen?"
)
STAGES = DeckSlide("skeden?lang=en", "stages")
DECK = Deck("Balans och luckor", (HOUSING, STAGES), "balans")

TOML = '''\
title = "Balans och luckor"

[[slide]]
view = "omraden?target=housing"
panel = "district-map"
title = "Var vi bygger"
note = """
Säg något om Norrby.
Och sen?"""

[[slide]]
view = "skeden?lang=en"
panel = "stages"
'''


def decks(words: st.SearchStrategy[str]) -> st.SearchStrategy[Deck]:
    slides = st.builds(DeckSlide, words.filter(bool), words.filter(bool), words, words)
    codes = st.from_regex(r"([a-z0-9]{1,9}(-[a-z0-9]{1,9})?)?", fullmatch=True)
    return st.builds(Deck, words, st.lists(slides, max_size=6).map(tuple), codes)


def packed(content: bytes) -> str:
    """A link that somebody else has made."""
    return "1." + urlsafe_b64encode(zlib.compress(content)).decode().rstrip("=")


@given(decks(st.text(max_size=LONGEST_TITLE)))
def test_a_packed_deck_is_unpacked_whatever_it_says(deck):
    assert unpack(pack(deck)) == deck


@given(decks(st.text(max_size=LONGEST_TITLE)))
def test_a_decks_file_that_the_browser_packed_is_unpacked_and_a_part_of_it_is_refused(deck):
    file = write_deck(deck).encode()
    spelt = packed(file).removeprefix("1.")
    assert unpack_file(spelt) == file
    assert unpack_file(spelt[: len(spelt) // 2]) is None


@given(decks(st.text(max_size=LONGEST_TITLE)))
@example(Deck("\r\n", (DeckSlide("a", "b", '"""', "\r\n\r'''\\\n"),)))
def test_a_written_deck_is_read_back_whatever_it_says(deck):
    assert read_deck(write_deck(deck).encode(), "decks/x.toml", deck.code) == deck


@given(decks(st.text(max_size=30)))
def test_a_packed_deck_needs_no_escaping_in_an_address(deck):
    assert deck_href(pack(deck)) == f"bildspel?deck={pack(deck)}"


def test_a_deck_of_six_slides_with_notes_fits_in_a_link_that_mail_programs_take():
    words = "Här står det en mening som den som visar bilden kan säga om den. " * 3
    slides = [DeckSlide(f"omraden?target=housing&stage=s{n}", f"panel-{n}", "", words) for n in range(6)]
    assert len(pack(Deck("En berättelse", tuple(slides)))) < 500


@given(st.text() | st.text().map("1.".__add__) | st.binary().map(packed))
def test_whatever_a_link_says_it_is_a_deck_or_none(spelt):
    deck = unpack(spelt)
    assert deck is None or unpack(pack(deck)) == deck


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        ["title", "code"],
        ["title", "code", None],
        ["title", "code", [["view"]]],
        ["title", "code", [["view", "panel", "title", "note", "more"]]],
        ["title", "code", [["view", "panel", "title", 4]]],
        [["title"], "code", []],
        ["title", "../../etc/passwd", []],
        ["\ud800", "", []],
        ["title", "", [["view", "panel"]] * (MOST_SLIDES + 1)],
    ],
)
def test_a_forged_link_is_none(said):
    assert unpack(packed(json.dumps(said).encode())) is None


@pytest.mark.parametrize(
    "content", [b" " * (MOST_BYTES + 1) + b'["",""[]]', b"[" * MOST_BYTES, b"1" * 10_000, b"\xff"]
)
def test_a_link_that_would_blow_up_is_none(content):
    assert unpack(packed(content)) is None


def test_a_link_that_was_cut_off_is_none():
    spelt = pack(DECK)
    assert [unpack(spelt[:length]) for length in range(len(spelt))] == [None] * len(spelt)


def test_the_largest_deck_fits_and_one_letter_more_does_not():
    room = MOST_BYTES - len('["","",[["","b","",""]]]')
    largest, larger = (Deck("", (DeckSlide("x" * (room + more), "b"),)) for more in (0, 1))
    assert (largest.fits, larger.fits) == (True, False)
    assert (unpack(pack(largest)), unpack(pack(larger))) == (largest, None)


@pytest.mark.parametrize(
    ("deck", "place", "most"),
    [
        (lambda words: Deck(words), "title", LONGEST_TITLE),
        (lambda words: Deck("", (STAGES, DeckSlide("a", "b", title=words))), "bild 2, title", LONGEST_TITLE),
        (lambda words: Deck("", (DeckSlide("a", "b", note=words),)), "bild 1, note", LONGEST_NOTE),
    ],
)
def test_what_there_is_no_room_for_on_a_slide_is_in_no_link_and_told_of_a_file(deck, place, most):
    longest, longer = deck("å" * most), deck("å" * (most + 1))
    assert (unpack(pack(longest)), unpack(pack(longer))) == (longest, None)
    assert read_deck(write_deck(longest).encode(), "decks/x.toml") == longest
    with pytest.raises(DeckUnreadable) as failed:
        read_deck(write_deck(longer).encode(), "decks/x.toml")
    assert [str(each) for each in failed.value.problems] == [
        f"decks/x.toml, {place}: är {most + 1} tecken. Korta ned till högst {most}."
    ]


def test_a_file_is_written_as_people_would_write_it():
    assert write_deck(DECK) == TOML


def test_a_file_is_read_with_any_line_breaks_and_a_byte_order_mark():
    content = b"\xef\xbb\xbf" + TOML.replace("\n", "\r\n").encode()
    assert read_deck(content, "decks/balans.toml", "balans") == DECK


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (
            'title = "x"\nslide = 3',
            ["decks/x.toml, slide: bilderna ska var och en börja med [[slide]]."],
        ),
        (
            "",
            ['decks/x.toml, title: titeln saknas eller är ingen text. Skriv title = "…" överst.'],
        ),
        (
            'title = "x"\ntitle = y\n',
            ["decks/x.toml rad 2: filen går inte att läsa som TOML (Invalid value). Rätta det stället."],
        ),
        (
            'title = "x',
            ["decks/x.toml: filen går inte att läsa som TOML (Unterminated string). Rätta det stället."],
        ),
        (
            'title = "x"\n\n[[slide]]\nview = "skeden"\npanels = "stages"\nnote = 3',
            [
                "decks/x.toml, bild 1: panel saknas. "
                "Kopiera det från ett diagrams länk Lägg till i bildspel.",
                "decks/x.toml, bild 1: «panels» hör inte hemma i en bild: där står view, panel, title, note.",
                "decks/x.toml, bild 1, note: är ingen text. Skriv den inom citattecken.",
            ],
        ),
        (
            'title = "x"\nauthor = "y"\nslide = ["z"]',
            [
                "decks/x.toml: «author» hör inte hemma i ett bildspel: där står title och en [[slide]] "
                "för varje bild.",
                "decks/x.toml, bild 1: är ingen bild. Börja den med [[slide]].",
            ],
        ),
    ],
)
def test_everything_that_is_wrong_with_a_file_is_told_at_once(toml, told):
    with pytest.raises(DeckUnreadable) as failed:
        read_deck(toml.encode(), "decks/x.toml")
    assert [str(each) for each in failed.value.problems] == told


def test_a_file_in_another_encoding_is_told_with_its_line():
    with pytest.raises(DeckUnreadable, match=r"^decks/x.toml rad 2: filen är inte UTF-8"):
        read_deck('title = "x"\n# å'.encode("latin-1"), "decks/x.toml")


def test_a_file_with_too_many_slides_is_told():
    with pytest.raises(DeckUnreadable, match="högst 100 bilder"):
        read_deck(write_deck(Deck("x", (STAGES,) * 101)).encode(), "decks/x.toml")


@given(st.binary() | st.text().map(str.encode))
def test_whatever_a_file_holds_it_is_a_deck_or_told(content):
    with suppress(DeckUnreadable):
        assert isinstance(read_deck(content, "decks/x.toml"), Deck)


@pytest.mark.parametrize(
    ("view", "page", "params"),
    [
        ("omraden?target=a&target=b&lang=en", "districts", {"target": ["a", "b"], "lang": ["en"]}),
        ("skeden", "stages", {}),
        ("./", "overview", {}),
        ("./?q=spr%C3%A5k+%26+l%C3%A4sning", "overview", {"q": ["språk & läsning"]}),
        ("finns-inte?stage=developing", None, {"stage": ["developing"]}),
        ("https://exempel.example/skeden", None, {}),
    ],
)
def test_a_slide_knows_its_page_and_what_the_page_looks_at(view, page, params):
    slide = DeckSlide(view, "panel")
    assert (slide.page, slide.params) == (page, params)


def test_a_view_is_added_by_following_a_link():
    assert add_href("omraden?target=housing", "district-map") == (
        "bildspel?add=omraden%3Ftarget%3Dhousing&panel=district-map"
    )
    assert add_href("./", "stages", "en") == "bildspel?add=.%2F&panel=stages&lang=en"


@pytest.mark.parametrize(
    ("place", "to", "order"), [(0, 1, "bac"), (2, 1, "acb"), (0, -1, "abc"), (2, 9, "abc"), (0, 2, "bca")]
)
def test_a_slide_moves_to_another_place_and_never_beyond_the_ends(place, to, order):
    deck = Deck("x", tuple(DeckSlide(view, "panel") for view in "abc"))
    assert [slide.view for slide in deck.moved(place, to).slides] == list(order)


@given(decks(st.text(max_size=3)).filter(lambda deck: deck.slides), st.integers(0, 9), st.integers(-2, 9))
def test_moving_a_slide_loses_none_and_can_be_undone(deck, place, to):
    place %= len(deck.slides)
    moved = deck.moved(place, to)
    now = min(max(to, 0), len(deck.slides) - 1)
    assert moved.slides[now] == deck.slides[place]
    assert moved.moved(now, place) == deck


def test_a_slide_is_added_last_told_otherwise_and_taken_out():
    deck = Deck("x").with_slide(HOUSING).with_slide(STAGES)
    assert deck.told(1, title="Skeden").slides == (HOUSING, DeckSlide("skeden?lang=en", "stages", "Skeden"))
    assert deck.without(0).slides == (STAGES,)


@pytest.mark.parametrize(
    ("view", "locked"),
    [
        ("skeden", "skeden?snap=2031-05-01"),
        ("./?target=a&target=b&lang=en", "./?target=a&target=b&lang=en&snap=2031-05-01"),
        ("skeden?snap=2030-01-01", "skeden?snap=2030-01-01"),
        ("forandringar?from=2030-01-01&to=now", "forandringar?from=2030-01-01&to=2031-05-01&snap=2031-05-01"),
        ("forandringar?to=2030-01-01", "forandringar?to=2030-01-01&snap=2031-05-01"),
        ("finns-inte", "finns-inte"),
    ],
)
def test_a_locked_deck_locks_every_slide_that_is_not_locked_itself(view, locked):
    deck = Deck("x", (DeckSlide(view, "panel", "Titel", "Not"),), "code")
    assert deck.at("2031-05-01") == Deck("x", (DeckSlide(locked, "panel", "Titel", "Not"),), "code")
    assert deck.at("") == deck


def test_where_there_is_no_slide_nothing_changes():
    assert DECK.without(2) == DECK.moved(2, 0) == DECK.told(2, note="x") == DECK
