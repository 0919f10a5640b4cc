"""Figures over HTTP: what a browser draws over a still when somebody points at it."""

import subprocess
import sys

import pytest
from plotly.offline import get_plotlyjs_version
from starlette.applications import Starlette
from tests.asgi import ask

from dashboard.charts.palette import DARK, LIGHT
from dashboard.charts.still import WIDTHS
from dashboard.panels.view import view_of
from dashboard.settings import SETTINGS
from dashboard.ui.export_address import figure_href
from dashboard.ui.figure_routes import figure_routes
from dashboard.web.static_files import ASSETS

STAGES = "/figures/skeden/stages"


@pytest.fixture
def app(example_store, monkeypatch):
    monkeypatch.setitem(vars(SETTINGS), "store", example_store)
    return Starlette(routes=figure_routes())


def counted(figure) -> int:
    return sum(sum(trace["x"]) for trace in figure["data"])


@pytest.mark.parametrize("place", ["visionsomraden/vision-areas", "malomraden/target-areas", "skeden/stages",
                                   "omraden/district-map", "luckor/district-shares"])  # fmt: skip
@pytest.mark.parametrize("width", WIDTHS)
def test_a_figure_is_as_wide_as_the_still_that_it_is_laid_over(app, place, width):
    answer = ask(app, f"/figures/{place}?width={width}")
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json["layout"]["width"] == WIDTHS[width]
    assert answer.json["data"]


def test_its_numbers_are_those_of_the_selection(app):
    everything, some = (ask(app, f"{STAGES}{query}").json for query in ("", "?stage=developing"))
    assert 0 < counted(some) < counted(everything)


def test_its_marks_lead_to_the_lists_that_they_count(app):
    leads = [href for trace in ask(app, STAGES).json["data"] for href in trace["customdata"]]
    assert all(href.startswith("insatser?stage=") for href in leads)


def test_what_is_said_of_a_mark_is_in_the_language_of_the_page(app):
    said = {
        language: ask(app, f"{STAGES}?lang={language}").json["data"][0]["hovertext"][0].replace("<br>", " ")
        for language in ("sv", "en")
    }
    assert said["sv"].startswith("Det här gör vi nu. Insatser: ")
    assert said["en"].startswith("Doing now. Initiatives: ")


@pytest.mark.parametrize(("query", "palette"), [("", LIGHT), ("?theme=light", LIGHT), ("?theme=dark", DARK)])
def test_it_has_the_colours_of_the_theme(app, query, palette):
    layout = ask(app, f"{STAGES}{query}").json["layout"]
    assert (layout["plot_bgcolor"], layout["font"]["color"]) == (palette.paper, palette.ink)


def test_a_browser_that_has_it_is_told_so(app):
    first = ask(app, STAGES)
    assert first.headers["cache-control"] == "no-cache"
    again = ask(app, STAGES, headers={"if-none-match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_it_travels_compressed(app):
    answer = ask(app, STAGES, headers={"accept-encoding": "br, gzip"})
    assert answer.headers["content-encoding"] == "br"
    assert len(answer.body) < len(ask(app, STAGES).body) / 2


def test_served_below_another_path_it_answers_there_too(app):
    assert ask(app, f"/stad/vision{STAGES}").json == ask(app, STAGES).json


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("nagot/stages", "nagot"),
        ("skeden/nagot", "nagot"),
        ("skeden", "ingen figur"),
        ("skeden/stages-by-target-area", "ingen figur ”stages-by-target-area”"),
    ],
)
def test_what_there_is_no_figure_of_is_said(app, place, says):
    answer = ask(app, f"/figures/{place}")
    assert (answer.status, says in answer.text) == (404, True)


def test_without_data_it_says_so(app, monkeypatch, tmp_path):
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path)
    assert ask(app, STAGES).status == 503


def test_the_address_that_a_page_gives_leads_there(app):
    href = figure_href(view_of({"stage": ["developing"], "lang": ["en"]}, "stages"), "stages")
    assert href == "figures/skeden/stages?stage=developing&lang=en"
    assert ask(app, f"/{href}").status == 200


def test_pages_do_without_plotly_until_somebody_points_at_a_chart():
    """Streamlit imports a shell of it by itself."""
    heavy = "'plotly.graph_objs._figure' in sys.modules"
    script = f"import sys, dashboard.ui.show, dashboard.ui.figure_routes; print({heavy})"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_what_draws_figures_in_the_browser_is_of_the_version_that_writes_them():
    """After an update of the Python package, `tools/vendor-plotly` fetches the other."""
    script = (ASSETS / "plotly-basic.min.js").read_text("utf-8")
    assert f"v{get_plotlyjs_version()}\n" in script[:100]
