"""Figures: drawings brought to life, mark for mark in the places that they have in their stills.

Only who points at a still gets its figure, so nothing else imports this package, and so Plotly, by itself.
"""

from plotly.graph_objects import Figure

from dashboard.charts.bars import Bars
from dashboard.charts.district_map import DistrictMap
from dashboard.charts.drawing import Plotted
from dashboard.charts.dumbbell import Dumbbells
from dashboard.charts.figures import bars, district_map, dumbbells
from dashboard.charts.palette import Palette


def figure(drawn: Plotted, palette: Palette, width: int) -> Figure:
    """As large as the still of this width, to be laid over it; a mark's `customdata` is where it leads.

    What stands around the marks (labels, legend) is left to the still.
    """
    match drawn:
        case Bars():
            return bars.draw(drawn, palette, width)
        case Dumbbells():
            return dumbbells.draw(drawn, palette, width)
        case DistrictMap():
            return district_map.draw(drawn, palette, width)
