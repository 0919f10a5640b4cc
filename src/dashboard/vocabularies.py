"""Terms of each dimension: their codes, labels and other spellings."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.dimensions import DIMENSIONS


@dataclass(frozen=True)
class Term:
    """One value of a dimension. `code` is frozen; labels may change, old codes live on as aliases."""

    dimension: str
    code: str
    label_sv: str
    label_en: str
    position: int
    kind: str = "term"
    captured: bool = True
    aliases: tuple[str, ...] = ()
    description_sv: str = ""
    description_en: str = ""

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_sv

    def description(self, language: str) -> str:
        return self.description_en if language == "en" else self.description_sv


def spelling_key(text: str) -> str:
    """What two spellings of the same term have in common: composed letters, folded case and white space."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@dataclass(frozen=True)
class Vocabularies:
    """All terms, by dimension and code, in reading order."""

    by_dimension: Mapping[str, Mapping[str, Term]]
    _spellings: Mapping[tuple[str, str], str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        spellings = {
            (dimension, spelling_key(spelling)): code
            for dimension, terms in self.by_dimension.items()
            for code, term in terms.items()
            for spelling in (code, term.label_sv, term.label_en, *term.aliases)
        }
        object.__setattr__(self, "_spellings", spellings)

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Vocabularies":
        by_dimension: dict[str, dict[str, Term]] = {dimension.code: {} for dimension in DIMENSIONS}
        for term in sorted(terms, key=lambda term: term.position):
            by_dimension.setdefault(term.dimension, {})[term.code] = term
        return cls(by_dimension)

    @classmethod
    def read(cls, folder: Path) -> "Vocabularies":
        """Read `<dimension>.csv` files that have passed the build's checks."""
        return cls.of(term for path in sorted(folder.glob("*.csv")) for term in _read_terms(path))

    def terms(self, dimension: str) -> list[Term]:
        return list(self.by_dimension[dimension].values())

    def codes(self, dimension: str) -> list[str]:
        return list(self.by_dimension[dimension])

    def parts(self, dimension: str) -> list[str]:
        """Codes without that of what reaches the entire municipality: of districts, the single ones."""
        return [term.code for term in self.terms(dimension) if term.kind == "term"]

    def term(self, dimension: str, code: str) -> Term:
        return self.by_dimension[dimension][code]

    def resolve(self, dimension: str, spelling: str) -> str | None:
        """The code that a code, label or alias stands for; None where the vocabulary does not know it."""
        return self._spellings.get((dimension, spelling_key(spelling)))


def _read_terms(path: Path) -> Iterator[Term]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Term(
                dimension=path.stem,
                code=row["code"],
                label_sv=row["label_sv"],
                label_en=row["label_en"],
                position=int(row["position"]),
                kind=row["kind"],
                captured=row["captured"] == "yes",
                aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
                description_sv=row["description_sv"],
                description_en=row["description_en"],
            )
