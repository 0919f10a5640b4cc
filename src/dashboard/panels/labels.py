"""How a label was set, in words."""

from typing import Any

from dashboard.panels.view import View


def rule_of(view: View, row: Any) -> str:
    """What the rule that has set a label does; nothing where the data has lost it."""
    rule = row.rule_en if view.text.language == "en" else row.rule_sv
    return rule if isinstance(rule, str) else ""


def role_of(view: View, row: Any) -> str:
    """What a place has to do with the initiative, to follow its name; nothing where that is not known."""
    return f" ({view.text(f'role-{row.role}')})" if isinstance(row.role, str) else ""
