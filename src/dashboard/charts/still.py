"""Any drawing as one picture that needs nothing else: for paper, slides, documents and the whole screen."""

from markupsafe import Markup

from dashboard.charts.bars import Bars
from dashboard.charts.district_map import DistrictMap
from dashboard.charts.drawing import Drawing
from dashboard.charts.dumbbell import Dumbbells
from dashboard.charts.grid import Grid
from dashboard.charts.palette import LIGHT, Palette
from dashboard.charts.shares import ShareBars
from dashboard.charts.stills import bars, district_map, dumbbells, grid, shares, svg, units
from dashboard.charts.stills.shapes import Picture
from dashboard.charts.units import Units

WIDTHS = {"wide": 1200, "narrow": 520}
"""On the page: letters come out as large as those around them beside the menu, and on a telephone."""


def still(drawn: Drawing, palette: Palette = LIGHT, width: int = 960) -> Markup:
    """The drawing as SVG with real text, `width` units wide and as high as it must be.

    Its text is as large whatever the width, so a narrower still has larger text when shown as wide. It says
    nothing to those who hear the page: its panel's sentence is for them.
    """
    return svg(picture(drawn, palette, width), palette.paper)


def picture(drawn: Drawing, palette: Palette, width: float, height: float = 0) -> Picture:
    """The drawing as shapes; where it can, it grows until it is so high."""
    match drawn:
        case Bars():
            return bars.draw(drawn, palette, width, height)
        case Dumbbells():
            return dumbbells.draw(drawn, palette, width, height)
        case DistrictMap():
            return district_map.draw(drawn, palette, width, height)
        case Grid():
            return grid.draw(drawn, palette, width, height)
        case ShareBars():
            return shares.draw(drawn, palette, width, height)
        case Units():
            return units.draw(drawn, palette, width, height)
