"""What readers read: one Fluent catalogue per language, numbers and dates as the language writes them."""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("sv", "en")
"""Swedish first: it is what a link without `lang` means."""

_LOCALES = {"sv": "sv_SE", "en": "en_GB"}

_FOLDER = Path(__file__).parent

_KEPT = 10_000
"""Phrases and numbers that are remembered: a matrix says the same few many times, and so do other pages."""


class Text:
    """Looks up messages of one language: `text("initiatives", n=3)` is «3 insatser»."""

    def __init__(self, language: str):
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource((_FOLDER / f"{language}.ftl").read_text("utf-8")))
        self._said = lru_cache(_KEPT, typed=True)(self._fill_in)

    def __call__(self, key: str, **values: Any) -> str:
        """The message, filled in. A key or value that is missing is a programming error and raises."""
        return self._said(key, **values)

    def _fill_in(self, key: str, **values: Any) -> str:
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        rendered, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise errors[0]
        return str(rendered)

    def number(self, value: float, decimals: int = 0) -> str:
        return _number(value, decimals, self.language)

    def percent(self, share: float) -> str:
        """A share of 1 as whole per cent."""
        return _percent(share, self.language)

    def date(self, day: date) -> str:
        return format_date(day, format="long", locale=_LOCALES[self.language])

    def all_of(self, items: Iterable[str]) -> str:
        """«a, b och c»"""
        return format_list(list(items), style="standard", locale=_LOCALES[self.language])

    def any_of(self, items: Iterable[str]) -> str:
        """«a, b eller c»"""
        return format_list(list(items), style="or", locale=_LOCALES[self.language])


@lru_cache(_KEPT)
def _number(value: float, decimals: int, language: str) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=_LOCALES[language])


@lru_cache(_KEPT)
def _percent(share: float, language: str) -> str:
    return format_percent(share, locale=_LOCALES[language])


@cache
def text_of(language: str) -> Text:
    """The catalogue of a language, read once; an unknown language reads as the first one."""
    return Text(language if language in LANGUAGES else LANGUAGES[0])
