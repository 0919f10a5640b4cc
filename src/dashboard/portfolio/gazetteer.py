"""Places named in a text: where the initiative is aimed, where it is held, or what is merely mentioned."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.portfolio.evidence import Label, Passage, Unknown
from dashboard.portfolio.rules import exceptions_of, mask
from dashboard.vocabularies import Vocabularies

PLACE_RULE = "stated-place-in-text"
"""Its `exceptions` are names that look like a place and are none: companies, clubs, canals."""

DISTRICT_RULE = "stated-names-place"

UNKNOWN_RULE = "unknown-place"
"""Its `exceptions` are what may follow a place's preposition unknown: countries, institutions, channels."""

ROLES = ("target", "venue", "mention")
"""The one that says most comes first, and is the label where a text has a place in several."""

INHABITANTS = ("borna", "bornas", "bor", "bors", "bo", "bon")
VENUES = ("huset", "hus", "hallen", "badet", "biblioteket", "kyrkan", "torget", "parken", "gården", "vallen")
SCHOOLS = ("skolan", "skola", "skolor", "skolorna", "förskolan", "förskola", "förskolor", "gymnasiet")
"""A school bears its district's name and is often the model for a work that is aimed elsewhere."""
AREAS = ("området", "områdets")

_COMPOUNDS = {
    **dict.fromkeys(INHABITANTS, "target"),
    **dict.fromkeys(VENUES, "venue"),
    **dict.fromkeys(SCHOOLS, "mention"),
    **dict.fromkeys(AREAS, ""),
}
_ENDINGS = {f"{link}{end}": role for end, role in {"": "", **_COMPOUNDS}.items() for link in ("", "s")}
"""What may follow a name in the same word, and the role that it gives; others make it another word. Where
the role is "" the words around say it."""

_STEM_LINKS = {"en": "s", "et": "s", "an": "e", "a": "s"}
"""Names with these endings lose them before a compound's second part, and get a letter in their place."""

_SHORTEST_STEM = 5
"""Letters. What is left of a shorter name is a word of its own."""

_BETWEEN = re.compile(r"(?:,|,? och|,? samt|,? eller|/| ?-|–)(?: på| i| från)? ?")
_CAPITAL = "A-ZÅÄÖÉÜ"
_SENTENCE_BREAK = re.compile(r"[.!?:\n]")

_MODEL_BEFORE = re.compile(
    r"\b(?:(?:erfarenhet|modell|metod|förebild|inspiration|lärdom|exempel|arbetssätt)\w* från"
    r"|(?:precis|samma sätt|liknande) som(?: på| i)?|liksom(?: på| i)?|likt(?: på| i)?) $",
    re.IGNORECASE,
)
_ROUTE_BEFORE = re.compile(rf"\b[Mm]ellan $|\b[Ff]rån [{_CAPITAL}][\w ]{{1,40}} till $")
_ROUTE_AFTER = re.compile(rf"(?: i \w+)? till (?=[{_CAPITAL}])")
_BESIDE = re.compile(r"\b(?:vid|nära|intill|utanför|bredvid) $", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"\b(?:i|på|från|till|vid|stadsdelen|orten|byn) $", re.IGNORECASE)
_LOCATED_BEFORE = re.compile(rf"\w\W+[{_CAPITAL}][\w-]* (?:på|i) $")
_NAME_BEFORE = re.compile(rf"\w\W+[{_CAPITAL}][\w-]* $")

_EXCEPTED_BEFORE = re.compile(
    r"\b(?:(?:inte|ej|aldrig)(?: längre| ännu| än| heller| alls)?|varken|inga|inget|ingenting|(?:för)?utom"
    r"|exklusive|undantag(?:et|en)?(?: av| för)?|bortsett från|i ?stället för|snarare än|till skillnad från"
    r"|jämfört med)(?: på| i| från| till| för| med| vid)?(?: stadsdelen| området| orten| byn)? $",
    re.IGNORECASE,
)
_EXCEPTED_AFTER = re.compile(r" (?:ingår|omfattas|berörs|deltar|räknas) (?:\w+ )?(?:inte|ej)\b| undantas\b")
_DENIAL = re.compile(
    r"\b(?:inte|ej|aldrig|varken|ingen|inget|inga|ingenting|(?:för)?utom|undanta\w+)\b"
    r"(?! (?:bara|minst|enbart|endast)\b)",
    re.IGNORECASE,
)
"""What may deny or except a place of the same clause, or something else in it."""

_CLAUSE_BREAK = re.compile(r"[.!?:;,\n]|\b(?:men|utan)\b")
_STATEMENT_ENDS = re.compile(r"[.!?:;,\n]|\b(?:men|utan|som|att|där|när)\b")
"""Also what opens a subordinate clause: what it denies, it denies of somebody at the place."""

