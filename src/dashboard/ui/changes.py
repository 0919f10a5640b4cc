"""What has changed between two snapshots: one sentence, and figures that lead to their lists."""

from dashboard.charts.fragments import fragment
from dashboard.panels.comparison import Comparison
from dashboard.queries.gap_register import decisions_since
from dashboard.text.sentences import changes_sentence, snapshot_label
from dashboard.ui.components import show_html


def show_summary(compared: Comparison) -> None:
    """One sentence, and figures that lead to their lists."""
    text, found = compared.view.text, compared.changes
    figures = [
        {"number": text.number(n), "label": text(f"changed-{kind}"), "href": f"#changed-{kind}"}
        for kind, n in found.counts.items()
        if n
    ]
    decided = decisions_since(compared.before.store, compared.after.store)
    if decided:
        href = compared.after.href("gaps")
        figures.append({"number": text.number(decided), "label": text("changed-decisions"), "href": href})
    sentence = changes_sentence(text, _since(compared), found.counts, found.unchanged, decided)
    show_html(fragment("headline", sentence=sentence, figures=figures), "changes-summary", text.language)


def _since(compared: Comparison) -> str:
    text = compared.view.text
    before, after = (snapshot_label(text, each.snapshot) for each in (compared.before, compared.after))
    return (
        text("changes-between", before=before, after=after) if after else text("changes-since", before=before)
    )
