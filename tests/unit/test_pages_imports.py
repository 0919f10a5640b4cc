"""`pages/` and `app.py` stand outside the package, beyond the reach of the import contracts."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
BELOW_THE_SURFACE = {
    "duckdb",
    "plotly",
    "dashboard.cli",
    "dashboard.portfolio",
    "dashboard.sources",
    "dashboard.store",
}


def imported_modules(source: str) -> set[str]:
    """Every module an import statement can mean: `from a import b` means both `a` and `a.b`."""
    modules = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return modules


def forbidden_imports(source: str) -> set[str]:
    return {
        forbidden
        for module in imported_modules(source)
        for forbidden in BELOW_THE_SURFACE
        if module == forbidden or module.startswith(f"{forbidden}.")
    }


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_page_shows_what_the_package_answers_and_reaches_no_further(script: Path):
    assert not forbidden_imports(script.read_text("utf-8"))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import plotly.express as px", {"plotly"}),
        ("from duckdb import connect", {"duckdb"}),
        ("from dashboard import store", {"dashboard.store"}),
        ("def show():\n    from dashboard.store.connection import open_store", {"dashboard.store"}),
        ("import streamlit as st\nfrom dashboard.ui.show import show_chart", set()),
    ],
)
def test_the_check_sees_an_import_however_it_is_written(source: str, found: set[str]):
    assert forbidden_imports(source) == found
