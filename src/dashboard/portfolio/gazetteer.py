"""Places named in a text: where the initiative is aimed, where it is held, or what is merely mentioned."""

import re
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

_COMPOUNDS = {
    **dict.fromkeys(INHABITANTS, "target"),
    **dict.fromkeys(VENUES, "venue"),
    **dict.fromkeys(SCHOOLS, "mention"),
}
_ENDINGS = {"": "", "s": ""} | {
    f"{link}{end}": role for end, role in _COMPOUNDS.items() for link in ("", "s")
}
"""What may follow a name in the same word, and the role that it gives; others make it another word."""

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
_LOCATED_BEFORE = re.compile(rf"\w\W+[{_CAPITAL}][\w-]* (?:på|i) $")
_NAME_BEFORE = re.compile(rf"\w\W+[{_CAPITAL}][\w-]* $")

_CANDIDATE = re.compile(
    rf"\b(?:i|på|[Ss]tadsdelen|[Oo]rten|[Bb]yn|I|På) ([{_CAPITAL}][a-zåäöéü]+(?: [{_CAPITAL}][a-zåäöéü]+)*)"
    rf"(?![\w&+]|-\w| ?\d| [{_CAPITAL}])"
)


@dataclass(frozen=True)
class _Name:
    """A place, a district, or a place with the district that it lies in; "" for what it is not.

    `common`: written without a capital in the vocabulary, so it counts however it is written.
    """

    place: str
    district: str
    common: bool


@dataclass(frozen=True)
class _Named:
    name: _Name
    role: str
    start: int
    end: int


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
        for term in vocabularies.terms("district"):
            if term.kind == "term":
                self._add((term.label_sv, *term.aliases), "", term.code)
        for row in place_facts:
            term = vocabularies.term("place", row["place"])
            if row["part_of"]:
                self._add((term.label_sv, *term.aliases), term.code, row["district"])
            else:
                spellings = (term.label_sv, *term.aliases, term.label_sv.rpartition(" ")[0])
                self.own_names = tuple(filter(None, spellings))
        spellings = "|".join(map(re.escape, sorted(self._names, key=len, reverse=True)))
        endings = "|".join(map(re.escape, sorted(_ENDINGS, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<!\w)({spellings or '(?!)'})({endings})(?!\w)")

    def _add(self, spellings: Iterable[str], place: str, district: str) -> None:
        """A district that is called after several places is found through each of them."""
        for spelling in spellings:
            if " och " not in spelling:
                self._names[spelling.lower()] = _Name(place, district, spelling.islower())

    def knows(self, name: str) -> bool:
        """Whether the name is a place or district, and nothing but that."""
        return name.lower() in self._names

    def find(self, passage: Passage) -> tuple[list[Label], list[Unknown]]:
        """Labels of the places named, and of the districts aimed at; names that no vocabulary knows."""
        named = list(self._find_named(passage))
        best: dict[tuple[str, str], tuple[_Named, str]] = {}
        for each in sorted(named, key=lambda each: ROLES.index(each.role)):
            if each.name.place:
                best.setdefault(("place", each.name.place), (each, PLACE_RULE))
            if each.name.district and each.role == "target":
                best.setdefault(("district", each.name.district), (each, DISTRICT_RULE))
        labels = [
            Label(
                dimension,
                term,
                each.role if dimension == "place" else "",
                "stated",
                rule,
                passage.quote(each.start, each.end),
                self._weight,
            )
            for (dimension, term), (each, rule) in best.items()
        ]
        return labels, list(self._find_unknown(passage, named))

    def _find_named(self, passage: Passage) -> Iterator[_Named]:
        """Names in reading order; those of one list share the role of its first."""
        if not self._pattern.search(passage.lower):
            return
        text = passage.text
        previous: _Named | None = None
        for found in self._pattern.finditer(mask(self._exceptions, passage.lower)):
            start, end = found.span()
            name, role = self._names[found[1]], _ENDINGS[found[2]]
            if not (role or name.common or text[start].isupper()):
                continue
            if not role:
                listed = previous and _BETWEEN.fullmatch(text, previous.end, start)
                role = previous.role if previous and listed else _role(text, start, end)
            previous = _Named(name, role, start, end)
            yield previous

    def _find_unknown(self, passage: Passage, named: Iterable[_Named]) -> Iterator[Unknown]:
        for found in _CANDIDATE.finditer(passage.text):
            start, end = found.span(1)
            named_here = any(start < each.end and each.start < end for each in named)
            own = found[1].startswith(self.own_names)
            known = self._known_elsewhere and self._known_elsewhere.search(found[1].lower())
            if not (named_here or own or known):
                yield Unknown(UNKNOWN_RULE, found[1], passage.given_offset(start))


def _role(text: str, start: int, end: int) -> str:
    """What the words around a bare name say of it. Where they say nothing, it is what the text is about."""
    begins = max((found.end() for found in _SENTENCE_BREAK.finditer(text, 0, start)), default=0)
    before = text[begins:start]
    if _MODEL_BEFORE.search(before) or _ROUTE_BEFORE.search(before):
        return "mention"
    if re.search(r"\b[Ff]rån $", before) and _ROUTE_AFTER.match(text, end):
        return "mention"
    if _BESIDE.search(before) or _LOCATED_BEFORE.search(before):
        return "venue"
    return "mention" if _NAME_BEFORE.search(before) else "target"
