"""The command that writes what a page shows to a file, as the pages' own downloads do."""

import os
import shutil
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import click

from dashboard.commands import Failure, build_from
from dashboard.deck_files import NoDeck, deck_codes, find_deck
from dashboard.decks import Deck, DeckUnreadable, read_deck
from dashboard.dimensions import ANY, BY_CODE, DIMENSIONS, NOT_STATED
from dashboard.exports.presentation import pptx
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report
from dashboard.exports.slides.template import TemplateUnusable
from dashboard.filters import PROVENANCE, STATED_ONLY, WORDS, Unknown, pickable_codes
from dashboard.links import DECK, INITIATIVE, LANGUAGE, PATHS, SHEET, SNAPSHOT
from dashboard.panels.pages import PANELS
from dashboard.panels.view import View, view_of
from dashboard.reports import FORMATS, report_of, report_of_deck
from dashboard.settings import SETTINGS
from dashboard.store.connection import StoreUnavailable, snapshot_codes
from dashboard.text import LANGUAGES, text_of
from dashboard.vocabularies import spelling_key

_SV = text_of("sv")
_MOST_TOLD = 25
_OVERVIEW, _SLIDESHOW = "overview", "deck"
_NAMES = PATHS | {_OVERVIEW: "oversikt"}
"""What --page calls each page: as its address does, or would."""
_PAGES = {_NAMES[page]: page for page in PANELS}
_DIMENSION_OF = {each.param: each.code for each in DIMENSIONS}
_OPTIONS = {
    WORDS: "--words",
    PROVENANCE: "--stated-only",
    SNAPSHOT: "--snapshot",
    LANGUAGE: "--language",
    DECK: "--deck",
}
"""By parameter of the address."""

Params = dict[str, list[str]]


class Asked(NamedTuple):
    """A view as its address spells it; `address` is where the dashboard is served, empty if nobody says."""

    page: str
    params: Params
    address: str


@click.command("export")
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="FIL",
    help=f"Filen som skrivs. Namnets slut säger formatet: {', '.join(FORMATS)}. Bara ett streck före slutet, "
    "som -.json, skriver till standard ut.",
)
@click.option(
    "--view",
    "link",
    metavar="ADRESS",
    default="",
    help="En länk som är kopierad från sidorna. Det andra som anges här går före det som står i den.",
)
@click.option("--page", metavar="SIDA", help=f"En av {', '.join(_PAGES)}. Annars {_NAMES[_OVERVIEW]}.")
@click.option(
    "--panel", "panels", metavar="NAMN", multiple=True, help="Bara det här diagrammet; får upprepas."
)
@click.option(
    "--filter",
    "picks",
    metavar="DIMENSION=KOD",
    multiple=True,
    help=f"Bara insatser med den uppgiften, som district=norrby; får upprepas. Flera koder i en dimension "
    f"är antingen eller. Dimensionerna är {', '.join(_DIMENSION_OF)}. För andra än vision och stage finns "
    f"också koderna {ANY} (uppgiften är känd) och {NOT_STATED}.",
)
@click.option("--words", metavar="ORD", help="Bara insatser där orden står.")
@click.option("--stated-only", is_flag=True, help="Räkna bara det som kommunen själv anger.")
@click.option("--snapshot", metavar="KOD", help="Läget i en ögonblicksbild i stället för det nuvarande.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Filens språk; annars länkens, eller sv.")
@click.option(
    "--deck",
    metavar="NAMN",
    help="Ett bildspel i stället för en sida: namnet i data/decks/, eller en TOML-fil.",
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, readable=False),
    metavar="FIL.pptx",
    help="Mall för PowerPoint; annars data/slides.pptx, eller vår egen.",
)
@click.option(
    "--address", metavar="ADRESS", help="Där webbplatsen finns, för länkarna i filen; annars som i --view."
)
@click.help_option(help="Visa den här hjälpen.")
def export(output: Path, panels: tuple[str, ...], template: Path | None, **view: Any) -> None:
    """Skriv det som en sida visar till en fil.

    PowerPoint, PDF, Excel och JSON får sidans alla diagram, en bild (png, svg) ett av dem. CSV är listan med
    insatser, eller med --panel tabellen bakom diagrammet. För program är codes.csv och parquet: insatserna
    i urvalet, med koder i stället för ord. docs/files.md säger vad kolumnerna betyder.

    Data och datafil är de som DASHBOARD_DATA och DASHBOARD_STORE anger, annars projektets egna.
    """
    suffix = _suffix_of(output)
    if template and suffix != "pptx":
        raise Failure(f"--template är en mall för pptx, men {output} blir {suffix}. Ta bort den.")
    piped = str(output) == f"-.{suffix}"
    if not piped:
        _check_place(output)
    asked = _read_asked(**view)
    build_from(SETTINGS.data, SETTINGS.store, SETTINGS.captures)
    click.echo("  0% Räknar", err=True)
    make = _report_of_deck if asked.page == _SLIDESHOW else _report_of_page
    try:
        report = make(asked, panels, suffix)
        content = _content(report, suffix, template)
    except (ExportRefused, TemplateUnusable) as error:
        raise Failure(str(error)) from error
    if piped:
        click.echo(content, nl=False)
    else:
        _replace(output, content)
    click.echo(f"Skrev {output}. {report.basis}", err=piped)


