"""What the build demands of `data/`, and what it says where a demand is not met.

Each row below is one edit of a folder that has nothing wrong, and all that the check then says.
"""

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.store.build import write_store
from dashboard.store.check import check_data
from dashboard.store.snapshots import read_files
from dashboard.store.tables import MUNICIPALITY_KEYS

EXEMPELBY = Path(__file__).parents[1] / "data" / "exempelby"


def messages(data: Path) -> list[str]:
    return [str(problem) for problem in check_data(read_files(data))[1]]


def edit(data: Path, file: str, old: str, new: str) -> None:
    text = (data / file).read_text("utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), "utf-8")


def test_the_made_up_municipality_has_nothing_wrong(portfolio_folder):
    assert messages(portfolio_folder) == []


VALUES = [
    (
        "vocabularies/status.csv",
        "planned,Planerad,",
        "planned,,",
        [
            "vocabularies/status.csv rad 2, label_sv: värdet saknas. Fyll i det.",
        ],
    ),
    (
        "vocabularies/status.csv",
        "planned,Planerad",
        "Planned,Planerad",
        [
            "vocabularies/status.csv rad 2, code: «Planned» är inte en kod av små bokstäver a–z, siffror "
            "och bindestreck. Rätta värdet.",
        ],
    ),
    (
        "vocabularies/status.csv",
        "Planned,1,term,yes",
        "Planned,1,term,ja",
        [
            "vocabularies/status.csv rad 2, captured: «ja» är inte yes eller no. Rätta värdet.",
        ],
    ),
    (
        "vocabularies/status.csv",
        "Planned,1,term",
        "Planned,1,half",
        [
            "vocabularies/status.csv rad 2, kind: «half» är inte något av term, whole. Rätta värdet.",
        ],
    ),
    (
        "vocabularies/target_group.csv",
        "Elever",
        "Elever||Små",
        [
            "vocabularies/target_group.csv rad 2, aliases: «Elever||Små» har ett tomt eller upprepat "
            "värde. Skriv varje värde en gång, med | emellan.",
        ],
    ),
    (
        "portfolio/initiatives.csv",
        "Snickarkväll,Snickarkväll",
        "Snickarkväll,Snickarkväll ",
        [
            "portfolio/initiatives.csv rad 4, display_title: «Snickarkväll » har osynliga tecken eller "
            "blanksteg i början eller slutet. Skriv om värdet.",
        ],
    ),
    (
        "portfolio/initiatives.csv",
        "Påhittad insats.",
        "å" * 161,
        [
            f"portfolio/initiatives.csv rad 2, summary_sv: «{'å' * 60}…» har 161 tecken men får ha 160. "
            "Korta texten.",
        ],
    ),
    (
        "portfolio/classifications.csv",
        "i kvarteret Norr",
        "ett två tre fyra fem sex sju åtta nio",
        [
            "portfolio/classifications.csv rad 2, quote: «ett två tre fyra fem sex sju åtta nio» har 9 "
            "ord men får ha 8. Korta citatet.",
        ],
    ),
    (
        "portfolio/sources.csv",
        ",2031-05-01,323a",
        ",1 maj 2031,323a",
        [
            "portfolio/sources.csv rad 2, fetched: «1 maj 2031» är inte ett datum som 2026-11-21. Rätta "
            "värdet.",
        ],
    ),
    (
        "portfolio/rules.csv",
        "starta eget,",
        "starta (eget,",
        [
            "portfolio/rules.csv rad 3, pattern: «starta (eget» är inte ett reguljärt uttryck som Python "
            "förstår. Rätta värdet.",
        ],
    ),
    (
        "portfolio/facts.csv",
        "money,5,",
        "money,fem,",
        [
            "portfolio/facts.csv rad 3, value: «fem» är inte ett belopp i hela kronor. Rätta värdet.",
        ],
    ),
    (
        "portfolio/facts.csv",
        "year,2031",
        "year,3031",
        [
            "portfolio/facts.csv rad 4, value: «3031» är större än 2100. Rätta värdet.",
        ],
    ),
    (
        "geography/district_facts.csv",
        "8.5,2029",
        "100.5,2029",
        [
            "geography/district_facts.csv rad 2, low_income_pct: «100.5» är större än 100. Rätta värdet.",
        ],
    ),
    (
        "geography/district_facts.csv",
        "60.02,15.01",
        "-91,15.01",
        [
            "geography/district_facts.csv rad 2, lat: «-91» är mindre än -90. Rätta värdet.",
        ],
    ),
    (
        "geography/district_facts.csv",
        "8.5,2029",
        '"8,5",2029',
        [
            "geography/district_facts.csv rad 2, low_income_pct: «8,5» är inte ett tal med decimalpunkt. "
            "Rätta värdet.",
        ],
    ),
    (
        "geography/district_facts.csv",
        "4|5",
        "4|6",
        [
            "geography/district_facts.csv rad 2, area_type: «4|6» är inte något av 1, 2, 3, 4, 5. Rätta "
            "värdet.",
        ],
    ),
    (
        "municipality.toml",
        "2030",
        "30",
        [
            "municipality.toml, population_year: «30» är mindre än 1900. Rätta värdet.",
        ],
    ),
    (
        "municipality.toml",
        'code = "9999"\n',
        "",
        [
            "municipality.toml, code: värdet saknas. Fyll i det.",
        ],
    ),
]

BETWEEN_ROWS = [
    (
        "portfolio/listings.csv",
        "page-mod,mod,networks",
        "page-mod,mod,nu",
        [
            "portfolio/listings.csv rad 9, stage: «nu» finns inte i vocabularies/stage.csv. Rätta koden "
            "eller lägg till en rad där.",
        ],
    ),
    (
        "portfolio/classifications.csv",
        "district,udden",
        "district,hamnen",
        [
            "portfolio/classifications.csv rad 7, term: «hamnen» finns inte i vocabularies/district.csv. "
            "Rätta koden eller lägg till en rad där.",
        ],
    ),
    (
        "portfolio/facts.csv",
        "carpentry-night,partner,Exempelbys",
        "tool-pool,year,2031,under 2031,page-mod\ntool-pool,year,2031",
        [
            "portfolio/facts.csv rad 3, initiative, kind, value: «tool-pool, year, 2031» står redan på "
            "rad 2. Ta bort eller ändra en av raderna.",
        ],
    ),
    (
        "vocabularies/status.csv",
        "Ended,3",
        "Ended,4",
        [
            "vocabularies/status.csv rad 4, position: «4» ska vara 3: raderna numreras 1, 2, 3 … i den "
            "ordning de står.",
            "vocabularies/status.csv rad 5, position: «4» ska vara 5: raderna numreras 1, 2, 3 … i den "
            "ordning de står.",
        ],
    ),
    (
        "portfolio/listings.csv",
        "mod,doing-now,5",
        "mod,doing-now,6",
        [
            "portfolio/listings.csv rad 6, position: «6» ska vara 5: raderna numreras 1, 2, 3 … i den "
            "ordning de står.",
        ],
    ),
    (
        "portfolio/listings.csv",
        "page-nara,nara,networks,1,",
        "page-nara,mod,networks,2,",
        [
            "portfolio/listings.csv rad 12, vision_area, stage: «mod, networks» står efter rader som ska "
            "komma senare. Ordna efter ordlistornas visionsområden och skeden.",
        ],
    ),
    (
        "portfolio/listings.csv",
        "carpentry-night,Snickarkväll",
        "carpentry-night,Sykväll",
        [
            "portfolio/listings.csv rad 4, title: «Sykväll» är inte titeln på carpentry-night i "
            "portfolio/initiatives.csv. Rätta titeln eller koden.",
        ],
    ),
    (
        "geography/district_facts.csv",
        "udden,500",
        "udden,501",
        [
            "geography/district_facts.csv, population: «2501» är summan, men municipality.toml säger "
            "2500. Rätta den som är fel.",
        ],
    ),
    (
        "vocabularies/district.csv",
        "Udden,Udden,3,term,yes,",
        "Udden,Udden,3,term,yes,Kvarteret  NORR",
        [
            "vocabularies/district.csv rad 4, aliases: «Kvarteret  NORR» står redan för norr på rad 2. "
            "Ta bort eller ändra det ena.",
        ],
    ),
    (
        "portfolio/classifications.csv",
        "place,hamnen,mention",
        "place,hamnen,",
        [
            "portfolio/classifications.csv rad 11, role: värdet saknas. Ange target, venue eller mention "
            "för platsen.",
        ],
    ),
    (
        "portfolio/classifications.csv",
        "status,ongoing,,",
        "status,ongoing,venue,",
        [
            "portfolio/classifications.csv rad 4, role: «venue» gäller bara platser, inte «status». Töm "
            "fältet.",
        ],
    ),
    (
        "portfolio/classifications.csv",
        "inferred,homework,Läxhjälp på Bryggans skola",
        "inferred,,",
        [
            "portfolio/classifications.csv rad 5, rule: värdet saknas. Fyll i det.",
            "portfolio/classifications.csv rad 5, quote: värdet saknas. Fyll i det.",
        ],
    ),
    (
        "geography/districts.geojson",
        '"udden"',
        '"dudden"',
        [
            "geography/districts.geojson: «udden» har ingen gräns men står i vocabularies/district.csv. "
            "Lägg till den.",
            "geography/districts.geojson: «dudden» är inget område i vocabularies/district.csv. Rätta koden.",
        ],
    ),
]

STRUCTURE = [
    (
        "portfolio/facts.csv",
        "initiative,kind,value",
        "initiative,sort,value",
        [
            "portfolio/facts.csv rad 1, kind: kolumnen saknas. Lägg till den i första raden.",
            "portfolio/facts.csv rad 1: «sort» är ingen kolumn i den här filen. Ta bort eller rätta den.",
        ],
    ),
    (
        "portfolio/facts.csv",
        '"Exempelbys, företaget vid hamnen"',
        "Exempelbys, företaget vid hamnen",
        [
            "portfolio/facts.csv rad 2: raden har 6 fält men första raden har 5. Lägg till eller ta bort "
            "kommatecken; ett fält som innehåller komma ska stå inom citattecken.",
        ],
    ),
    (
        "portfolio/facts.csv",
        'vid hamnen"',
        "vid hamnen",
        [
            "portfolio/facts.csv rad 2: raden går inte att läsa (unexpected end of data), så resten av "
            "filen är inte läst. Se över citattecknen.",
        ],
    ),
    (
        "geography/municipality.geojson",
        '"features"',
        '"fixtures"',
        [
            "geography/municipality.geojson: filen går inte att läsa som GeoJSON. Lägg tillbaka en hel fil.",
        ],
    ),
    (
        "municipality.toml",
        'code = "9999"',
        'code = "9999',
        [
            "municipality.toml: filen går inte att läsa som TOML (Illegal character '\\n' (at line 3, "
            "column 13)). Rätta det stället.",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), VALUES)
def test_a_value_that_breaks_its_columns_rule(portfolio_folder, file, old, new, expected):
    edit(portfolio_folder, file, old, new)
    assert messages(portfolio_folder) == expected


@pytest.mark.parametrize(("file", "old", "new", "expected"), BETWEEN_ROWS)
def test_rows_that_do_not_agree(portfolio_folder, file, old, new, expected):
    edit(portfolio_folder, file, old, new)
    assert messages(portfolio_folder) == expected


@pytest.mark.parametrize(("file", "old", "new", "expected"), STRUCTURE)
def test_a_file_that_cannot_be_read_as_a_table(portfolio_folder, file, old, new, expected):
    edit(portfolio_folder, file, old, new)
    assert messages(portfolio_folder) == expected


def test_a_file_saved_with_semicolons_is_told_apart_from_one_without_columns(portfolio_folder):
    path = portfolio_folder / "portfolio" / "not_relevant.csv"
    path.write_text(path.read_text("utf-8").replace(",", ";"), "utf-8")
    assert messages(portfolio_folder) == [
        "portfolio/not_relevant.csv rad 1: fälten skiljs åt av semikolon. Spara med kommatecken."
    ]


def test_a_missing_file_is_named_once_and_nobody_who_refers_to_it_is_blamed(portfolio_folder):
    (portfolio_folder / "portfolio" / "sources.csv").unlink()
    assert messages(portfolio_folder) == [
        "portfolio/sources.csv: filen saknas. Lägg dit den; docs/data.md säger vad den ska innehålla."
    ]


def test_empty_files_lack_all_that_they_must_hold(portfolio_folder):
    (portfolio_folder / "municipality.toml").write_text("", "utf-8")
    (portfolio_folder / "portfolio" / "facts.csv").write_text("", "utf-8")
    found = check_data(read_files(portfolio_folder))[1]
    assert [(problem.file, problem.column) for problem in found] == [
        *(("municipality.toml", column.name) for column in MUNICIPALITY_KEYS),
        *(("portfolio/facts.csv", name) for name in ("initiative", "kind", "value", "quote", "source")),
    ]


def test_a_byte_that_is_not_utf_8_is_named_with_its_line(portfolio_folder):
    path = portfolio_folder / "portfolio" / "facts.csv"
    path.write_bytes(path.read_bytes().replace(b"kostar fem", b"kostar f\xe4m"))
    assert messages(portfolio_folder) == [
        "portfolio/facts.csv rad 3: filen är inte UTF-8. Spara den som CSV UTF-8."
    ]


def test_a_line_is_counted_as_in_an_editor_even_after_a_field_of_two_lines(portfolio_folder):
    edit(portfolio_folder, "portfolio/facts.csv", "företaget vid", "företaget\nvid")
    edit(portfolio_folder, "portfolio/facts.csv", "year,2031", "year,")
    assert [message.split(",")[0] for message in messages(portfolio_folder)] == [
        "portfolio/facts.csv rad 2",
        "portfolio/facts.csv rad 5",
    ]


def test_everything_wrong_is_told_at_once_in_file_and_line_order(portfolio_folder):
    edit(portfolio_folder, "vocabularies/status.csv", "Planned,1", "Planned,noll")
    edit(portfolio_folder, "portfolio/listings.csv", "page-nara,nara,networks", "page-borta,nara,networks")
    edit(portfolio_folder, "portfolio/listings.csv", "Verktygspoolen,no", "Verktygspoolen,nej")
    edit(portfolio_folder, "municipality.toml", "population = 2500", "population = 2400")
    found = check_data(read_files(portfolio_folder))[1]
    assert [
        (problem.file, problem.line, problem.column, problem.value, problem.rule) for problem in found
    ] == [
        ("geography/district_facts.csv", None, "population", "2500", "population"),
        ("portfolio/listings.csv", 2, "link_external", "nej", "type"),
        ("portfolio/listings.csv", 12, "source", "page-borta", "reference"),
        ("vocabularies/status.csv", 2, "position", "noll", "type"),
        ("vocabularies/status.csv", 2, "position", "noll", "position"),
    ]


def test_spreadsheets_may_add_a_byte_order_mark_windows_line_ends_and_a_blank_last_line(portfolio_folder):
    for path in portfolio_folder.rglob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    assert messages(portfolio_folder) == []


def test_columns_may_stand_in_any_order(portfolio_folder):
    path = portfolio_folder / "portfolio" / "listings.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row[::-1] for row in csv.reader(lines)]
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)
    assert messages(portfolio_folder) == []


def test_a_control_character_never_reaches_the_terminal(portfolio_folder):
    edit(portfolio_folder, "portfolio/facts.csv", "under 2031", "under \x1b[2J2031")
    [message] = messages(portfolio_folder)
    assert message.isprintable()
    assert "«under �[2J2031»" in message


FILES = read_files(EXEMPELBY)


@st.composite
def damaged_files(draw: st.DrawFn) -> dict[str, bytes]:
    """The made-up municipality with a few bytes of one file replaced."""
    file = draw(st.sampled_from(sorted(FILES)))
    content = FILES[file]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 12))
        new = draw(
            st.sampled_from([b"", b",", b'"', b"\n", b"|", b"9", b"-", b"a", b"\xff", b"\0"])
            | st.binary(max_size=4)
        )
        content = content[:start] + new + content[start + length :]
    return FILES | {file: content}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(damaged_files())
def test_whatever_a_file_holds_it_is_stored_or_its_problems_are_told(tmp_path_factory, files):
    portfolio, problems = check_data(files)
    if problems:
        assert {problem.file for problem in problems} <= set(files)
        assert all(problem.message.isprintable() for problem in problems)
    else:
        folder = tmp_path_factory.mktemp("store")
        write_store(folder / "portfolio.duckdb", portfolio, "0")
        shutil.rmtree(folder)
