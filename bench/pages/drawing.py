"""What the stock pages show beside their figures: sentence, matrix, bars and squares, the same for all."""

import pandas as pd
import plotly.express as px
from plotly.graph_objects import Figure

from bench.pages.portfolio import MOST_SQUARES, Overview, Portfolio

TITLE = "Översikt"
WAYS = {
    "doing-now": "som görs nu",
    "developing": "som utvecklas",
    "networks": "som är nätverk och partnerskap",
}
_ACROSS = 40


def sentence(page: Overview) -> str:
    parts = [f"{n} {WAYS[str(stage)]}" for stage, n in page.stages.items()]
    return f"{page.initiatives} insatser: {', '.join(parts)}."


def figures(page: Overview) -> dict[str, str]:
    captured, areas = page.captured
    return {
        "olika insatser": f"{page.initiatives}",
        "poster på kommunens sidor": f"{page.listings}",
        "visionsområden med underlag": f"{captured} av {areas}",
        "insatser namnger en plats": f"{page.placed} av {page.initiatives}",
    }


def matrix(portfolio: Portfolio, page: Overview, shown: list[str]) -> pd.DataFrame:
    """Labelled rows and columns with their sums, as text; «–» where no page was captured.

    `shown` are the picked vision areas; none picked are all.
    """
    areas, stages = portfolio.of("vision_area")["label"], portfolio.of("stage")["label"]
    table = page.cells.assign(Insatser=page.areas).reindex(shown or list(areas.index)).astype("Int64")
    table = table.rename(index=areas.to_dict(), columns=stages.to_dict())
    table.loc["Insatser"] = [*page.stages, page.initiatives]
    return table.astype("string").fillna("–")


def bars(portfolio: Portfolio, page: Overview) -> Figure:
    """Initiatives per vision area."""
    labels = portfolio.of("vision_area")["label"].reindex(page.bars.index)
    counted = pd.DataFrame({"label": labels, "n": page.bars})
    figure = px.bar(counted, x="n", y="label", text="n", orientation="h", height=60 + 50 * len(counted))
    figure.update_traces(textposition="outside", cliponaxis=False)
    figure.update_yaxes(autorange="reversed", title=None, automargin=True)
    return figure.update_xaxes(title=None).update_layout(margin={"t": 10, "b": 30})


def squares(portfolio: Portfolio, page: Overview) -> Figure:
    """Each initiative as a square, stage after stage."""
    labels, each = portfolio.of("stage")["label"], -(-len(page.squares) // MOST_SQUARES) or 1
    placed, ticks, top = [], {}, 0
    for stage, n in page.groups.items():
        here = page.squares[page.squares["stage"] == stage]["initiative"].iloc[::each].reset_index(drop=True)
        placed.append(
            pd.DataFrame(
                {"x": here.index % _ACROSS, "y": top + here.index // _ACROSS, "title": here, "stage": stage}
            )
        )
        ticks[f"{labels[str(stage)]}: {n}"] = top
        top += max(1, -(-len(here) // _ACROSS))
    figure = px.scatter(
        pd.concat(placed), x="x", y="y", color="stage", hover_name="title", height=80 + 24 * top
    )
    figure.update_traces(marker={"symbol": "square", "size": 14})
    figure.update_yaxes(
        autorange=False, range=[top - 0.5, -0.5], tickvals=list(ticks.values()), ticktext=list(ticks),
        title=None, automargin=True, zeroline=False,
    )  # fmt: skip
    figure.update_xaxes(visible=False, range=[-1, _ACROSS])
    return figure.update_layout(margin={"t": 10, "b": 10}, showlegend=False)
