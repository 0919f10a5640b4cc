"""Charts as pure functions: numbers and words in, a figure or a fragment of HTML out."""

from plotly.graph_objects import Figure

__all__ = ["Figure"]
