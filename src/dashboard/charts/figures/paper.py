"""The sheet that a figure is drawn on: as large as its still, with axes and words in the same places."""

from collections.abc import Iterable
from html import escape
from typing import Any

from plotly.graph_objects import Figure

from dashboard.charts.palette import FONT, Palette
from dashboard.charts.stills.lettering import wrap
from dashboard.charts.stills.shapes import Frame, Rect, Shape, Words

_SIZE = 22
"""Of the letters, as in stills."""
_SAID = 480
"""How wide what is said of a mark may get, in pixels."""


class Sheet:
    """`figure` is what has been drawn on it so far."""

    def __init__(self, width: float, height: float, palette: Palette) -> None:
        self.width, self.height = width, height
        font = {"family": FONT, "color": palette.ink, "size": _SIZE}
        self.figure = Figure()
        self.figure.update_layout(
            width=width,
            height=height,
            margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            showlegend=False,
            font=font,
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor=palette.paper,
            hoverlabel={
                "bgcolor": palette.ink,
                "bordercolor": palette.ink,
                "font": font | {"color": palette.paper},
                "align": "left",
            },
        )

    def across(self, frame: Frame) -> dict[str, Any]:
        """The x-axis of a frame, with nothing written at it: the still does that."""
        return {"domain": [frame.left / self.width, frame.right / self.width]} | _BARE

    def along(self, frame: Frame) -> dict[str, Any]:
        """The y-axis of a frame."""
        return {"domain": [1 - frame.bottom / self.height, 1 - frame.top / self.height]} | _BARE

    def write(self, shapes: Iterable[Shape]) -> None:
        """Texts, and the grounds that they stand on, where the still has them."""
        for shape in shapes:
            match shape:
                case Rect(frame=frame):
                    (x0, x1), (y0, y1) = self.across(frame)["domain"], self.along(frame)["domain"]
                    self.figure.add_shape(
                        type="rect", xref="paper", yref="paper", x0=x0, x1=x1, y0=y0, y1=y1,
                        fillcolor=shape.fill, line={"width": 0},
                    )  # fmt: skip
                case Words():
                    place = {"x": shape.x / self.width, "y": 1 - shape.frame.y / self.height}
                    self.figure.add_annotation(text_of(shape) | place | {"xref": "paper", "yref": "paper"})


_BARE = {"showticklabels": False, "showgrid": False, "zeroline": False, "fixedrange": True}


_ANCHORS = {"start": "left", "middle": "center", "end": "right"}


def text_of(text: Words) -> dict[str, Any]:
    """An annotation beside its place."""
    return {
        "text": _broken(text.lines),
        "showarrow": False,
        "xanchor": _ANCHORS[text.anchor],
        "yanchor": "middle",
        "borderpad": 0,
        "font": {"color": text.fill, "size": text.size, "weight": 600 if text.bold else 400},
    }


def said(sentence: str) -> str:
    """In lines that fit beside the mark on a telephone."""
    return _broken(wrap(sentence, _SIZE, _SAID))


def _broken(lines: Iterable[str]) -> str:
    """Plotly takes tags in texts for its own, links among them."""
    return "<br>".join(escape(line, quote=False) for line in lines)
