"""The file of the accessibility statement: what it may say, and what is told of one that is wrong."""

from shutil import copytree

import pytest
import tomli_w
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dashboard.accessibility import (
    FILE,
    REASONS,
    Shortcoming,
    StatementUnreadable,
    check_statement,
    parse_statement,
    read_statement,
    statement_changed,
)
from dashboard.cli import main
from dashboard.settings import SETTINGS

SAID = {
    "conformance": "partly",
    "tested_by": "self",
    "tested_on": "2031-05-01",
    "tested_sv": "Med axe.",
    "tested_en": "With axe.",
    "updated_on": "2031-05-02",
    "supervisor_sv": "Tillsynen",
    "supervisor_en": "The supervisor",
    "supervisor_address": "https://tillsyn.example/",
}
TITLES = {
    "reason": "non-compliance",
    "criteria": "1.1.1|3.1.2",
    "sv": "Bilder saknar text.",
    "en": "No text.",
}


def file_with(**changed: object) -> bytes:
    return tomli_w.dumps(SAID | changed).encode()


def problems_of(content: bytes) -> list[str]:
    with pytest.raises(StatementUnreadable) as unreadable:
        parse_statement(content)
    return [problem.message for problem in unreadable.value.problems]


def test_the_projects_own_statement_is_in_order_and_is_signed_by_nobody():
    statement = read_statement(SETTINGS.data)
    assert statement
    assert check_statement(SETTINGS.data) == []
    assert statement["conformance"] != "fully", "nobody has tried it with assistive technology"
    assert [statement[key] for key in ("responsible", "email", "phone", "form", "approved_by")] == [""] * 5


def test_what_is_not_filled_in_is_empty():
    statement = parse_statement(file_with(shortcoming=[TITLES, {**TITLES, "criteria": ""}]))
    assert (statement["responsible"], statement.day("approved_on")) == ("", None)
    assert str(statement.day("tested_on")) == "2031-05-01"
    said = {"sv": "Bilder saknar text.", "en": "No text."}
    assert statement.shortcomings == (
        Shortcoming("non-compliance", ("1.1.1", "3.1.2"), said),
        Shortcoming("non-compliance", (), said),
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"conformance": ""}, "conformance: värdet saknas. Fyll i det."),
        (
            {"conformance": "mostly"},
            "conformance: «mostly» är inte något av fully, partly, not. Rätta värdet.",
        ),
        ({"tested_on": "1 maj"}, "tested_on: «1 maj» är inte ett datum som 2026-11-21. Rätta värdet."),
        ({"email": "fråga oss"}, "email: «fråga oss» är inte en e-postadress. Rätta värdet."),
        ({"form": "javascript:alert(1)"}, "form: «javascript:alert(1)» är inte en webbadress. Rätta värdet."),
        ({"phone": 33}, "phone: «33» är ingen text. Skriv värdet inom citattecken."),
        ({"shortcoming": "allt"}, "shortcoming: är inga brister. Börja var och en med [[shortcoming]]."),
        (
            {"shortcoming": [TITLES, {**TITLES, "reason": "lazy"}]},
            f"brist 2, reason: «lazy» är inte något av {', '.join(REASONS)}. Rätta värdet.",
        ),
        (
            {"shortcoming": [{**TITLES, "criteria": "1.1.1|alla"}]},
            "brist 1, criteria: «1.1.1|alla» är inte ett kriterium i WCAG som 1.4.3. Rätta värdet.",
        ),
    ],
)
def test_a_wrong_value_is_told_by_key_with_what_to_do(changed, told):
    assert problems_of(file_with(**changed)) == [f"{FILE}, {told}"]


def test_all_that_is_wrong_is_told_at_once():
    told = problems_of(file_with(epost="a@b.example", updated_on="", shortcoming=[{"reason": "exempt"}]))
    assert [message.partition(":")[0] for message in told] == [
        f"{FILE}, nyckel",
        f"{FILE}, updated_on",
        f"{FILE}, brist 1, sv",
        f"{FILE}, brist 1, en",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'email = "\n', "går inte att läsa som TOML"),
        (b"email = " + b"9" * 5000, "går inte att läsa som TOML"),
        (b"email = " + b"[" * 5000, "går inte att läsa som TOML"),
        ("phone = 'å'".encode("latin-1"), f"{FILE} rad 1: filen är inte UTF-8."),
    ],
)
def test_a_file_that_cannot_be_read_is_told_as_such(content, told):
    assert told in problems_of(content)[0]


def test_no_file_is_no_statement_and_no_problem(tmp_path):
    assert read_statement(tmp_path) is None
    assert check_statement(tmp_path) == []
    assert statement_changed(tmp_path) == 0


def test_a_folder_in_its_place_is_told_as_a_file_that_cannot_be_read(tmp_path):
    (tmp_path / FILE).mkdir()
    assert [problem.rule for problem in check_statement(tmp_path)] == ["file"]


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda said: file_with(tested_sv=said)))
def test_whatever_the_file_holds_is_read_or_told(content):
    try:
        statement = parse_statement(content)
    except StatementUnreadable as unreadable:
        told = [problem.message.startswith(FILE) for problem in unreadable.problems]
    else:
        told = [bool(statement["tested_sv"])]
    assert told
    assert all(told)


def test_the_check_of_the_data_includes_the_statement(tmp_path):
    data = copytree(SETTINGS.data, tmp_path / "data")
    (data / FILE).write_bytes(file_with(conformance="mostly"))
    result = CliRunner().invoke(main, ["check", "--data", str(data)])
    assert result.exit_code == 1
    assert (
        f"{FILE}, conformance: «mostly» är inte något av fully, partly, not. Rätta värdet." in result.output
    )