_PART_OF_LABEL = re.compile(r", | och ")

_CANDIDATE = re.compile(
    rf"\b(?:i|på|[Ss]tadsdelen|[Oo]rten|[Bb]yn|I|På) ([{_CAPITAL}][a-zåäöéü]+(?: [{_CAPITAL}][a-zåäöéü]+)*)"
    rf"(?![\w&+]|-\w| ?\d| [{_CAPITAL}])"
)


@dataclass(frozen=True)
class _Name:
    """A place, a district, or a place with the districts that it may lie in; "" and () for what it is not.

    `common`: written without a capital in the vocabulary, so it counts however it is written.
    `everyday`: a common word too, which is a name only with a capital.
    """

    place: str
    districts: tuple[str, ...]
    common: bool
    everyday: bool


@dataclass(frozen=True)
class _Named:
    """`doubted`: the clause denies something, and perhaps this."""

    name: _Name
    role: str
    doubted: bool
    start: int
    end: int

    @property
    def candidates(self) -> int:
        """Among how many answers a person has to choose; 1 where there is nothing to ask."""
        return max(len(self.name.districts), 1 + self.doubted) if self.role == "target" else 1

    def terms(self) -> Iterator[tuple[str, str, str]]:
        """Dimension, term and rule of each label that follows."""
        if self.name.place:
            yield "place", self.name.place, PLACE_RULE
        if self.role == "target":
            for district in self.name.districts:
                yield "district", district, DISTRICT_RULE


