"""Colours of the figures. Told apart without colour too: by pattern, place and printed numbers."""

from dataclasses import dataclass, replace

FONT = '"Visionskollen Sans", sans-serif'
"""The page's own: Streamlit serves it, so nothing is fetched from elsewhere."""


@dataclass(frozen=True)
class Palette:
    """Every colour reaches 4.5:1 against the paper, so that numbers may stand on it."""

    paper: str
    ink: str
    line: str
    land: str
    quiet: str
    stages: tuple[str, ...]

    def stage(self, index: int) -> str:
        return self.stages[index % len(self.stages)]


LIGHT = Palette("#fbf9f5", "#1c2530", "#d8d0c2", "#e9e2d5", "#5f5a52", ("#1f4e79", "#a85f06", "#8e5e9b"))
PAPER = replace(LIGHT, paper="#ffffff")
"""For print, and for pictures that stand in other people's documents."""
DARK = Palette("#12181f", "#ece7dd", "#3a4550", "#25303b", "#a9b2bb", ("#8dbbe6", "#e3a552", "#b896b3"))

SCREEN = Palette(
    "var(--vk-paper)", "var(--vk-ink)", "var(--vk-rule)", "var(--vk-land)", "var(--vk-grey)",
    ("var(--vk-now)", "var(--vk-developing)", "var(--vk-networks)"),
)  # fmt: skip
"""The colours that the page itself has, in light, in dark and in print, as its style sheet sets them."""

PATTERNS = ("", "/", ".")
"""Hatching of the first, second and third part of a bar."""


def palette_of(theme: str | None) -> Palette:
    return DARK if theme == "dark" else LIGHT


def mix(color: str, other: str, share: float) -> str:
    """The colour with such a share (0-1) of another in it, both as `#rrggbb` or both of `SCREEN`."""
    if color.startswith("var"):
        return f"color-mix(in srgb, {color}, {other} {share:.0%})"
    pairs = ((int(each[at : at + 2], 16) for each in (color, other)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)
