"""Översikt in Dash: the first view in the layout, one callback with an output for each part of the page."""

from typing import Any

from dash import Dash, Input, Output, dcc, html  # pyright: ignore[reportMissingImports]
from pandas import DataFrame

from bench.pages.drawing import TITLE, bars, figures, matrix, sentence, squares
from bench.pages.portfolio import FILTERS, Picks, count, read_portfolio

portfolio = read_portfolio()
app = Dash(title=TITLE, compress=True)
server = app.server


def parts(picks: Picks) -> dict[str, Any]:
    """What each part of the page shows of a selection, by its id."""
    page = count(portfolio, picks)
    return {
        "sentence": sentence(page),
        "figures": [html.Li([html.Strong(number), label]) for label, number in figures(page).items()],
        "matrix": rows(matrix(portfolio, page, list(picks["vision_area"]))),
        "bars": bars(portfolio, page),
        "squares": squares(portfolio, page),
    }


def rows(table: DataFrame) -> list[Any]:
    head = html.Tr([html.Th(), *map(html.Th, table.columns)])
    body = [html.Tr([html.Th(str(name)), *map(html.Td, row)]) for name, row in table.iterrows()]
    return [html.Thead(head), html.Tbody(body)]


def dropdown(dimension: str, label: str) -> html.Div:
    options = [{"value": term.code, "label": term.label} for term in portfolio.of(dimension).itertuples()]
    return html.Div([html.Label(label, htmlFor=dimension), dcc.Dropdown(options, multi=True, id=dimension)])


def layout() -> html.Div:
    first = parts(dict.fromkeys(FILTERS, ()))
    return html.Div(
        [
            html.Aside([dropdown(*each) for each in FILTERS.items()], style={"width": "300px"}),
            html.Main(
                [
                    html.H1(TITLE),
                    html.H2(first["sentence"], id="sentence"),
                    html.Ul(first["figures"], id="figures"),
                    html.Table(first["matrix"], id="matrix"),
                    dcc.Graph(figure=first["bars"], id="bars"),
                    dcc.Graph(figure=first["squares"], id="squares"),
                ],
                style={"flex": "1"},
            ),
        ],
        style={"display": "flex", "gap": "40px"},
    )


app.layout = layout


@app.callback(
    [Output("sentence", "children"), Output("figures", "children"), Output("matrix", "children"),
     Output("bars", "figure"), Output("squares", "figure")],
    [Input(dimension, "value") for dimension in FILTERS],
    prevent_initial_call=True,
)  # fmt: skip
def narrow(*picked: list[str] | None) -> list[Any]:
    picks = {dimension: codes or () for dimension, codes in zip(FILTERS, picked, strict=True)}
    return list(parts(picks).values())
