"""The tables that an import reads and may change."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from dashboard.store.rows import Row, format_rows, read_rows
from dashboard.store.tables import (
    CLASSIFICATIONS,
    FACTS,
    INITIATIVES,
    LISTINGS,
    PROBLEMS,
    REVIEW,
    RULES,
    SOURCES,
    TABLE_OF,
    vocabulary_file,
)

_FILES = {
    "sources": SOURCES,
    "initiatives": INITIATIVES,
    "listings": LISTINGS,
    "rules": RULES,
    "classifications": CLASSIFICATIONS,
    "facts": FACTS,
    "review": REVIEW,
    "problems": PROBLEMS,
    "vision_areas": vocabulary_file("vision_area"),
}


@dataclass(frozen=True)
class Portfolio:
    """Rows of each table, in the file's order. An import makes another one and changes no row of this."""

    sources: list[Row]
    initiatives: list[Row]
    listings: list[Row]
    rules: list[Row]
    classifications: list[Row]
    facts: list[Row]
    review: list[Row]
    problems: list[Row]
    vision_areas: list[Row]

    @classmethod
    def parse(cls, files: Mapping[str, bytes]) -> "Portfolio":
        """Raises TableError where a file is missing or cannot be read."""
        return cls(**{name: read_rows(TABLE_OF[file], files) for name, file in _FILES.items()})

    def changed_files(self, before: "Portfolio") -> dict[str, bytes]:
        """The files whose rows are others than before; a file that says the same keeps its layout."""
        return {
            _FILES[field.name]: format_rows(TABLE_OF[_FILES[field.name]], getattr(self, field.name))
            for field in fields(self)
            if getattr(self, field.name) != getattr(before, field.name)
        }
