"""The made-up municipality twice: as it was in May, and as an import in November left it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree

from dashboard.store.build import build_store
from dashboard.store.columns import Table
from dashboard.store.rows import format_rows, read_rows
from dashboard.store.snapshots import take_snapshot, writing
from dashboard.store.tables import TABLE_OF, TEXTS
from dashboard.store.texts import format_texts, text_id
from tests.spec.tables import read_table

EXAMPLE = Path(__file__).parent / "data" / "exempelby"
MAY, NOVEMBER = "2031-05-01", "2031-11-21"

IN_MAY = """
vision_area | stage      | initiative      | title                      | link_label       | text
mod         | doing-now  | tool-pool       | Verktygspoolen             | Verktygspoolen   | Grannar lånar verktyg av varandra i kvarteret Norr. En förening sköter den.
mod         | doing-now  | homework-help   | Läxhjälp på Bryggans skola | Boka läxhjälp    | För elever till Söder och Udden.
mod         | doing-now  | carpentry-night | Snickarkväll               |                  | Exempelbys håller i den vid hamnen.
mod         | doing-now  | language-cafe   | Språkcafé över kaffe       |                  | Den som övar svenska dricker kaffe.
mod         | doing-now  | new-founders    | Centrum för nya företagare | Till rådgivningen | Råd till den som vill starta eget.
mod         | developing | roof-garden     | Odla på taket              | Om takodlingen   | Vi planerar odling på tre tak, klart i juni 2031.
mod         | developing | floating-stage  | Flytande scen              | Scenen           | En scen på ån.
mod         | networks   | neighbours      | Grannar över ån            | Boka läxhjälp    | Två kommuner delar på en bro.
nara        | doing-now  | benches         | Bänkar med armstöd         | Bänkkartan       | Bänkar längs ån.
nara        | doing-now  | tool-pool       | Verktygspoolen             | Verktygspoolen   | Låna verktyg.
nara        | networks   | neighbours      | Grannar över ån            | Grannar över ån  | Två kommuner delar på en bro.
"""  # noqa: E501 (a description is as long as it is)
IN_NOVEMBER = """
vision_area | stage      | initiative      | title                      | link_label       | text
mod         | doing-now  | tool-pool       | Verktygspoolen             | Verktygspoolen   | Grannar lånar verktyg och stegar av varandra i kvarteren Norr och Söder. En förening sköter den.
mod         | doing-now  | homework-help   | Läxhjälp på Bryggans skola | Tider för läxhjälp | För elever till Söder och Udden.
mod         | doing-now  | carpentry-night | Snickarkväll               |                  | Exempelbys håller i den vid hamnen.
mod         | doing-now  | floating-stage  | Flytande scen              | Scenen           | En scen på ån.
mod         | doing-now  | night-bus       | Nattbussen                 |                  | En buss går hela natten.
mod         | developing | roof-garden     | Odla på taket              |                  | Vi planerar odling på tre tak, klart i juni 2031.
mod         | networks   | neighbours      | Grannar över ån            | Boka läxhjälp    | Två kommuner delar på en bro.
nara        | doing-now  | benches         | Bänkar med armstöd och skugga | Bänkkartan    | Bänkar längs ån.
nara        | doing-now  | new-founders    | Centrum för nya företagare | Till rådgivningen | Råd till den som vill starta eget.
nara        | networks   | neighbours      | Grannar över ån            | Grannar över ån  | Två kommuner delar på en bro.
"""  # noqa: E501


VISION_IN_MAY = "Här är det aldrig långt till nästa bänk."
VISION_IN_NOVEMBER = "Här är det aldrig långt till nästa bok."


def build_two_snapshots(folder: Path) -> None:
    """Make `data`, `captures` and `store` in the folder; what was read in November is the current data."""
    data, captures = Path(copytree(EXAMPLE, folder / "data")), folder / "captures"
    captures.mkdir()
    texts = {row["text"] for table in (IN_MAY, IN_NOVEMBER) for row in read_table(table)}
    texts |= {VISION_IN_MAY, VISION_IN_NOVEMBER}
    (captures / TEXTS).write_bytes(format_texts({text_id(text): text for text in texts}))

    _write(data, "listings", _listings(IN_MAY))
    _capture(data, "page-nara", VISION_IN_MAY, "2031-05-01")
    promise = {"kind": "promise", "value": "2031-06-30", "quote": "klart i juni 2031"}
    _add(data, "facts", initiative="roof-garden", source="page-mod", **promise)
    _take_snapshot(data, MAY)

    _write(data, "listings", _listings(IN_NOVEMBER))
    _capture(data, "page-nara", VISION_IN_NOVEMBER, "2031-11-20")
    _rename(data, "benches", "Bänkar med armstöd och skugga")
    _add(data, "initiatives", code="night-bus", title="Nattbussen", display_title="Nattbussen")
    work = {
        "dimension": "target_area",
        "term": "work",
        "provenance": "inferred",
        "rule": "starting-a-business",
    }
    _add(
        data, "classifications", initiative="carpentry-night", source="page-mod", quote="håller i den", **work
    )
    doubt = {"dimension": "district", "term": "municipality-wide", "rule": "for-everyone"}
    unsure = {"initiative": "night-bus", "reason": "unsure", "quote": "hela natten", "source": "page-mod"}
    _write(data, "review", [unsure | doubt])
    _take_snapshot(data, NOVEMBER)
    build_store(data, folder / "store", captures=captures)


def _take_snapshot(data: Path, day: str) -> None:
    with writing(data):
        take_snapshot(data, date.fromisoformat(day))


def _listings(table: str) -> list[dict[str, str]]:
    """Rows of listings.csv, numbered within their heading."""
    numbers: Counter[tuple[str, str]] = Counter()
    rows = []
    for row in read_table(table):
        cell = row["vision_area"], row["stage"]
        numbers[cell] += 1
        linked = "no" if row["link_label"] else ""
        own = {
            "source": f"page-{cell[0]}",
            "position": str(numbers[cell]),
            "text_id": text_id(row.pop("text")),
        }
        rows.append(row | own | {"link_external": linked, "link_new_window": linked})
    return rows


def _capture(data: Path, code: str, statement: str, day: str) -> None:
    """As if the page had been captured that day with these words on the vision."""
    new = {"statement_id": text_id(statement), "fetched": day, "sha256": sha256(day.encode()).hexdigest()}
    rows = _read(data, "sources")
    _write(data, "sources", [row | (new if row["code"] == code else {}) for row in rows])


def _rename(data: Path, code: str, title: str) -> None:
    new = {"title": title, "display_title": title}
    rows = _read(data, "initiatives")
    _write(data, "initiatives", [row | (new if row["code"] == code else {}) for row in rows])


def _add(data: Path, name: str, **values: str) -> None:
    _write(data, name, [*_read(data, name), values])


def _read(data: Path, name: str) -> list[dict[str, str]]:
    return read_rows(_table(name), {_table(name).file: _path(data, name).read_bytes()})


def _write(data: Path, name: str, rows: Iterable[Mapping[str, str]]) -> None:
    filled = dict.fromkeys((column.name for column in _table(name).columns), "")
    _path(data, name).write_bytes(format_rows(_table(name), [{**filled, **row} for row in rows]))


def _path(data: Path, name: str) -> Path:
    return data / _table(name).file


def _table(name: str) -> Table:
    return TABLE_OF[f"portfolio/{name}.csv"]
