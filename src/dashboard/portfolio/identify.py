"""Which initiative each listing on the captured pages is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.portfolio.match import TitleIndex, Words, pair
from dashboard.portfolio.normalise import comparison_key, normalise_text, slug
from dashboard.portfolio.place import PlacedPage
from dashboard.portfolio.refusal import NEW, ImportRefused, Unanswered, collect_problem
from dashboard.portfolio.tables import Portfolio
from dashboard.sources.capture import CaptureError
from dashboard.sources.vision_area_page import Listing
from dashboard.store.rows import Row
from dashboard.store.texts import Texts, text_id

Answers = Mapping[str, str]
"""By a title's comparison key the code of the initiative that it is, or NEW."""


@dataclass(frozen=True)
class Entry:
    """A listing on a page, in normalised words, and the code of its initiative; "" while that is open."""

    page: PlacedPage
    listing: Listing
    words: Words
    initiative: str

    @property
    def key(self) -> str:
        return comparison_key(self.words.title)

    @property
    def row(self) -> Row:
        """For listings.csv."""
        return {
            "source": self.page.source["code"],
            "vision_area": self.page.vision_area,
            "stage": self.listing.stage,
            "position": str(self.listing.position),
            "initiative": self.initiative,
            "title": self.words.title,
            "link_label": self.words.link_label,
            "link_external": self._yes_or_no(self.listing.link_external),
            "link_new_window": self._yes_or_no(self.listing.link_new_window),
            "text_id": self.words.text_id,
        }

    def problem(self, message: str) -> CaptureError:
        return self.page.captured.problem(self.listing.line, message)

    def _yes_or_no(self, flag: bool) -> str:
        """Empty where there is no link to say it of."""
        return ("yes" if flag else "no") if self.words.link_label else ""


def identify(pages: Iterable[PlacedPage], before: Portfolio, texts: Texts, answers: Answers) -> list[Entry]:
    """Every listing on the pages. Raises ImportRefused where only a person can tell what it is."""
    pages = list(pages)
    problems: list[CaptureError] = []
    index = TitleIndex(before.initiatives)
    listed: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in before.listings:
        listed[row["vision_area"]][row["initiative"]] = row
    entries: list[Entry] = []
    suggested: dict[str, set[str]] = defaultdict(set)
    doubtful: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        found = []
        for listing in page.listings:
            with collect_problem(problems):
                found.append(_recognise(page, listing, index, listed[page.vision_area]))
        _compare_unknown(found, listed[page.vision_area], texts, suggested, doubtful)
        entries += found
    unknown = {entry.key: entry for entry in reversed(entries) if not entry.initiative}
    names = {row["code"]: row["title"] for row in before.initiatives}
    taken = set(names)
    decided: dict[str, str] = {}
    for key in sorted(unknown):
        with collect_problem(problems):
            candidates = sorted(suggested[key]) + doubtful[key]
            sure = len(suggested[key]) == 1 and not doubtful[key]
            code = answers.get(key) or (candidates[0] if sure else "" if candidates else NEW)
            if code != NEW and code not in names:
                raise _unanswered(unknown[key], code, {code: names[code] for code in candidates})
            decided[key] = code if code != NEW else new_code(unknown[key].words.title, taken)
            taken.add(decided[key])
    if problems:
        raise ImportRefused(problems)
    return [replace(entry, initiative=entry.initiative or decided[entry.key]) for entry in entries]


def _recognise(page: PlacedPage, listing: Listing, index: TitleIndex, listed: Mapping[str, Row]) -> Entry:
    text = normalise_text(listing.description)
    words = Words(normalise_text(listing.title), text, text_id(text), normalise_text(listing.link_label))
    entry = Entry(page, listing, words, "")
    codes = index.match(words.title)
    if len(codes) > 1:
        codes = [code for code in codes if code in listed] or codes
    if len(codes) > 1:
        raise entry.problem(
            f"«{words.title}» kan vara {' eller '.join(codes)}; skilj titlarna åt i initiatives.csv"
        )
    return replace(entry, initiative="".join(codes))


def _compare_unknown(
    found: Sequence[Entry],
    listed: Mapping[str, Row],
    texts: Texts,
    suggested: dict[str, set[str]],
    doubtful: dict[str, list[str]],
) -> None:
    """What the page's unknown titles may be among the initiatives that it no longer lists."""
    unknown = [entry for entry in found if not entry.initiative]
    seen = {entry.initiative for entry in found}
    missing = {code: _known_words(row, texts) for code, row in listed.items() if code not in seen}
    pairing = pair([entry.words for entry in unknown], missing)
    for number, code in pairing.sure.items():
        suggested[unknown[number].key].add(code)
    for number, codes in pairing.unsure.items():
        doubtful[unknown[number].key] += codes


def _known_words(row: Row, texts: Texts) -> Words:
    return Words(row["title"], texts.get(row["text_id"], ""), row["text_id"], row["link_label"])


def _unanswered(entry: Entry, code: str, candidates: Mapping[str, str]) -> CaptureError:
    if code:
        return entry.problem(f"svaret «{code}» på «{entry.words.title}» är ingen känd kod; rätta --answer")
    return Unanswered(entry.page.captured.capture.file, entry.listing.line, entry.words.title, candidates)


def new_code(title: str, taken: Collection[str]) -> str:
    """A code for what has this title, other than those that are taken."""
    code, number = slug(title), 1
    while code in taken:
        number += 1
        code = f"{slug(title)}-{number}"
    return code
