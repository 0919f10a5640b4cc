"""The statement on accessibility, in the reader's language; what is not filled in is said to be so."""

from typing import Any

from dashboard.accessibility import REASONS, Statement, StatementUnreadable, read_statement
from dashboard.charts.fragments import fragment
from dashboard.panels.view import View
from dashboard.queries.portfolio import read_municipality
from dashboard.settings import SETTINGS
from dashboard.ui.components import show_html


def show_statement(view: View) -> None:
    """The statement, or why there is none to show."""
    text = view.text
    municipality = read_municipality(view.store)["name"]
    try:
        statement = read_statement(SETTINGS.data)
    except StatementUnreadable as unreadable:
        title, problems = text("statement-unreadable"), [each.message for each in unreadable.problems]
    else:
        if statement:
            show_html(_html(view, statement, municipality), "statement", text.language)
            return
        title, problems = text("statement-missing", municipality=municipality), []
    html = fragment("statement_missing", title=title, problems=problems)
    show_html(html, "statement", text.language)


def _html(view: View, statement: Statement, municipality: str) -> str:
    text = view.text
    sections = ("conformance", "report", "supervision", "technical", "lacking", "tested")
    return fragment(
        "statement",
        titles={name: text(f"statement-{name}") for name in sections},
        conformance=text("statement-conforms", conformance=statement["conformance"]),
        responsible=_responsible(view, statement, municipality),
        website=statement["website"],
        contacts=_contacts(view, statement),
        report=text("statement-report-says"),
        no_contact=text("statement-no-contact", municipality=municipality),
        supervision=text("statement-supervision-says", supervisor=statement[f"supervisor_{text.language}"]),
        supervisor={
            "href": statement["supervisor_address"],
            "label": text("statement-supervision-link"),
        },
        technical=text("statement-technical-says"),
        reasons=[_reason(view, statement, reason) for reason in REASONS],
        tested=[text(f"statement-tested-{statement['tested_by']}"), statement[f"tested_{text.language}"]],
        days=_days(view, statement, municipality),
    )


def _responsible(view: View, statement: Statement, municipality: str) -> str:
    if not statement["responsible"]:
        return view.text("statement-no-responsible", municipality=municipality)
    return view.text("statement-responsible", responsible=statement["responsible"])


def _contacts(view: View, statement: Statement) -> list[dict[str, str]]:
    """The ways to whoever is responsible that are filled in."""
    schemes = {"email": "mailto:", "phone": "", "form": ""}
    return [
        {
            "label": view.text(f"statement-{key}"),
            "href": "" if key == "phone" else f"{scheme}{statement[key]}",
            "said": statement[key],
        }
        for key, scheme in schemes.items()
        if statement[key]
    ]


def _reason(view: View, statement: Statement, reason: str) -> dict[str, Any]:
    """What is not accessible for this reason, each with the criteria that it concerns."""
    text = view.text
    return {
        "title": text(f"statement-{reason}"),
        "none": text("statement-none-known"),
        "shortcomings": [
            {"said": each.said[text.language], "criteria": text.all_of(each.criteria)}
            for each in statement.shortcomings
            if each.reason == reason
        ],
    }


def _days(view: View, statement: Statement, municipality: str) -> list[str]:
    """When it was assessed, last changed and approved, and by whom."""
    text = view.text
    said = [
        text(f"statement-{key.replace('_', '-')}", date=text.date(day))
        for key in ("tested_on", "updated_on", "approved_on")
        if (day := statement.day(key))
    ]
    if not statement["approved_on"]:
        said.append(text("statement-not-approved", municipality=municipality))
    elif statement["approved_by"]:
        said.append(text("statement-approved-by", role=statement["approved_by"]))
    return said
