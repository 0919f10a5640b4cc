"""What each CSV file in `data/` must look like: the only place where its columns and their rules stand."""

from dashboard.dimensions import DIMENSIONS, LABELS
from dashboard.gaps import Decision
from dashboard.store.columns import (
    ADDRESS,
    AGE,
    AMOUNT,
    DATE,
    FLAG,
    INTEGER,
    NUMBER,
    REGEX,
    SHA256,
    SLUG,
    TEXT_ID,
    Column,
    Table,
)


def vocabulary_file(dimension: str) -> str:
    return f"vocabularies/{dimension}.csv"


INITIATIVES = "portfolio/initiatives.csv"
LISTINGS = "portfolio/listings.csv"
CLASSIFICATIONS = "portfolio/classifications.csv"
FACTS = "portfolio/facts.csv"
SOURCES = "portfolio/sources.csv"
RULES = "portfolio/rules.csv"
REVIEW = "portfolio/review.csv"
PROBLEMS = "portfolio/problems.csv"
NOT_RELEVANT = "portfolio/not_relevant.csv"
GAP_DECISIONS = "portfolio/gap_decisions.csv"
DISTRICT_FACTS = "geography/district_facts.csv"
PLACE_FACTS = "geography/place_facts.csv"
DISTRICT_SHAPES = "geography/districts.geojson"
MUNICIPALITY_SHAPE = "geography/municipality.geojson"
MUNICIPALITY = "municipality.toml"
TEXTS = "texts.csv"
"""Stands beside the kept captures, not in `data/`: the city's words stay on the machine that read them."""

TERM_OF_ROW = vocabulary_file("{dimension}")
TERM_ACROSS = vocabulary_file("{across_dimension}")
_DIMENSIONS = tuple(each.code for each in DIMENSIONS)


def _code() -> Column:
    return Column("code", SLUG, required=True)


def _refers(name: str, file: str, required: bool = True) -> Column:
    return Column(name, SLUG, required=required, references=file)


def _year(name: str, required: bool = False) -> Column:
    return Column(name, INTEGER, required=required, low=1900, high=2100)


_POSITION = Column("position", INTEGER, required=True, low=1)
_POPULATION = Column("population", INTEGER, low=0)
_COORDINATES = (Column("lat", NUMBER, low=-90, high=90), Column("lon", NUMBER, low=-180, high=180))
_LABELS = (Column("label_sv", required=True), Column("label_en", required=True))


FACT_VALUES = {
    "partner": Column("value"),
    "year": _year("value"),
    "age": Column("value", AGE),
    "money": Column("value", AMOUNT),
    "promise": Column("value", DATE),
}
"""How a fact's value is spelt, by its kind; money is whole SEK, a promise the last day of that time."""


IMPORT_PROBLEMS = ("spelling", "unknown-place", "unreadable-date", "empty-stage", "missing-stage")
"""What an import meets that no vocabulary knows."""

STATED = "stated-"
"""How the code of a rule begins whose labels the source itself states; other rules infer theirs."""

REVIEW_REASONS = ("unsure", "quote-gone", "sheet-differs")
"""Why a person should look: the rules are not sure, the words are gone, a sheet says something else."""

ACCEPTED, REJECTED = SETTLED = ("accepted", "rejected")
"""What a person says of a doubt: what it suggests holds, or it does not."""


def _vocabulary(dimension: str) -> Table:
    return Table(
        vocabulary_file(dimension),
        "term",
        (
            _code(),
            *_LABELS,
            _POSITION,
            Column("kind", required=True, choices=("term", "whole")),
            Column("captured", FLAG, required=True),
            Column("aliases", many=True),
            Column("description_sv"),
            Column("description_en"),
        ),
        key=("code",),
        numbered_within=(),
    )


VOCABULARIES = tuple(_vocabulary(dimension.code) for dimension in DIMENSIONS)

