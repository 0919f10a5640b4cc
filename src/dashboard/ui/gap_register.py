"""A gap on the page: what it is, what is decided about it, and the form that adds a decision."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st
from markupsafe import Markup

from dashboard.cells import Kind
from dashboard.charts.fragments import IN_SWEDISH, fragment
from dashboard.dimensions import MUNICIPALITY_WIDE
from dashboard.filters import Filters
from dashboard.gaps import Decision, Gap, GapKind
from dashboard.links import GAP
from dashboard.panels.basis import lack_said
from dashboard.panels.gap_register import gap_href, gap_name, how_to_write
from dashboard.panels.quotes import quoting
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.gap_register import history
from dashboard.queries.gap_standing import Standing, empty_cells, named_gap, standing
from dashboard.settings import SETTINGS
from dashboard.store.gap_register import record_decision, told
from dashboard.store.snapshots import SnapshotError
from dashboard.store.tables import GAP_DECISIONS, TABLE_OF
from dashboard.text.sentences import foreign
from dashboard.ui.components import show_html
from dashboard.ui.reader import draft, memory
from dashboard.ui.rebuild import rebuild
from dashboard.ui.writer import MayNotWrite, person, writing

_SAVED = "decision-saved"
_WRITTEN = (
    ("owner_role", "decided_by"),
    ("reason",),
    ("decided_at", "review_at"),
    ("case_number", "case_address"),
)
"""The form's fields, line by line; on a narrow screen each has its own."""


def show_gap(view: View, spelt: str) -> None:
    """What the gap of a link is now and what is decided about it; the form, where one may write."""
    text, gap = view.text, named_gap(spelt, view.vocabularies)
    if gap is None:
        _show_notes(view, [text("unknown-code", param=GAP, value=foreign(spelt))])
        return
    if memory().pop(_SAVED, ""):
        _show_notes(view, [text("decide-saved")])
    now = standing(view.store, view.vocabularies, gap, view.filters.inferred)
    decisions = history(view.store, gap)
    allowed = now.confirmed or len(decisions) > 0
    html = fragment(
        "gap",
        title=gap_name(view, spelt),
        now=_now(view, now, allowed),
        links=_links(view, gap, now),
        cells=_cells(view, gap),
        within=text("gap-within"),
        history=text("decision-history"),
        nothing=text("decision-no-history"),
        case=text("decision-case"),
        decisions=[_decision(view, row) for row in each_row(decisions)],
        locked=_unlock(view, spelt) if allowed and view.snapshot else None,
        read_only=_read_only(view) if allowed and not view.writable else "",
    )
    show_html(html, "gap", text.language)
    key = f"decide-{gap}-{len(decisions)}"
    writable = view.writable or memory().get(_save_key(key))  # what somebody may not send is told beside it
    if allowed and writable and not view.snapshot and not draft():
        _show_form(view, gap, key, len(decisions))


def _read_only(view: View) -> str:
    """Why there is no form, and what helps."""
    return view.text("write-not-editor" if person() else how_to_write())


def _now(view: View, now: Standing, allowed: bool) -> str:
    """What the gap is, or why it is none; nothing where it is but declared to be none."""
    text = view.text
    if now.kinds:
        return " ".join(lack_said(view, kind, first=True) for kind in now.kinds)
    if now.confirmed:
        return text(f"gap-{now.cell}", wide=now.wide, unknown=now.unplaced)
    if not allowed:
        return text(f"decision-refused-{now.refusal}", n=now.initiatives, unknown=now.unknown)
    return text("gap-now-filled", n=now.initiatives) if now.filled else ""


def _links(view: View, gap: Gap, now: Standing) -> list[dict[str, str]]:
    """To the initiatives that there are, in the whole portfolio, and away from the gap."""
    wide = now.cell is Kind.WIDE_ONLY or GapKind.WIDE_ONLY in now.kinds
    terms = dict(gap.terms) | ({"district": MUNICIPALITY_WIDE} if wide else {})
    whole = Filters(inferred=view.filters.inferred).pick(**terms)
    label = view.text("gap-see-wide", n=now.wide) if wide else view.text("gap-see-list")
    found = {"href": view.href("initiatives", whole), "label": label}
    close = {"href": view.href("gaps"), "label": view.text("gap-close")}
    return [found, close] if now.initiatives or wide else [close]