def _read_asked(
    *,
    link: str,
    page: str | None,
    picks: Iterable[str],
    words: str | None,
    stated_only: bool,
    snapshot: str | None,
    language: str | None,
    deck: str | None,
    address: str | None,
) -> Asked:
    """What the options say, each before what the link says of the same."""
    asked = _read_link(link)
    said = {
        WORDS: words,
        PROVENANCE: STATED_ONLY if stated_only else None,
        SNAPSHOT: snapshot,
        LANGUAGE: language,
        DECK: deck,
    }
    params = asked.params | {name: [value] for name, value in said.items() if value is not None}
    return Asked(
        _SLIDESHOW if deck else _read_page(page) if page else asked.page,
        params | _read_picks(picks),
        _read_address(address) if address else asked.address,
    )


def _suffix_of(output: Path) -> str:
    """The longest known one that the name ends with."""
    if str(output) == "-":
        raise Failure("--output -: formatet saknas. Skriv det efter strecket, som -.csv eller -.json.")
    name = output.name.casefold()
    fitting = [suffix for suffix in FORMATS if name.endswith(f".{suffix}")]
    if not fitting:
        raise Failure(
            f"{output}: formatet är okänt. Låt namnet sluta på {_SV.any_of(f'.{each}' for each in FORMATS)}."
        )
    return max(fitting, key=len)


def _check_place(output: Path) -> None:
    """Before the long part of the work: whether a file can stand there."""
    if not output.parent.is_dir():
        raise Failure(f"{output}: mappen finns inte. Skapa den, eller ange en annan fil.")
    if output.exists() and not output.is_file():
        raise Failure(f"{output}: är en mapp eller annat som inte är en fil. Ange en annan.")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise Failure(f"{output}: filen får inte skrivas. Se över rättigheterna, eller ange en annan.")


def _read_link(link: str) -> Asked:
    """What a copied link says, whole or from its question mark on; nothing is the overview."""
    if "?" not in link and "=" in link:
        link = f"?{link}"
    parts = urlsplit(link)
    folder, _, path = parts.path.removeprefix("./").rpartition("/")
    pages = {path: page for page, path in PATHS.items() if page in (*PANELS, _SLIDESHOW)}
    if path not in pages:
        raise Failure(f"--view: sidan «{path}» finns inte. Sidorna är {_nearest(path, filter(None, pages))}.")
    base = f"{parts.scheme}://{parts.netloc}{folder}/" if parts.scheme in ("http", "https") else ""
    return Asked(pages[path], parse_qs(parts.query), base)