TABLES = (
    *VOCABULARIES,
    Table(
        DISTRICT_FACTS,
        "district_fact",
        (
            _refers("district", vocabulary_file("district")),
            _POPULATION,
            _year("population_year"),
            Column("area_type", INTEGER, many=True, choices=("1", "2", "3", "4", "5")),
            _year("area_type_year"),
            Column("low_income_pct", NUMBER, low=0, high=100),
            _year("low_income_year"),
            Column("area_km2", NUMBER, low=0),
            *_COORDINATES,
            Column("regso", many=True),
        ),
        key=("district",),
    ),
    Table(
        PLACE_FACTS,
        "place_fact",
        (
            _refers("place", vocabulary_file("place")),
            Column("kind", SLUG, required=True),
            _refers("part_of", vocabulary_file("place"), required=False),
            _refers("district", vocabulary_file("district"), required=False),
            _POPULATION,
            _year("population_year"),
            *_COORDINATES,
            _refers("source", SOURCES, required=False),
        ),
        key=("place",),
    ),
    Table(
        SOURCES,
        "source",
        (
            _code(),
            Column(
                "kind",
                required=True,
                choices=("vision-area-page", "programme-page", "city-page", "statistics", "spreadsheet"),
            ),
            Column("title", required=True),
            Column("address", ADDRESS),
            Column("fetched", DATE),
            Column("sha256", SHA256),
            _refers("vision_area", vocabulary_file("vision_area"), required=False),
            Column("last_changed", DATE),
            Column("statement_id", TEXT_ID),
        ),
        key=("code",),
    ),
    Table(
        INITIATIVES,
        "initiative",
        (
            _code(),
            Column("title", required=True),
            Column("display_title", required=True),
            Column("summary_sv", max_length=160),
            Column("summary_en", max_length=200),
            Column("other_titles", many=True),
        ),
        key=("code",),
    ),
    Table(
        LISTINGS,
        "listing",
        (
            _refers("source", SOURCES),
            _refers("vision_area", vocabulary_file("vision_area")),
            _refers("stage", vocabulary_file("stage")),
            _POSITION,
            _refers("initiative", INITIATIVES),
            Column("title", required=True),
            Column("link_label"),
            Column("link_external", FLAG),
            Column("link_new_window", FLAG),
            Column("text_id", TEXT_ID),
        ),
        key=("vision_area", "stage", "position"),
        numbered_within=("vision_area", "stage"),
    ),
    Table(
        RULES,
        "rule",
        (
            _code(),
            Column("dimension", choices=LABELS),
            _refers("term", TERM_OF_ROW, required=False),
            Column("pattern", REGEX),
            Column("exceptions", REGEX),
            Column("weight", INTEGER, low=1, high=100),
            *_LABELS,
        ),
        key=("code",),
    ),
    Table(
        CLASSIFICATIONS,
        "classification",
        (
            _refers("initiative", INITIATIVES),
            Column("dimension", required=True, choices=LABELS),
            _refers("term", TERM_OF_ROW),
            Column("role", choices=("target", "venue", "mention")),
            Column("provenance", required=True, choices=("stated", "inferred")),
            _refers("rule", RULES),
            Column("quote", required=True, max_words=8),
            _refers("source", SOURCES),
            Column("reviewer"),
            Column("reviewed_at", DATE),
        ),
        key=("initiative", "dimension", "term"),
    ),
    Table(
        FACTS,
        "fact",
        (
            _refers("initiative", INITIATIVES),
            _refers("kind", vocabulary_file("fact")),
            Column("value", required=True),
            Column("quote", required=True, max_words=8),
            _refers("source", SOURCES),
        ),
        key=("initiative", "kind", "value"),
    ),
    Table(
        REVIEW,
        "review",
        (
            _refers("initiative", INITIATIVES),
            Column("reason", required=True, choices=REVIEW_REASONS),
            Column("dimension", choices=LABELS),
            _refers("term", TERM_OF_ROW, required=False),
            _refers("rule", RULES, required=False),
            Column("quote", max_words=8),
            _refers("source", SOURCES, required=False),
            Column("settled", choices=SETTLED),
            Column("settled_by", max_length=120),
            Column("settled_at", DATE),
        ),
        key=("initiative", "reason", "dimension", "term"),
        optional=True,
    ),
    Table(
        PROBLEMS,
        "import_problem",
        (
            Column("rule", required=True, choices=IMPORT_PROBLEMS),
            _refers("source", SOURCES),
            Column("line", INTEGER, required=True, low=1),
            Column("value", required=True),
        ),
        key=("rule", "source", "line", "value"),
        optional=True,
    ),
    Table(
        TEXTS,
        "text",
        (Column("id", TEXT_ID, required=True), Column("text", required=True)),
        ("id",),
        optional=True,
    ),
    Table(
        NOT_RELEVANT,
        "not_relevant",
        (
            _refers("place", vocabulary_file("place")),
            Column("reason_sv", required=True),
            Column("reason_en", required=True),
            Column("declared_by", required=True),
            Column("declared_at", DATE, required=True),
        ),
        key=("place",),
    ),
    Table(
        GAP_DECISIONS,
        "gap_decision",
        (
            _POSITION,
            Column("dimension", required=True, choices=_DIMENSIONS),
            _refers("term", TERM_OF_ROW),
            Column("across_dimension", choices=_DIMENSIONS),
            _refers("across_term", TERM_ACROSS, required=False),
            Column("decision", required=True, choices=tuple(Decision)),
            Column("owner_role", required=True, max_length=120),
            Column("decided_by", required=True, max_length=120),
            Column("reason", required=True, max_length=600),
            Column("decided_at", DATE, required=True),
            Column("review_at", DATE),
            Column("case_number", max_length=60),
            Column("case_address", ADDRESS, max_length=500),
        ),
        key=("position",),
        numbered_within=(),
        optional=True,
    ),
)
"""Every CSV file that a build reads, referred-to ones first."""

MUNICIPALITY_KEYS = (
    Column("name", required=True),
    Column("code", required=True),
    Column("municipality_sv", required=True),
    Column("municipality_en", required=True),
    Column("vision_name_sv", required=True),
    Column("vision_name_en", required=True),
    Column("population", INTEGER, required=True, low=1),
    _year("population_year", required=True),
)
"""What `municipality.toml` must say; further keys are free text."""

TABLE_OF = {table.file: table for table in TABLES}

FILES = (
    *(table.file for table in TABLES if table.file != TEXTS),
    MUNICIPALITY,
    DISTRICT_SHAPES,
    MUNICIPALITY_SHAPE,
)
"""What a build reads of a data folder, and what a snapshot of it keeps."""
