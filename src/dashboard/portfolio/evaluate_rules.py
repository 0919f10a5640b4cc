"""The command that tells how well the rules read, and the report that it writes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from dashboard.dimensions import LABELS
from dashboard.portfolio.evaluate import (
    NOTHING,
    STATED_ELSEWHERE,
    Tally,
    Verdict,
    confusion,
    evaluate,
    evaluate_facts,
)
from dashboard.portfolio.import_captures import refuse_broken
from dashboard.portfolio.match import TitleIndex
from dashboard.portfolio.place import CapturedPage
from dashboard.portfolio.read_pages import CaptureOptions, read_pages
from dashboard.portfolio.reading import Reader, Reading
from dashboard.portfolio.refusal import ImportRefused
from dashboard.portfolio.rules import SURE
from dashboard.portfolio.tables import Portfolio
from dashboard.settings import SETTINGS
from dashboard.sources.vision_area_page import VisionAreaPage
from dashboard.store.rows import TableError
from dashboard.store.snapshots import SnapshotError, read_files
from dashboard.vocabularies import Vocabularies

INTRODUCTION = """# How well the rules read

`dashboard rules CAPTURE…` writes this report. It reads every initiative on the captured pages with the rules
in `data/portfolio/rules.csv` and the places in `data/vocabularies/`, and holds what they find against the
labels in `data/portfolio/classifications.csv` that a page of the city's states or a person has reviewed.
Inferred labels that nobody has reviewed are no truth: what the rules find there is counted *apart*.

**Read the figures as an upper bound.** The rules were written with these pages at hand. They hold no
initiative's title, and the tests try each of them on made-up sentences about other things, but how well they
read pages that were not known when they were written is not known until such pages have been reviewed.

