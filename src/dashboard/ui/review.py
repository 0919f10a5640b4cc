"""The form that settles what an import has left to a person."""

import streamlit as st
from markupsafe import Markup

from dashboard.charts.fragments import IN_SWEDISH, fragment
from dashboard.panels.about import doubt_said
from dashboard.panels.view import View
from dashboard.queries import each_row
from dashboard.queries.about import review
from dashboard.settings import SETTINGS
from dashboard.store.gap_register import told
from dashboard.store.review import ROLES, Doubt, settle
from dashboard.store.snapshots import SnapshotError
from dashboard.store.tables import REVIEW, SETTLED, TABLE_OF
from dashboard.ui.components import show_html
from dashboard.ui.reader import draft, memory
from dashboard.ui.rebuild import rebuild
from dashboard.ui.writer import MayNotWrite, writing

_KEY = "settle"
_SAVE = f"{_KEY}-save"
_SAVED = f"{_KEY}-saved"
_TIMES = f"{_KEY}-times"


def show_settling(view: View) -> None:
    """The form below the open doubts, where one may write and there are any."""
    if memory().pop(_SAVED, ""):
        _show_notes(view, view.text("review-saved"))
    writable = view.writable or memory().get(_SAVE)  # what somebody may not send is told beside it
    if not writable or view.snapshot or draft():
        return
    doubts = {_doubt(row): doubt_said(view, row) for row in each_row(review(view.store))}
    if doubts:
        _show_form(view, doubts)


def _doubt(row: object) -> Doubt:
    values = {name: getattr(row, name) for name in Doubt.__dataclass_fields__}
    return Doubt(**{name: value if isinstance(value, str) else "" for name, value in values.items()})


def _show_form(view: View, doubts: dict[Doubt, str]) -> None:
    """Who settles several in a row gives their role once; what is picked begins anew each time."""
    text, key = view.text, f"{_KEY}-{memory().get(_TIMES, 0)}"
    above = st.container()
    with st.form(_KEY, enter_to_submit=False):
        head = fragment("form_head", title=text("review-settle"), help=text("review-help"))
        show_html(head, "review-form", text.language)
        doubt = st.selectbox(
            text("review-pick"),
            list(doubts),
            index=None,
            format_func=lambda each: doubts.get(each, ""),
            placeholder=text("review-pick-one"),
            key=f"{key}-doubt",
        )
        decision = st.radio(
            text("review-decision"),
            SETTLED,
            index=None,
            format_func=lambda code: text(f"review-{code}"),
            captions=[text(f"review-explain-{code}") for code in SETTLED],
            key=f"{key}-decision",
        )
        role = _pick_role(view, key) if any(each.asks_for_role for each in doubts) else ""
        by = st.text_input(
            text("review-by"), max_chars=TABLE_OF[REVIEW]["settled_by"].max_length, key=f"{_KEY}-by"
        )
        pressed = st.form_submit_button(text("review-save"), key=_SAVE)
    if pressed:
        with above:
            _save(view, doubt, decision or "", by, role)


def _pick_role(view: View, key: str) -> str:
    """What a place has to do with the initiative."""
    picked = st.selectbox(
        view.text("review-role"),
        ROLES,
        index=None,
        format_func=lambda role: view.text(f"role-{role}"),
        placeholder=view.text("review-pick-one"),
        key=f"{key}-role",
    )
    return picked or ""


def _save(view: View, doubt: Doubt | None, decision: str, by: str, role: str) -> None:
    """Settle the doubt and show what is left, or say what is wrong; the form keeps what it holds."""
    text = view.text
    if doubt is None:
        _show_notes(view, text("review-not-saved"), text("review-none-picked"))
        return
    try:
        with writing("review") as note:
            problems = settle(SETTINGS.data, doubt, decision, by, view.today, role)
            if not problems:
                note(f"{doubt.initiative} {doubt.reason} {doubt.dimension}:{doubt.term} {decision}")
    except MayNotWrite as refused:
        _show_notes(view, text("review-refused"), text(refused.key))
        return
    except SnapshotError as error:
        _show_notes(view, text("review-not-saved"), IN_SWEDISH.format(error))
        return
    if problems:
        names = {name: text(f"review-{key}") for name, key in _FIELDS.items()}
        says = (IN_SWEDISH.format(told(each, names)) for each in problems)
        _show_notes(view, text("review-not-saved"), *says)
        return
    if failed := rebuild(view):
        _show_notes(view, text("review-saved-not-shown"), IN_SWEDISH.format(failed))
        return
    st.session_state[_SAVED] = True
    st.session_state[_TIMES] = memory().get(_TIMES, 0) + 1
    st.rerun()


_FIELDS = {"settled": "decision", "settled_by": "by", "role": "role"}
"""Column to the name of its field."""


def _show_notes(view: View, *notes: str | Markup) -> None:
    show_html(fragment("notes", notes=notes), "review-notes", view.text.language)