class Gazetteer:
    """Every spelling of the places and districts in the vocabularies, in one pattern, longest first."""

    def __init__(
        self,
        vocabularies: Vocabularies,
        place_facts: Iterable[Mapping[str, str]],
        rules: Iterable[Mapping[str, str]],
    ) -> None:
        """`place_facts` say in which district a place lies; the place that is part of none is the whole."""
        rows = {row["code"]: row for row in rules}
        self._exceptions = exceptions_of(rows.get(PLACE_RULE, {}))
        self._known_elsewhere = exceptions_of(rows.get(UNKNOWN_RULE, {}))
        self._weight = int(rows.get(PLACE_RULE, {}).get("weight") or 100)
        self._names: dict[str, _Name] = {}
        self.own_names: tuple[str, ...] = ()
        parts: dict[str, str] = {}
        for term in vocabularies.terms("district"):
            if term.kind == "term":
                parts |= dict.fromkeys(_PART_OF_LABEL.split(term.label_sv), term.code)
                self._add(
                    (term.label_sv, *_PART_OF_LABEL.split(term.label_sv), *term.aliases), "", (term.code,)
                )
        for row in place_facts:
            term = vocabularies.term("place", row["place"])
            if row["part_of"]:
                districts = _districts(term.label_sv, row["district"], parts)
                self._add((term.label_sv, *term.aliases), term.code, districts)
            else:
                spellings = (term.label_sv, *term.aliases, term.label_sv.rpartition(" ")[0])
                self.own_names = tuple(filter(None, spellings))
        self._stems = {stem: name for spelling, name in self._names.items() if (stem := _stem(spelling))}
        spellings = "|".join(map(re.escape, sorted(self._names | self._stems, key=len, reverse=True)))
        endings = "|".join(map(re.escape, sorted(_ENDINGS, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<!\w)({spellings or '(?!)'})({endings})(?!\w)")

    def _add(self, spellings: Iterable[str], place: str, districts: tuple[str, ...]) -> None:
        """What is called after several places is found through each of them."""
        for spelling in spellings:
            if " och " not in spelling:
                small = spelling.lower()
                everyday = bool(self._exceptions and self._exceptions.search(small))
                self._names[small] = _Name(place, districts, spelling.islower(), everyday)

    def knows(self, name: str) -> bool:
        """Whether the name is a place or district, and nothing but that."""
        return name.lower() in self._names

    def find(self, passage: Passage) -> tuple[list[Label], list[Unknown]]:
        """Labels of the places named, and of the districts aimed at; names that no vocabulary knows.

        Where it is not certain that a place is meant, or which of several districts is, each of the labels
        that follow weighs its share.
        """
        named = list(self._find_named(passage))
        best: dict[tuple[str, str], Label] = {}
        for each in sorted(named, key=lambda each: (each.candidates > 1, ROLES.index(each.role))):
            labels = {label[:2]: label for label in each.terms() if label[:2] not in best}
            if labels:
                quote = passage.quote(each.start, each.end)
                best |= {key: self._label(each, *label, quote) for key, label in labels.items()}
        return list(best.values()), list(self._find_unknown(passage, named))

    def _label(self, named: _Named, dimension: str, term: str, rule: str, quote: str) -> Label:
        weight = self._weight // named.candidates
        finding = "+".join(named.name.districts) if named.role == "target" else ""
        role = named.role if dimension == "place" else ""
        return Label(dimension, term, role, "stated", rule, quote, weight, finding)

    def _find_named(self, passage: Passage) -> Iterator[_Named]:
        """Names in reading order; those of one list share the role of its first."""
        if not self._pattern.search(passage.lower):
            return
        text = passage.text
        sentences, clauses = _starts(_SENTENCE_BREAK, text), _starts(_CLAUSE_BREAK, text)
        previous: _Named | None = None
        for found in self._pattern.finditer(mask(self._exceptions, passage.lower)):
            if not (name := self._name(found, text)):
                continue
            start, end = found.span()
            role, doubted = _ENDINGS[found[2]], False
            if not role and previous and _BETWEEN.fullmatch(text, previous.end, start):
                role, doubted = previous.role, previous.doubted
            elif _is_excepted(text, _last(clauses, start), start, end):
                role = "mention"
            else:
                role = role or _role(text, _last(sentences, start), start, end)
                doubted = _is_perhaps_denied(text, _last(clauses, start), start, end)
            previous = _Named(name, role, doubted, start, end)
            yield previous

    def _name(self, found: re.Match[str], text: str) -> _Name | None:
        """The name that is found, None where the letters are but another word's."""
        start, ending = found.start(), found[2]
        capital, role = text[start].isupper(), _ENDINGS[ending]
        name = self._names.get(found[1])
        if not name:  # what is left of a name stands for it only with a second part
            is_name = ending not in ("", "s") and (capital or role == "target")
            return self._stems[found[1]] if is_name else None
        after_preposition = not name.everyday and _PLACE_BEFORE.search(text, 0, start)
        return name if capital or role or name.common or after_preposition else None

    def _find_unknown(self, passage: Passage, named: Iterable[_Named]) -> Iterator[Unknown]:
        for found in _CANDIDATE.finditer(passage.text):
            start, end = found.span(1)
            named_here = any(start < each.end and each.start < end for each in named)
            own = found[1].startswith(self.own_names)
            known = self._known_elsewhere and self._known_elsewhere.search(found[1].lower())
            if not (named_here or own or known):
                yield Unknown(UNKNOWN_RULE, found[1], passage.given_offset(start))


def _stem(spelling: str) -> str:
    """The name as it is spelt before a compound's second part, "" where that is the name itself."""
    for ending, link in _STEM_LINKS.items():
        if spelling.endswith(ending):
            stem = spelling.removesuffix(ending)
            return f"{stem}{link}" if len(stem) >= _SHORTEST_STEM else ""
    return ""


def _districts(place: str, own: str, parts: Mapping[str, str]) -> tuple[str, ...]:
    """Those that the place may mean: all that are called after a part of it, unless one has its whole name.

    `parts` are the names that districts are called after, each with its district.
    """
    if not own or place in parts:
        return (own,) if own else ()
    called = {code for part, code in parts.items() if part.startswith(f"{place} ")}
    return tuple(sorted({own} | called))


def _starts(breaks: re.Pattern[str], text: str) -> list[int]:
    return [0, *(found.end() for found in breaks.finditer(text))]


def _last(starts: list[int], start: int) -> int:
    return starts[bisect_right(starts, start) - 1]


def _is_excepted(text: str, begins: int, start: int, end: int) -> bool:
    """`begins` is where its clause does."""
    return bool(_EXCEPTED_BEFORE.search(text[begins:start]) or _EXCEPTED_AFTER.match(text, end))


def _is_perhaps_denied(text: str, begins: int, start: int, end: int) -> bool:
    ends = _STATEMENT_ENDS.search(text, end)
    return bool(
        _DENIAL.search(text, begins, start) or _DENIAL.search(text, end, ends.start() if ends else len(text))
    )


def _role(text: str, begins: int, start: int, end: int) -> str:
    """What the words around a bare name say of it. Where they say nothing, it is what the text is about.

    `begins` is where its sentence does.
    """
    before = text[begins:start]
    if _MODEL_BEFORE.search(before) or _ROUTE_BEFORE.search(before):
        return "mention"
    if re.search(r"\b[Ff]rån $", before) and _ROUTE_AFTER.match(text, end):
        return "mention"
    if _BESIDE.search(before) or _LOCATED_BEFORE.search(before):
        return "venue"
    return "mention" if _NAME_BEFORE.search(before) else "target"