A term is a label where its rules together are at least {sure} per cent sure; what is less sure goes to review
(*asked* where the label is true, *doubted* where it is not). *Precision*: of the labels that were set, how
many are in data. *Recall*: of the labels in data, how many were set. Shares of fewer than ten are only told
as counts; the others have a 95 % interval (Wilson).
"""

ELSEWHERE_NOTE = """The truth of `{dimension}` stands on other pages of the city's than the text that is read,
and for few initiatives. One without a label is unknown, not a negative: what is found for it is *apart*.
"""


@click.command("rules")
@click.argument("places", metavar="KÄLLA…", nargs=-1, required=True)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=SETTINGS.data,
    metavar="MAPP",
    help="Mappen med CSV-filerna.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Filen som rapporten skrivs till; annars visas den.",
)
@click.help_option(help="Visa den här hjälpen.")
def rules(places: tuple[str, ...], data: Path, output: Path | None) -> None:
    """Visa hur väl reglerna läser, mot de etiketter som staden eller en granskare står för.

    En KÄLLA är en av stadens sidor, sparad så som `dashboard import` läser den. Ingenting i mappen med
    CSV-filerna ändras.
    """
    try:
        report = build_report(places, data)
        if output is None:
            click.echo(report)
            return
        output.write_text(report, "utf-8")
    except (TableError, ImportRefused, SnapshotError) as error:
        click.echo(f"{error}\nIngen rapport har skrivits.", err=True)
        raise click.exceptions.Exit(1) from error
    except OSError as error:
        click.echo(f"{output}: filen kan inte skrivas ({error.strerror}).", err=True)
        raise click.exceptions.Exit(1) from error
    click.echo(f"Skrev {output}")


@dataclass(frozen=True)
class _Texts:
    """Title and text of an initiative, whichever of the pages says it."""

    title: str
    text: str


def build_report(places: Iterable[str], data: Path) -> str:
    """The report as Markdown. Raises TableError, ImportRefused or SnapshotError."""
    files = read_files(data)
    refuse_broken(files, f"rätta {data} först")
    vocabularies = Vocabularies.read(data / "vocabularies")
    portfolio = Portfolio.parse(files)
    texts = _texts_by_initiative(places, portfolio, vocabularies)
    reader = Reader.read_folder(data, vocabularies)
    whole = {code: reader.read(each.title, each.text) for code, each in texts.items()}
    untitled = {code: reader.read("", each.text) for code, each in texts.items()}
    verdicts = evaluate(whole, portfolio.classifications)
    without_titles = evaluate(untitled, portfolio.classifications)
    sections = [
        INTRODUCTION.format(sure=SURE),
        _dimension_section(verdicts, without_titles, len(texts)),
        *(_term_section(dimension, verdicts) for dimension in LABELS),
        _rule_section(portfolio.rules, whole, verdicts, untitled),
        _fact_section(whole, portfolio.facts),
        _error_section(verdicts),
    ]
    return "\n".join(sections)


def _texts_by_initiative(
    places: Iterable[str], portfolio: Portfolio, vocabularies: Vocabularies
) -> dict[str, _Texts]:
    """What the pages say of each initiative that data knows, once where two pages say the same."""
    today = datetime.now(UTC).astimezone().date()
    index = TitleIndex(portfolio.initiatives)
    titles: dict[str, str] = {}
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    pages, problems = read_pages(list(places), vocabularies, CaptureOptions(today))
    if problems:
        raise ImportRefused(problems)
    for captured in pages:
        if isinstance(captured, CapturedPage) and isinstance(captured.page, VisionAreaPage):
            for listing in captured.page.listings:
                for code in index.match(listing.title):
                    titles.setdefault(code, listing.title)
                    texts[code][listing.description] = None
    return {code: _Texts(titles[code], "\n".join(texts[code])) for code in sorted(titles)}


def _dimension_section(verdicts: Sequence[Verdict], without_titles: Sequence[Verdict], n: int) -> str:
    rows = []
    for dimension in LABELS:
        tally = Tally.of(_of(verdicts, dimension))
        bare = Tally.of(_of(without_titles, dimension))
        rows.append(
            (
                f"`{dimension}`",
                tally.true,
                tally.precision,
                tally.recall,
                tally.recall_with_review,
                tally["doubted"],
                tally["apart"],
                bare.recall,
            )
        )
    head = (
        "Dimension",
        "Labels in data",
        "Precision",
        "Recall",
        "Recall with review",
        "Doubted",
        "Apart",
        "Recall without titles",
    )
    return f"## By dimension\n\n{n} initiatives were read.\n\n{_table(head, rows)}"


def _term_section(dimension: str, verdicts: Sequence[Verdict]) -> str:
    here = _of(verdicts, dimension)
    terms = sorted({verdict.term for verdict in here})
    tallies = {term: Tally.of(verdict for verdict in here if verdict.term == term) for term in terms}
    head = ("Term", "In data", "Right", "Wrong", "Missed", "Asked", "Doubted", "Apart", "Precision", "Recall")
    outcomes = ("right", "wrong", "missed", "asked", "doubted", "apart")
    rows = [
        (f"`{term}`", tally.true, *(tally[outcome] for outcome in outcomes), tally.precision, tally.recall)
        for term, tally in tallies.items()
    ]
    pairs = sorted(confusion(here).items(), key=lambda pair: (pair[0][0] == pair[0][1], -pair[1], pair[0]))
    confused = [(_named(true), _named(found), n) for (true, found), n in pairs]
    note = f"{ELSEWHERE_NOTE}\n".format(dimension=dimension) if dimension in STATED_ELSEWHERE else ""
    return (
        f"## `{dimension}`\n\n{note}{_table(head, rows)}\n"
        f"Confusion: a term in data, what was found instead of it, and in how many initiatives.\n\n"
        f"{_table(('In data', 'Found', 'Initiatives'), confused)}"
    )


def _named(term: str) -> str:
    return "nothing" if term == NOTHING else f"`{term}`"


def _rule_section(
    rules: Iterable[Mapping[str, str]],
    readings: Mapping[str, Reading],
    verdicts: Sequence[Verdict],
    untitled: Mapping[str, Reading],
) -> str:
    """Each rule by the labels for which it was the surest reason."""
    rows = []
    for rule in rules:
        if not rule["pattern"] or not rule["term"]:
            continue
        judged = Tally.of(
            verdict for verdict in verdicts if verdict.label and verdict.label.rule == rule["code"]
        )
        right, wrong = judged["right"] + judged["asked"], judged["wrong"] + judged["doubted"]
        rows.append(
            (
                f"`{rule['code']}`",
                f"`{rule['term']}`",
                rule["weight"],
                _used(rule["code"], readings),
                _used(rule["code"], untitled),
                right,
                wrong,
                judged["apart"],
            )
        )
    head = ("Rule", "Term", "Weight, %", "Initiatives", "Without titles", "True", "Untrue", "Apart")
    return (
        "## Rules\n\nFor each rule the initiatives in which it is the surest reason for its term, whether\n"
        f"that became a label or went to review.\n\n{_table(head, rows)}"
    )


def _used(code: str, readings: Mapping[str, Reading]) -> int:
    return sum(
        any(label.rule == code for label in (*reading.labels, *reading.unsure))
        for reading in readings.values()
    )


def _fact_section(readings: Mapping[str, Reading], facts: Iterable[Mapping[str, str]]) -> str:
    rows = [
        (
            f"`{kind}`",
            tally.true,
            tally["right"],
            tally["wrong"],
            tally["missed"],
            tally.precision,
            tally.recall,
        )
        for kind, tally in evaluate_facts(readings, [dict(row) for row in facts]).items()
    ]
    unknown = sorted({(code, each.value) for code, reading in readings.items() for each in reading.unknown})
    names = ", ".join(f"{value} (`{code}`)" for code, value in unknown) or "none"
    head = ("Kind", "In data", "Right", "Wrong", "Missed", "Precision", "Recall")
    return (
        "## Facts\n\nPartners that a text names in another way than after a phrase such as\n"
        f"«i samarbete med» are left to people. The promised times in data were noted\n"
        f"together with the patterns that find them.\n\n{_table(head, rows)}\n"
        f"Names after a place's preposition that no vocabulary knows: {names}.\n"
    )


def _error_section(verdicts: Iterable[Verdict]) -> str:
    rows = [
        (
            verdict.outcome,
            f"`{verdict.initiative}`",
            f"`{verdict.dimension}`",
            f"`{verdict.term}`",
            f"`{verdict.label.rule}`" if verdict.label else "",
            f"«{verdict.label.quote}»" if verdict.label else "",
        )
        for verdict in sorted(verdicts, key=lambda verdict: (verdict.outcome, verdict.dimension))
        if verdict.outcome in ("wrong", "missed")
    ]
    head = ("Outcome", "Initiative", "Dimension", "Term", "Rule", "Words")
    return f"## Every label that is wrong or missed\n\n{_table(head, rows)}"


def _of(verdicts: Iterable[Verdict], dimension: str) -> list[Verdict]:
    return [verdict for verdict in verdicts if verdict.dimension == dimension]


def _table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)
