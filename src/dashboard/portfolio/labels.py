"""What the rules make of new and reworded texts; what people have set stays, and doubts go to review."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dashboard.portfolio.doubts import key_of_doubt, rejected_labels, said_of, with_doubts
from dashboard.portfolio.identify import Entry
from dashboard.portfolio.match import titles_of
from dashboard.portfolio.normalise import comparison_key
from dashboard.portfolio.place import PlacedPage
from dashboard.portfolio.reading import Label, Reader, Reading
from dashboard.portfolio.tables import Portfolio
from dashboard.store.rows import Row, key_of, new_row
from dashboard.store.tables import CLASSIFICATIONS, REVIEW, TABLE_OF


@dataclass(frozen=True)
class _Read:
    """An entry and what the rules find in it."""

    entry: Entry
    reading: Reading

    def label_row(self, label: Label) -> Row:
        return {
            "initiative": self.entry.initiative,
            "dimension": label.dimension,
            "term": label.term,
            "role": label.role,
            "provenance": label.provenance,
            "rule": label.rule,
            "quote": label.quote,
            "source": self.entry.page.source["code"],
            "reviewer": "",
            "reviewed_at": "",
        }

    def holds(self, quote: str) -> bool:
        words = self.entry.words
        return comparison_key(quote) in comparison_key(f"{words.title} {words.text}")


def relabel(
    after: Portfolio,
    before: Portfolio,
    pages: Iterable[PlacedPage],
    entries: Sequence[Entry],
    reader: Reader,
    relabel_all: bool = False,
) -> Portfolio:
    """The portfolio with the labels, facts, doubts and problems that follow from what is read.

    A new initiative gets what the rules find. A reworded one keeps its labels; those whose words are gone,
    and what the rules would add where something is known already, become doubts for a person to settle. What
    somebody has rejected is neither set nor asked about again, as long as the words are the same.
    `relabel_all` treats all as reworded, for rules that have changed since the texts were read.
    """
    read = [_Read(entry, reader.read(entry.words.title, entry.words.text)) for entry in entries]
    changed = read if relabel_all else _changed(read, before)
    labels, doubts = _label(after.classifications, changed, rejected_labels(after.review))
    doubts += [_doubt("quote-gone", row) for row in _without_words(after.classifications, changed)]
    return replace(
        after,
        classifications=labels,
        facts=_renew_facts(after.facts, changed),
        review=with_doubts(_still_open(after.review, changed, doubts), doubts),
        problems=_renew_problems(after.problems, pages, read),
    )


def _label(
    classifications: Sequence[Row], changed: Iterable[_Read], rejected: Container[tuple[str, ...]]
) -> tuple[list[Row], list[Row]]:
    """All labels with those that the rules are sure of where nothing was known, and doubts about the others.

    A place and its district are one finding: set together, or doubted together.
    """
    labels = {_key(row): row for row in classifications}
    known = {(row["initiative"], row["dimension"]) for row in classifications}
    found: list[Row] = []
    for each in changed:
        for finding in each.reading.findings():
            rows = [each.label_row(label) for label in finding]
            unset = [row for row in rows if _key(row) not in labels]
            if not any(
                (row["initiative"], row["dimension"]) in known or said_of(row) in rejected for row in unset
            ):
                labels |= {_key(row): row for row in unset}
            found += rows
        found += [each.label_row(label) for label in each.reading.unsure]
    return list(labels.values()), [_doubt("unsure", row) for row in found if _key(row) not in labels]


_key = partial(key_of, TABLE_OF[CLASSIFICATIONS])


def _doubt(reason: str, row: Row) -> Row:
    names = ("initiative", "dimension", "term", "rule", "quote", "source")
    return new_row(TABLE_OF[REVIEW], reason=reason, **{name: row[name] for name in names})


def _changed(read: Iterable[_Read], before: Portfolio) -> list[_Read]:
    """Those of initiatives that no page listed, and those with words that the city has not used before.

    Where no import has seen the old words, the labels were set on them by people, so nothing has changed.
    """
    texts: dict[str, set[str]] = defaultdict(set)
    for row in before.listings:
        texts[row["initiative"]].add(row["text_id"])
    titles = {row["code"]: set(map(comparison_key, titles_of(row))) for row in before.initiatives}
    return [each for each in read if _is_changed(each.entry, texts, titles)]


def _is_changed(entry: Entry, texts: Mapping[str, set[str]], titles: Mapping[str, set[str]]) -> bool:
    code = entry.initiative
    if code not in titles:
        return True
    known = texts.get(code, set())
    if known == {""} or not any(texts.values()):
        return False
    return entry.words.text_id not in known or entry.key not in titles[code]


def _without_words(rows: Iterable[Row], changed: Iterable[_Read]) -> list[Row]:
    """Labels that rest on words which their page no longer has."""
    said = _by_page(changed)
    return [
        row
        for row in rows
        if (now := said.get((row["initiative"], row["source"])))
        and not any(each.holds(row["quote"]) for each in now)
    ]


def _still_open(review: Iterable[Row], changed: Iterable[_Read], doubts: Iterable[Row]) -> list[Row]:
    """The review without the open doubts that a text which is read again does not raise again."""
    raised = {key_of_doubt(row) for row in doubts}
    pages = _by_page(changed)
    return [
        row
        for row in review
        if row["settled"] or (row["initiative"], row["source"]) not in pages or key_of_doubt(row) in raised
    ]


def _renew_facts(rows: Sequence[Row], changed: Sequence[_Read]) -> list[Row]:
    """Facts are stated: those whose words are gone go, those that the new words state come."""
    gone = [id(row) for row in _without_words(rows, changed)]
    facts = {(row["initiative"], row["kind"], row["value"]): row for row in rows if id(row) not in gone}
    for each in changed:
        code, source = each.entry.initiative, each.entry.page.source["code"]
        for fact in each.reading.facts:
            row = {"initiative": code, "kind": fact.kind, "value": fact.value, "quote": fact.quote}
            facts.setdefault((code, fact.kind, fact.value), row | {"source": source})
    return list(facts.values())


def _renew_problems(rows: Iterable[Row], pages: Iterable[PlacedPage], read: Iterable[_Read]) -> list[Row]:
    """What the captured pages hold that no vocabulary knows, in place of what they held before."""
    renewed = [remark for page in pages for remark in page.remarks()]
    for each in read:
        place = {"source": each.entry.page.source["code"], "line": str(each.entry.listing.line)}
        renewed += [{"rule": it.rule, **place, "value": it.value} for it in each.reading.unknown]
    captured = {page.source["code"] for page in pages}
    kept = [row for row in rows if row["source"] not in captured]
    unique = {tuple(row.values()): row for row in renewed}
    return kept + sorted(unique.values(), key=lambda row: (row["source"], int(row["line"]), row["value"]))


def _by_page(read: Iterable[_Read]) -> dict[tuple[str, str], list[_Read]]:
    pages: dict[tuple[str, str], list[_Read]] = defaultdict(list)
    for each in read:
        pages[each.entry.initiative, each.entry.page.source["code"]].append(each)
    return pages
