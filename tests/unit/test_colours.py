"""Colours: text and figures stand out from what they stand on, and what stands side by side is told apart.

Contrast is that of WCAG 2.2 (1.4.3 and 1.4.11). Colour vision deficiency is simulated as by Machado, Oliveira
and Fernandes (2009), at full severity; the distance is CIEDE2000.
"""

import re
import tomllib
import warnings
from itertools import combinations
from zipfile import ZipFile

import numpy as np
import pytest

from dashboard.charts.palette import DARK, LIGHT, PAPER, PATTERNS, Palette, mix
from dashboard.settings import SETTINGS

# The library warns of optional libraries that are missing, and of how tritanopia is approximated.
with warnings.catch_warnings(action="ignore"):
    from colour import XYZ_to_Lab, sRGB_to_XYZ
    from colour.blindness import matrix_cvd_Machado2009
    from colour.difference import delta_E_CIE2000
    from colour.models import eotf_inverse_sRGB, eotf_sRGB

    VISIONS = {
        "full colour vision": np.identity(3),
        "protanopia": matrix_cvd_Machado2009("Protanomaly", 1.0),
        "deuteranopia": matrix_cvd_Machado2009("Deuteranomaly", 1.0),
        "tritanopia": matrix_cvd_Machado2009("Tritanomaly", 1.0),
    }

TEXT, GRAPHICS = 4.5, 3.0
APART = 10.0
"""CIEDE2000 at which two colours are plainly two, also where they do not lie edge to edge; 1 is just seen."""
DEEPEST = 0.46
"""How much of the first stage's colour the fullest cell of a matrix has, as the style sheet mixes it."""

FOLDER = SETTINGS.root / "src" / "dashboard"
THEME = tomllib.loads((SETTINGS.root / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
SHEET = (FOLDER / "ui" / "theme.css").read_text("utf-8")
PRINT = (FOLDER / "ui" / "print.css").read_text("utf-8")
palettes = pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
themes = pytest.mark.parametrize("theme", ["light", "dark"])


def rgb(colour: str) -> np.ndarray:
    """Linear light, 0–1."""
    return eotf_sRGB(np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]))


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(rgb(each) @ [0.2126, 0.7152, 0.0722]) for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def distance(one: str, other: str, vision: np.ndarray) -> float:
    one_lab, other_lab = (_lab(np.clip(vision @ rgb(each), 0, 1)) for each in (one, other))
    return float(delta_E_CIE2000(one_lab, other_lab))


def _lab(light: np.ndarray) -> np.ndarray:
    return np.asarray(XYZ_to_Lab(sRGB_to_XYZ(eotf_inverse_sRGB(light))))


def too_close(colours: tuple[str, ...]) -> dict[tuple[str, str, str], float]:
    """Pairs that are not told apart, by the vision that sees them so."""
    return {
        (name, *pair): round(apart, 1)
        for name, vision in VISIONS.items()
        for pair in combinations(colours, 2)
        if (apart := distance(*pair, vision)) < APART
    }


