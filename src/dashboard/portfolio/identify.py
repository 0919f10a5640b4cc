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
from dashboard.sources.listing import Listing
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


class _Known:
    """What the portfolio listed before, in the ways that listings are looked up."""

    def __init__(self, before: Portfolio, texts: Texts) -> None:
        self.titles = {row["code"]: row["title"] for row in before.initiatives}
        self.index = TitleIndex(before.initiatives)
        self._texts = texts
        self._by_area: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        self._by_text: dict[str, set[str]] = defaultdict(set)
        for row in before.listings:
            self._by_area[row["vision_area"]][row["initiative"]].append(row)
            self._by_text[row["text_id"]].add(row["initiative"])

    def listed(self, vision_area: str) -> Mapping[str, list[Row]]:
        """By initiative, what the vision area's page listed."""
        return self._by_area[vision_area]

    def with_text(self, words: Words) -> set[str]:
        """The initiatives that anywhere had exactly this text."""
        return self._by_text[words.text_id] if words.text_id else set()

    def missing_from(self, vision_area: str, seen: Collection[str]) -> dict[str, Words]:
        """What the page listed and lists no more."""
        rows = self.listed(vision_area)
        return {code: self._words(rows[code][0]) for code in rows if code not in seen}

    def listed_nowhere(self, captured: Collection[str], seen: Collection[str]) -> dict[str, Words]:
        """What no page lists any more, by the last that is known of it."""
        kept = {code for area, rows in self._by_area.items() if area not in captured for code in rows}
        gone = {code: Words(title, "", "", "") for code, title in self.titles.items()}
        for area in captured:
            gone |= {code: self._words(rows[0]) for code, rows in self.listed(area).items()}
        return {code: words for code, words in gone.items() if code not in kept and code not in seen}

    def _words(self, row: Row) -> Words:
        return Words(row["title"], self._texts.get(row["text_id"], ""), row["text_id"], row["link_label"])


@dataclass
class _Doubts:
    """By an unknown title's key: the initiatives that it surely is, and those that it may be, best first."""

    sure: dict[str, set[str]]
    possible: dict[str, list[str]]

    def candidates(self, key: str) -> list[str]:
        return list(dict.fromkeys([*sorted(self.sure[key]), *self.possible[key]]))

    def decided(self, key: str) -> str:
        """The code where nobody need be asked: surely one initiative, or like none; else ""."""
        candidates = self.candidates(key)
        if not candidates:
            return NEW
        return candidates[0] if len(candidates) == 1 and self.sure[key] else ""


def identify(pages: Sequence[PlacedPage], before: Portfolio, texts: Texts, answers: Answers) -> list[Entry]:
    """Every listing on the pages. Raises ImportRefused where only a person can tell what it is."""
    known = _Known(before, texts)
    problems: list[CaptureError] = []
    entries: list[Entry] = []
    for page in pages:
        for listing in page.listings:
            with collect_problem(problems):
                entries.append(_recognise(page, listing, known))
    unknown = [entry for entry in entries if not entry.initiative]
    seen: dict[str, set[str]] = {page.vision_area: set() for page in pages}
    for entry in entries:
        seen[entry.page.vision_area].add(entry.initiative)
    for key in sorted(answers.keys() - {entry.key for entry in unknown}):
        says = f"--answer «{key}»: ingen okänd titel på sidorna är den; rätta titeln eller ta bort svaret"
        problems.append(CaptureError("--answer", None, says))
    doubts = _compare(unknown, seen, known)
    decided: dict[str, str] = {}
    taken = set(known.titles)
    for key, entry in sorted({entry.key: entry for entry in reversed(unknown)}.items()):
        with collect_problem(problems):
            code = _answered(entry, answers, seen, known) or doubts.decided(key)
            if not code:
                raise _question(entry, doubts.candidates(key), known)
            decided[key] = new_code(entry.words.title, taken) if code == NEW else code
            taken.add(decided[key])
    if problems:
        raise ImportRefused(problems)
    return [replace(entry, initiative=entry.initiative or decided[entry.key]) for entry in entries]


def _recognise(page: PlacedPage, listing: Listing, known: _Known) -> Entry:
    """The entry with the initiative of its title; of several with that title, the one that it was here."""
    text = normalise_text(listing.description)
    words = Words(normalise_text(listing.title), text, text_id(text), normalise_text(listing.link_label))
    entry = Entry(page, listing, words, "")
    codes = known.index.match(words.title)
    if len(codes) > 1:
        listed = known.listed(page.vision_area)
        here = [code for code in codes if code in listed] or codes
        same_text = [
            code for code in here if words.text_id in {row["text_id"] for row in listed.get(code, ())}
        ]
        codes = same_text if len(same_text) == 1 else here
    if len(codes) > 1:
        raise entry.problem(
            f"«{words.title}» kan vara {' eller '.join(codes)}; skilj titlarna åt i initiatives.csv"
        )
    return replace(entry, initiative="".join(codes))


def _compare(unknown: Iterable[Entry], seen: Mapping[str, set[str]], known: _Known) -> _Doubts:
    """What the unknown titles may be. Only an initiative that the same page has dropped is ever sure."""
    doubts = _Doubts(defaultdict(set), defaultdict(list))
    by_area: dict[str, list[Entry]] = defaultdict(list)
    for entry in unknown:
        by_area[entry.page.vision_area].append(entry)
    nowhere = known.listed_nowhere(seen, set().union(*seen.values())) if by_area else {}
    for area, entries in by_area.items():
        missing = known.missing_from(area, seen[area])
        elsewhere = {code: words for code, words in nowhere.items() if code not in missing}
        for entry in entries:
            doubts.possible[entry.key] += sorted(known.with_text(entry.words) - seen[area] - missing.keys())
        _note(doubts, entries, missing, may_be_sure=True)
        _note(doubts, entries, elsewhere, may_be_sure=False)
    return doubts


def _note(doubts: _Doubts, entries: Sequence[Entry], missing: Mapping[str, Words], may_be_sure: bool) -> None:
    pairing = pair([entry.words for entry in entries], missing)
    for number, code in pairing.sure.items():
        if may_be_sure:
            doubts.sure[entries[number].key].add(code)
        else:
            doubts.possible[entries[number].key].append(code)
    for number, codes in pairing.unsure.items():
        doubts.possible[entries[number].key] += codes


def _answered(entry: Entry, answers: Answers, seen: Mapping[str, set[str]], known: _Known) -> str:
    """What somebody has said that it is; "" where nobody has. Raises CaptureError for what cannot be."""
    code = answers.get(entry.key, "")
    if code not in ("", NEW) and code not in known.titles:
        raise entry.problem(f"svaret «{code}» på «{entry.words.title}» är ingen känd kod; rätta --answer")
    if code and code in seen[entry.page.vision_area]:
        says = f"«{entry.words.title}» kan inte vara {code}, som också står på sidan; rätta --answer"
        raise entry.problem(says)
    return code


def _question(entry: Entry, candidates: Iterable[str], known: _Known) -> Unanswered:
    titles = {code: known.titles[code] for code in candidates}
    return Unanswered(entry.page.captured.capture.file, entry.listing.line, entry.words.title, titles)


def new_code(title: str, taken: Collection[str]) -> str:
    """A code for what has this title, other than those that are taken."""
    code, number = slug(title), 1
    while code in taken:
        number += 1
        code = f"{slug(title)}-{number}"
    return code
