"""What has to be said wherever numbers are read: what they show, of what, from when and where."""

from collections.abc import Callable, Mapping

from dashboard.exports.report import Report, Slide
from dashboard.spreadsheet import PROVENANCE

Said = Mapping[str, str]
"""By code of `spreadsheet.PROVENANCE`, in its order, each on one line."""

TO_PROGRAMS: Mapping[str, str] = {
    "title": "What the page or the chart is called.",
    "sentence": "What its numbers say.",
    "selection": "Which initiatives are counted, and how many of how many.",
    "dated": "Which day's data it shows, in words.",
    "source": "Where the data is from.",
    "address": "The whole address of the view, where it is known where the dashboard is served.",
    "view": "The same from the front page on.",
    "initiatives_selected": "How many initiatives are selected; left out in a deck.",
    "initiatives_in_all": "Of how many.",
    "day": "The day of the data, ISO 8601.",
    "language": "The language of the words, sv or en.",
}
"""What each part of `said_to_programs` means."""


def said_of_report(report: Report) -> Said:
    return _said(report.title, report.sentence, report.basis, report.dated, report.source, report.address)


def said_to_programs(report: Report) -> dict[str, str | int]:
    """The same and what they would have to read out of it, as TO_PROGRAMS explains it."""
    counts = zip(("initiatives_selected", "initiatives_in_all"), report.counted or (), strict=False)
    told = {"day": report.day.isoformat(), "language": report.language}
    return {**said_of_report(report), "view": report.href, **dict(counts), **told}


def said_of_slide(slide: Slide) -> Said:
    panel = slide.panel
    return _said(panel.title, panel.sentence, panel.basis, slide.dated, slide.source, slide.address)


def labelled(said: Said, text: Callable[..., str]) -> list[tuple[str, str]]:
    """Label and value of all that is said; a value that begins with its own label says it once."""
    labels = ((text(key), said[code]) for code, key in PROVENANCE.items() if said[code])
    return [(label, value.removeprefix(label).lstrip(": ")) for label, value in labels]


def _said(*values: str) -> Said:
    return {code: " ".join(value.split()) for code, value in zip(PROVENANCE, values, strict=True)}
