"""What can be drawn, whatever draws it: the page, a picture, a slide."""

from collections.abc import Sequence

from plotly.graph_objects import Figure

from dashboard.charts.bars import Bars, stacked_bars
from dashboard.charts.district_map import DistrictMap, district_maps
from dashboard.charts.dumbbell import Dumbbells, dumbbell
from dashboard.charts.grid import Grid
from dashboard.charts.palette import Palette
from dashboard.charts.shares import ShareBars
from dashboard.charts.units import Units

Plotted = Bars | Dumbbells | DistrictMap
"""Drawn as figures on the page; the others are HTML there."""

Drawing = Plotted | Grid | ShareBars | Units


def figures(drawn: Plotted, palette: Palette) -> Sequence[Figure]:
    """The figures that stand beside each other on the page."""
    match drawn:
        case Bars():
            return [stacked_bars(drawn, palette)]
        case Dumbbells():
            return [dumbbell(drawn, palette)]
        case DistrictMap():
            return district_maps(drawn, palette)
