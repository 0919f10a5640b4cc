"""How the pages look: our sheets and fonts, and the theme where Streamlit does not give it yet."""

import re
from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from dashboard.web.static_files import asset_href

_FOLDER = Path(__file__).parent
_SHEETS = ("theme.css", "print.css", "first_view.css")
_FONTS = {
    "Visionskollen Sans": "visionskollen-sans.woff2",
    "Visionskollen Serif": "visionskollen-serif.woff2",
}
_COLOURS = (
    "primaryColor", "backgroundColor", "secondaryBackgroundColor", "textColor", "borderColor", "linkColor",
    "blueColor", "orangeColor", "violetColor",
)  # fmt: skip


@cache
def styles() -> str:
    """One sheet for everything."""
    sheets = ((_FOLDER / name).read_text("utf-8") for name in _SHEETS)
    return "".join((*map(_face, _FONTS), _themes(), *sheets))


def css_string(text: str) -> Markup:
    """Any words as CSS spells them, so that they end neither their quotation nor their sheet."""
    return Markup('"' + "".join(map(_spelt, text)) + '"')


def _spelt(letter: str) -> str:
    return letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} "


@cache
def font_preloads() -> str:
    links = (
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{asset_href(file)}">'
        for file in _FONTS.values()
    )
    return "".join(links)


def _face(family: str) -> str:
    source = f'url("{asset_href(_FONTS[family])}") format("woff2")'
    return f'@font-face{{font-family:"{family}";font-weight:400 700;font-display:swap;src:{source}}}'


def _themes() -> str:
    """The theme as Streamlit gives it to components, which the first view's pieces and slides are not."""
    rules = []
    for theme in ("light", "dark"):
        page, side = _variables(theme), _variables(f"{theme}.sidebar")
        rule = f"#first-view,.vk-presenter{{{page}}}.vk-first-side{{{side}}}"
        rules.append(f"@media (prefers-color-scheme:{theme}){{{rule}}}")
    return "".join(rules)


def _variables(section: str) -> str:
    """What the configuration sets, as CSS variables."""
    values = {name: st.get_option(f"theme.{section}.{name}") for name in _COLOURS}
    values |= {"font": st.get_option("theme.font"), "headingFont": st.get_option("theme.headingFont")}
    return "".join(f"--st-{_hyphenated(name)}:{value};" for name, value in values.items() if value)


def _hyphenated(name: str) -> str:
    return re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", name)
