"""The catalogues: complete in both languages, used, and written as each language writes."""

import re
from datetime import date
from pathlib import Path

import pytest
from fluent.runtime.errors import FluentReferenceError
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from dashboard.store.tables import IMPORT_PROBLEMS
from dashboard.text import LANGUAGES, Text, text_of

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "src" / "dashboard" / "text"


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 (the library's name)
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Message key to the variables it uses."""
    resource = FluentParser().parse((CATALOGUES / f"{language}.ftl").read_text("utf-8"))
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


def test_both_languages_have_the_same_messages_with_the_same_variables() -> None:
    assert messages("sv") == messages("en")


def test_every_message_is_used_somewhere() -> None:
    sources = [*ROOT.glob("src/dashboard/**/*.py"), *ROOT.glob("pages/*.py"), CATALOGUES / "sv.ftl"]
    code = "\n".join(path.read_text("utf-8") for path in sources)
    names = {match.rstrip("-") for match in re.findall(r"[\"']([a-z][a-z0-9_-]*)[\"']", code)}
    built = set(re.findall(r"f[\"']([a-z-]+-)\{", code))
    referred = set(re.findall(r"\{ ([a-z-]+) \}", code))
    unused = {
        key
        for key in messages("sv")
        if key not in names | referred and not any(key.startswith(start) for start in built)
    }
    assert unused == set()


def test_every_kind_of_problem_has_a_name() -> None:
    rules = {path.stem for path in ROOT.glob("src/dashboard/store/problems/*.sql")}
    assert rules
    rules |= set(IMPORT_PROBLEMS)
    assert {key.removeprefix("problem-") for key in messages("sv") if key.startswith("problem-")} == rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_message_or_value_is_an_error(language: str) -> None:
    with pytest.raises(LookupError):
        Text(language)("no-such-message")
    with pytest.raises(FluentReferenceError):
        Text(language)("initiatives")


def test_numbers_shares_and_dates_read_as_swedes_write_them() -> None:
    text = text_of("sv")
    assert text.number(115217) == "115\u00a0217"
    assert text.number(41.25, 1) == "41,2"
    assert text.percent(0.18) == "18\u00a0%"
    assert text.date(date(2026, 11, 21)) == "21 november 2026"
    assert text.all_of(["Norrby", "Sjöbo", "Fristad"]) == "Norrby, Sjöbo och Fristad"
    assert text.any_of(["Norrby", "Sjöbo"]) == "Norrby eller Sjöbo"


def test_one_initiative_is_not_several() -> None:
    assert [text_of("sv")("initiatives", n=n) for n in (0, 1, 2)] == ["0 insatser", "1 insats", "2 insatser"]
    assert [text_of("en")("initiatives", n=n) for n in (1, 2)] == ["1 initiative", "2 initiatives"]


def test_an_unknown_language_reads_as_swedish() -> None:
    assert text_of("xx").language == "sv"