def _read_address(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise Failure(
            f"--address: «{address}» är ingen webbadress. Skriv som https://exempel.se/visionskollen/."
        )
    return address if address.endswith("/") else f"{address}/"


def _read_page(page: str) -> str:
    """By what its address is called, or by code."""
    pages = {**_PAGES, **{code: code for code in PANELS}}
    if page not in pages:
        raise Failure(f"--page: sidan «{page}» finns inte. Sidorna är {_nearest(page, _PAGES)}.")
    return pages[page]


def _read_picks(picks: Iterable[str]) -> Params:
    """By parameter of the address; the dimension may be spelt by its code too."""
    spelt = {name: param for param, code in _DIMENSION_OF.items() for name in (param, code)}
    read: Params = {}
    for pick in picks:
        dimension, _, code = pick.partition("=")
        if dimension in _OPTIONS:
            raise Failure(f"--filter: «{pick}» är ingen dimension. Skriv {_OPTIONS[dimension]} i stället.")
        if dimension not in spelt or not code:
            known = _nearest(dimension, _DIMENSION_OF)
            raise Failure(
                f"--filter: «{pick}» går inte att läsa. Skriv som district=norrby; före = kan stå {known}."
            )
        read.setdefault(spelt[dimension], []).append(code)
    return read


def _report_of_page(asked: Asked, panels: Sequence[str], suffix: str) -> Report:
    known = PANELS[asked.page]
    if asked.params.get(SHEET) or asked.params.get(INITIATIVE):
        raise Failure(
            "--view: länken visar ett enda område eller en enda insats, som bara går att skriva ut från "
            "sidan. Ange ett urval med --filter i stället."
        )
    if panels and FORMATS[suffix].of_all:
        raise Failure(
            f"--panel: {suffix} är alltid insatserna i urvalet, inte ett diagram. Ta bort --panel, eller "
            "välj csv eller json."
        )
    for name in panels:
        if name not in known:
            raise Failure(
                f"--panel: diagrammet «{name}» finns inte på sidan {_NAMES[asked.page]}. "
                f"{_where(name, asked.page)}"
            )
    if FORMATS[suffix].of_panel and len(panels or known) != 1:
        raise Failure(f"En bild är ett enda diagram. Ange ett med --panel: {_nearest('', known)}.")
    view = _view(asked)
    names = panels or (list(known) if FORMATS[suffix].of_panel else ())
    return report_of(view, names, asked.address, FORMATS[suffix].rows)


def _where(name: str, page: str) -> str:
    others = [_NAMES[other] for other, panels in PANELS.items() if name in panels]
    if others:
        return f"Det finns på {_SV.all_of(others)}: ange --page {others[0]}."
    return f"Där finns {_nearest(name, PANELS[page])}."


def _report_of_deck(asked: Asked, panels: Sequence[str], suffix: str) -> Report:
    """Each slide has its own selection, so nothing else is to be selected."""
    if panels:
        raise Failure("--panel gäller en sida, inte ett bildspel. Ta bort det ena.")
    if FORMATS[suffix].of_panel:
        raise Failure("En bild är ett enda diagram, inte ett bildspel. Välj pptx eller pdf.")
    deck = _deck(asked.params.get(DECK, [""])[-1])
    of_all = {name: values for name, values in asked.params.items() if name in (LANGUAGE, SNAPSHOT)}
    return report_of_deck(deck, _view(Asked(_OVERVIEW, of_all, "")), asked.address)


def _deck(spelt: str) -> Deck:
    """From a file, from the decks beside the data, or out of a link."""
    try:
        if spelt.endswith(".toml"):
            return read_deck(Path(spelt).read_bytes(), spelt)
        return find_deck(SETTINGS.data, spelt)
    except OSError as error:
        raise Failure(f"--deck: {spelt} kan inte läsas ({error.strerror}). Ange en annan fil.") from error
    except DeckUnreadable as error:
        raise Failure("\n".join(map(str, error.problems))) from error
    except NoDeck as missing:
        known = _nearest(spelt, deck_codes(SETTINGS.data)) or "inga"
        there = [f"I data/decks/ finns {known}."] if missing.key == "deck-no-such" else []
        says = [f"--deck: {missing.told(_SV)}", *map(str, missing.problems), *there]
        raise Failure("\n".join(says)) from missing


def _view(asked: Asked) -> View:
    """The view, if all that is asked for is known."""
    try:
        view = view_of(asked.params, asked.page)
    except StoreUnavailable as error:
        raise Failure(str(error)) from error
    if view.unknown:
        raise Failure("\n".join(_unknown(view, each) for each in view.unknown))
    return view


def _unknown(view: View, unknown: Unknown) -> str:
    option = _OPTIONS.get(unknown.param, unknown.param)
    says = f"{option}={unknown.value}: finns inte."
    if unknown.param in _DIMENSION_OF:
        dimension = BY_CODE[_DIMENSION_OF[unknown.param]].code
        return f"{says} Möjliga är {_nearest(unknown.value, pickable_codes(view.vocabularies, dimension))}."
    if unknown.param == SNAPSHOT:
        codes = _nearest(unknown.value, snapshot_codes(SETTINGS.store))
        return f"{says} Ögonblicksbilderna är {codes or 'inga'}."
    return f"{says} Rätta det eller ta bort det."


def _nearest(spelt: str, known: Iterable[str]) -> str:
    """All that could have been meant, the likeliest first."""
    possible = list(known)
    close = get_close_matches(spelling_key(spelt), possible, n=3, cutoff=0.5)
    told = list(dict.fromkeys([*close, *possible]))
    more = [f"{len(told) - _MOST_TOLD} till"] if len(told) > _MOST_TOLD else []
    return _SV.all_of([*told[:_MOST_TOLD], *more])


def _content(report: Report, suffix: str, template: Path | None) -> bytes:
    def told(done: int, of: int) -> None:
        click.echo(f"{done / of:4.0%} Gör {suffix}", err=True)

    return pptx(report, template, told) if template else FORMATS[suffix].write(report, told)


def _replace(output: Path, content: bytes) -> None:
    """Beside the file first, so that nobody ever meets half of one; a link goes on leading where it led."""
    output = output.resolve()
    beside = output.with_name(f".{os.getpid()}.unfinished")
    try:
        beside.write_bytes(content)
        if output.exists():
            shutil.copymode(output, beside)
        beside.replace(output)
    except OSError as error:
        raise Failure(f"{output}: filen kan inte skrivas ({error.strerror}). Ange en annan.") from error
    finally:
        beside.unlink(missing_ok=True)
