"""The accessibility statement: what is filled in, what is said not to be, and where it is found."""

import pytest

from dashboard.accessibility import FILE
from dashboard.links import PATHS
from tests.app.conftest import visit_page

FILLED_IN = """
responsible = "Provköping"
website = "https://vision.example/"
email = "webb@provkoping.example"
phone = "033-00 00 00"
form = "https://provkoping.example/brister"
conformance = "not"
tested_by = "external"
tested_on = "2031-05-01"
tested_sv = "Med axe."
tested_en = "With axe."
updated_on = "2031-05-02"
approved_on = "2031-05-03"
approved_by = "webbchefen"
supervisor_sv = "Tillsynen"
supervisor_en = "The supervisor"
supervisor_address = "https://tillsyn.example/"

[[shortcoming]]
reason = "burden"
criteria = "1.2.5|1.2.3"
sv = "Filmer saknar <i>syntolkning</i>."
en = "Films lack audio description."
"""


@pytest.fixture
def stated(use_folders, real_store, tmp_path):
    """What the page says of a statement with this content; of no statement where it is None."""
    use_folders(store=real_store, data=tmp_path)

    def show(content: str | None, params: str = ""):
        if content is not None:
            (tmp_path / FILE).write_text(content, "utf-8")
        return visit_page("accessibility", params)

    return show


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "sv",
            [
                "inte förenlig med lagen",
                "Den som ansvarar för webbplatsen är Provköping.",
                "E-post webb@provkoping.example Telefon 033-00 00 00 Formulär",
                "Tillsynen granskar att lagen följs.",
                "att anpassa (12 §) Filmer saknar <i>syntolkning</i>. WCAG 1.2.5 och 1.2.3",
                "En utomstående part har granskat webbplatsen. Med axe. Bedömningen gjordes den 1 maj 2031. "
                "Redogörelsen ändrades senast den 2 maj 2031. Redogörelsen godkändes den 3 maj 2031. "
                "Godkänd av webbchefen.",
            ],
        ),
        (
            "en",
            [
                "does not conform",
                "Provköping is responsible for the website.",
                "The supervisor monitors compliance with the act.",
                "Films lack audio description. WCAG 1.2.5 and 1.2.3",
                "Somebody from outside has reviewed the website. With axe.",
                "The statement was last changed on 2 May 2031.",
            ],
        ),
    ],
)
def test_the_statement_says_what_is_filled_in(stated, language, told):
    page = stated(FILLED_IN, f"lang={language}")
    said = page.text("statement")
    assert [each for each in told if each not in said] == []
    for href in ("mailto:webb@provkoping.example", "https://vision.example/", "https://tillsyn.example/"):
        assert f'href="{href}"' in page.html["statement"]


def test_what_is_not_filled_in_is_said_to_be_so_and_nothing_is_made_up(shown):
    said = shown("accessibility").text("statement")
    for missing in (
        "Borås Stad har inte angett än vem som ansvarar för webbplatsen.",
        "Borås Stad har inte angett än vart du vänder dig.",
        "Borås Stad har inte godkänt redogörelsen än.",
    ):
        assert missing in said
    assert "mailto:" not in shown("accessibility").html["statement"]


def test_without_a_file_the_page_says_that_there_is_no_statement(stated):
    assert "Det finns ingen tillgänglighetsredogörelse än. Borås Stad" in stated(None).text("statement")
    assert "There is no accessibility statement yet." in stated(None, "lang=en").text("statement")


def test_a_file_with_errors_is_told_with_what_to_do_in_the_language_of_the_file(stated):
    page = stated(FILLED_IN.replace('"not"', '"mostly"'), "lang=en")
    assert "The accessibility statement cannot be shown" in page.text("statement")
    assert f'<ul lang="sv"><li>{FILE}, conformance: «mostly» är inte något av' in page.html["statement"]


def test_an_edited_statement_is_shown_at_once(stated):
    assert "The supervisor" in stated(FILLED_IN, "lang=en").text("statement")
    changed = FILLED_IN.replace("The supervisor", "Another one")
    assert "Another one" in stated(changed, "lang=en").text("statement")


@pytest.mark.parametrize("code", PATHS)
def test_every_page_leads_to_the_statement_from_its_end_and_not_from_its_menu(shown, code):
    page = shown(code)
    assert 'href="tillganglighet"' in page.html["footer"]
    assert "tillganglighet" not in page.html["header"].partition("<nav")[2]


def test_the_statement_is_about_no_selection(shown):
    page = shown("accessibility", "stage=developing")
    assert "vk-selection" not in "".join(page.html.values())
    assert "vk-picks" not in page.html["filters"]