def _cells(view: View, gap: Gap) -> list[dict[str, str]]:
    """Of a district: where it meets a target area or stage and nothing is aimed, each a gap of its own."""
    ((dimension, code), *across) = gap.terms
    if across or dimension != "district":
        return []
    empty = empty_cells(view.store, view.vocabularies, code, view.filters.inferred)
    labels = [[view.label(*term) for term in each.terms if term[0] != "district"] for each in empty]
    return [
        {"href": gap_href(view, str(each)), "label": label}
        for each, (label,) in zip(empty, labels, strict=True)
    ]


def _unlock(view: View, spelt: str) -> dict[str, str]:
    return {
        "says": view.text("decision-locked"),
        "href": gap_href(view.at(""), spelt),
        "label": view.text("decision-unlock"),
    }


def _decision(view: View, row: Any) -> dict[str, str | Markup]:
    text = view.text
    said = text("decision-line", decision=text(f"decision-{row.decision}"), date=text.date(row.decided_at))
    made = text("decision-made-by", who=row.decided_by, owner=row.owner_role)
    review = "" if pd.isna(row.review_at) else f" {text('decision-review-at', date=text.date(row.review_at))}"
    return {
        "said": said,
        "reason": row.reason,
        "made": quoting(text, f"{made}{review}", row.decided_by, row.owner_role),
        "case": row.case_number or row.case_address,
        "address": row.case_address,
    }


def _save_key(key: str) -> str:
    return f"{key}-save"


def _show_form(view: View, gap: Gap, key: str, decided: int) -> None:
    """Its fields are keyed by how much is decided: what is typed stays until a decision has been added."""
    text = view.text
    above = st.container()
    with st.form(key, enter_to_submit=False):
        head = fragment("form_head", title=text("decide"), help=text("decide-help"))
        show_html(head, "decide", text.language)
        said = {"decision": _pick_decision(view, key, decided)}
        for names in _WRITTEN:
            for column, name in zip(st.columns(len(names)), names, strict=True):
                with column:
                    said[name] = _write_field(view, key, name)
        pressed = st.form_submit_button(text("decide-save"), key=_save_key(key))
    if pressed:
        with above:
            _save(view, gap, said, decided)


def _pick_decision(view: View, key: str, decided: int) -> str:
    """There is nothing to reopen before something is decided."""
    options = [str(each) for each in Decision if decided or each is not Decision.REOPENED]
    picked = st.radio(
        view.text("decision-decision"),
        options,
        index=None,
        format_func=lambda code: view.text(f"decision-{code}"),
        captions=[view.text(f"explain-{code}") for code in options],
        key=f"{key}-decision",
    )
    return picked or ""


def _write_field(view: View, key: str, name: str) -> str:
    """Days are typed: what is wrong with one can then be said, and stays to be mended."""
    text, column = view.text, TABLE_OF[GAP_DECISIONS][name]
    label = text(f"decision-{name}")
    if name in ("decided_at", "review_at"):
        label = text("decide-date", field=label)
    if not column.required:
        label = text("decide-optional", field=label)
    value = view.today.isoformat() if name == "decided_at" else ""
    write = st.text_area if name == "reason" else st.text_input
    return write(label, value, max_chars=column.max_length, key=f"{key}-{name}")


def _save(view: View, gap: Gap, said: dict[str, str], decided: int) -> None:
    """Add the decision and show it, or say what is wrong; the form keeps what it holds."""
    text = view.text
    try:
        with writing("gap-decision") as note:
            problems = record_decision(SETTINGS.data, gap, said, view.today, decided)
            if not problems:
                note(str(gap))
    except MayNotWrite as refused:
        _show_notes(view, [text("decide-refused"), text(refused.key)])
        return
    except SnapshotError as error:
        _show_notes(view, [text("decide-not-saved"), IN_SWEDISH.format(error)])
        return
    if problems:
        names = {name: text(f"decision-{name}") for name in said}
        _show_notes(
            view, [text("decide-not-saved"), *(IN_SWEDISH.format(told(each, names)) for each in problems)]
        )
        return
    if failed := rebuild(view):
        _show_notes(view, [text("decide-saved-not-shown"), IN_SWEDISH.format(failed)])
        return
    st.session_state[_SAVED] = str(gap)
    st.rerun()


def _show_notes(view: View, notes: Sequence[str]) -> None:
    show_html(fragment("notes", notes=notes), "gap-notes", view.text.language)
