"""Which words a text has lost and gained."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.wording import Piece, shortened, word_diff

texts = st.text("abå 1.,-\n\u00a0", max_size=30) | st.text(max_size=30)


def marked(pieces):
    signs = {"same": "{}", "old": "[-{}-]", "new": "[+{}+]"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Grannar odlar.", "Grannar odlar.", "Grannar odlar."),
        ("Grannar odlar.", "Grannar odlar ihop.", "Grannar odlar[+ ihop+]."),
        ("Barn upp till 12 år.", "Barn upp till 15 år.", "Barn upp till [-12-][+15+] år."),
        ("En scen.", "En scen. Och en bro.", "En scen.[+ Och en bro.+]"),
        ("", "Nytt.", "[+Nytt.+]"),
        ("Gammalt.", "", "[-Gammalt.-]"),
        ("", "", ""),
    ],
)
def test_words_are_struck_and_added_where_they_stand(before, after, expected):
    assert marked(word_diff(before, after)) == expected


def test_a_phrase_that_is_replaced_is_one_change_and_not_one_a_word():
    assert marked(word_diff("Vi går på bio nu", "Vi ser en pjäs nu")) == "Vi [-går på bio-][+ser en pjäs+] nu"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Bad för unga och gamla.",
            "Bio för små och stora.",
            "[-Bad för unga och gamla-][+Bio för små och stora+].",
        ),
        ("Vi odlar här på gården.", "De odlar där på gården.", "[-Vi odlar här-][+De odlar där+] på gården."),
        ("En äng nu.", "En väg då.", "En [-äng nu-][+väg då+]."),
        ("Bad hela året i Norr.", "Bio hela året i Söder.", "[-Bad-][+Bio+] hela året i [-Norr-][+Söder+]."),
    ],
)
def test_changes_with_one_word_or_only_short_ones_between_them_are_one_change(before, after, expected):
    assert marked(word_diff(before, after)) == expected


@given(texts, texts)
def test_between_two_changes_stands_more_than_a_word(before, after):
    pieces = word_diff(before, after)
    between = pieces[1:-1]
    assert all(len(re.findall(r"\w+", piece.text)) > 1 for piece in between if piece.kind == "same")


@given(texts, texts)
def test_what_is_not_new_is_the_text_before_and_what_is_not_old_the_text_after(before, after):
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "old") == after
    assert all(piece.text for piece in pieces)


@given(texts)
def test_a_text_does_not_differ_from_itself(text):
    assert {piece.kind for piece in word_diff(text, text)} <= {"same"}


def test_long_unchanged_stretches_are_cut_to_the_words_beside_a_change():
    words = " ".join(f"ord{number}" for number in range(20))
    pieces = [
        Piece("same", f"{words} "),
        Piece("new", "och "),
        Piece("same", words),
        Piece("old", " nu"),
        Piece("same", f" {words}"),
    ]
    assert marked(shortened(pieces)) == (
        "… ord14 ord15 ord16 ord17 ord18 ord19 [+och +]"
        "ord0 ord1 ord2 ord3 ord4 ord5 … ord14 ord15 ord16 ord17 ord18 ord19[- nu-]"
        " ord0 ord1 ord2 ord3 ord4 ord5 …"
    )


@given(texts, texts)
def test_shortening_leaves_every_change_as_it_is(before, after):
    pieces = word_diff(before, after)
    assert [piece for piece in shortened(pieces) if piece.kind != "same"] == [
        piece for piece in pieces if piece.kind != "same"
    ]