@pytest.mark.parametrize(
    ("one", "other", "known"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_wcag(one, other, known):
    assert contrast(one, other) == pytest.approx(known, abs=0.005)


def test_simulation_and_distance_tell_what_is_known_of_them():
    """Red and green of one lightness are far apart, save to whoever lacks the cones that tell them."""
    red, green = "#c0504d", "#718f2d"
    full, protan, deutan, tritan = (distance(red, green, VISIONS[vision]) for vision in VISIONS)
    assert full > 50
    assert min(full, tritan) > 3 * min(protan, deutan)
    assert all(distance("#808080", "#808080", vision) == 0 for vision in VISIONS.values())


@palettes
def test_words_and_numbers_in_figures_are_readable(palette: Palette):
    on_paper = {name: contrast(colour, palette.paper) for name, colour in _lettering(palette).items()}
    assert {name: ratio for name, ratio in on_paper.items() if ratio < TEXT} == {}
    fullest = mix(palette.paper, palette.stage(0), DEEPEST)
    assert contrast(palette.ink, fullest) >= TEXT


def _lettering(palette: Palette) -> dict[str, str]:
    return {"ink": palette.ink, "quiet": palette.quiet} | {
        f"stage {place}": colour for place, colour in enumerate(palette.stages, 1)
    }


@palettes
def test_marks_stand_out_from_paper_and_from_land(palette: Palette):
    assert min(contrast(colour, palette.paper) for colour in palette.stages) >= GRAPHICS
    assert min(contrast(colour, palette.land) for colour in (palette.ink, *palette.stages)) >= GRAPHICS


@palettes
def test_stages_are_told_apart_whatever_colours_one_sees(palette: Palette):
    assert too_close(palette.stages) == {}


def test_stages_that_fall_short_would_be_found():
    """As they once were: blue and violet of one lightness are one colour without red-sensitive cones."""
    assert ("protanopia", "#1f4e79", "#7b4a80") in too_close(("#1f4e79", "#7b4a80"))


def test_stages_have_a_pattern_each_as_well():
    assert len(set(PATTERNS)) == len(LIGHT.stages)


@themes
def test_text_links_and_fields_of_the_page_stand_out(theme):
    """On the page and in the sidebar, whose colours of field and ground are the other way round."""
    colours = THEME[theme]
    grounds = colours["backgroundColor"], colours["secondaryBackgroundColor"]
    quiet = mix(colours["backgroundColor"], colours["textColor"], _share("--vk-quiet"))
    for ground in grounds:
        for text in (colours["textColor"], colours["linkColor"], colours["primaryColor"], quiet):
            assert contrast(text, ground) >= TEXT
        assert contrast(colours["borderColor"], ground) >= GRAPHICS


def _share(variable: str) -> float:
    """How much of the ink the style sheet mixes into such a colour."""
    found = re.search(rf"{variable}: color-mix\(in srgb, var\(--st-text-color\) (\d+)%", SHEET)
    assert found
    return int(found[1]) / 100


def test_cells_are_mixed_as_deep_as_is_checked_here():
    assert "calc(12% + var(--weight, 0.5) * 34%)" in SHEET
    assert pytest.approx(0.12 + 0.34) == DEEPEST


@themes
def test_words_within_changes_are_readable_and_marked_by_more_than_colour(theme):
    colours = THEME[theme]
    for mark, name in (("del", "orangeColor"), ("ins", "blueColor")):
        found = re.search(
            rf"\.vk-diff {mark} {{ text-decoration: ([a-z-]+);[^}}]*\) (\d+)%, var\(--vk-paper\)\)", SHEET
        )
        assert found
        ground = mix(colours["backgroundColor"], colours[name], int(found[2]) / 100)
        assert contrast(colours["textColor"], ground) >= TEXT
        assert found[1] == {"del": "line-through", "ins": "underline"}[mark]


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_figures_have_the_colours_of_the_page(theme, palette):
    """So that what is checked of the one holds for the other."""
    colours = THEME[theme]
    stages = tuple(colours[f"{name}Color"] for name in ("blue", "orange", "violet"))
    assert (colours["backgroundColor"], colours["textColor"], stages) == (
        palette.paper,
        palette.ink,
        palette.stages,
    )


def test_print_and_presentations_have_the_colours_of_paper():
    assert all(colour in PRINT for colour in (PAPER.ink, *PAPER.stages))
    with ZipFile(FOLDER / "exports" / "templates" / "visionskollen.pptx") as template:
        theme = template.read("ppt/theme/theme1.xml").decode()
    accents = re.findall(r'<a:accent[1-3]><a:srgbClr val="(\w{6})"', theme)
    assert tuple(f"#{accent.lower()}" for accent in accents) == PAPER.stages


def test_every_kind_of_cell_has_a_look_of_its_own_without_colour():
    """Hatching, frame or ground: each is another one, and each cell has a sign or number besides."""
    looks = {
        kind: re.search(rf"\.vk-{kind} {{ ([^}}]+) }}", SHEET)
        for kind in ("count", "wide-only", "none", "not-stated", "not-captured")
    }
    assert None not in looks.values()
    assert len({look[1] for look in looks.values() if look}) == len(looks)
