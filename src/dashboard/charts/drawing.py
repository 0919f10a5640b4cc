"""What can be drawn, whatever draws it: the page, a picture, a slide."""

from dashboard.charts.bars import Bars
from dashboard.charts.district_map import DistrictMap
from dashboard.charts.dumbbell import Dumbbells
from dashboard.charts.grid import Grid
from dashboard.charts.shares import ShareBars
from dashboard.charts.units import Units

Plotted = Bars | Dumbbells | DistrictMap
"""A still on the page, and a figure where readers point at it; the others are HTML there."""

Drawing = Plotted | Grid | ShareBars | Units
