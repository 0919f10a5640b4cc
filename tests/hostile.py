"""A municipality whose every word is an attack, and what shows whether one of them has got through.

Each attack names an element or an attribute `vkhit`, or sets `window.__hit`: nothing of ours has either.
"""

import csv
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import cycle
from pathlib import Path

import tomli_w
from resiliparse.parse.html import HTMLTree
from resiliparse.parse.html.node import ElementNode

from dashboard.store.columns import TEXT, Column, Table
from dashboard.store.snapshots import take_snapshot, writing
from dashboard.store.tables import GAP_DECISIONS, MUNICIPALITY, REVIEW, TABLES

EXEMPELBY = Path(__file__).parent / "data" / "exempelby"

TEXTS = (
    "<vkhit>",
    "<script>__hit=1</script>",
    "<img src=x onerror=__hit=1>",
    '"><vkhit onclick=__hit=1>',
    "'><svg/onload=__hit=1>",
    '" onmouseover=__hit=1 vkhit="',
    "' onfocus=__hit=1 autofocus vkhit='",
    "</title></style></textarea></script><vkhit>",
    "--><vkhit><!--",
    "]]><vkhit><![CDATA[",
    "<a href=javascript:__hit=1>x</a>",
    "<a href='data:text/html,<script>__hit=1</script>'>x</a>",
    "<b vkhit>fet</b><br>rad",
    "<svg><script>__hit=1</script></svg>",
    "<math><mi xlink:href=javascript:__hit=1>",
    "<iframe srcdoc='<script>__hit=1</script>'>",
    "<meta http-equiv=refresh content=0;url=//vkhit.example>",
    "{{ 7*7 }}{% raw %}<vkhit>",
    "{ $vkhit } { -term } {DATETIME($n)}",
    "[x](javascript:__hit=1) ![](//vkhit.example/x)",
    "#link('javascript:__hit=1')[x] $vkhit$ \\u{41}",
    "%{vkhit} ${__hit=1} `vkhit`",
    "&lt;vkhit&gt; &#60;vkhit&#62;",
    "\uff1cvkhit\uff1e \ufe64script\ufe65",
    "=HYPERLINK('http://vkhit.example';'x')",
    "+cmd|'/C calc'!A0".replace("|", "¦"),
    "@SUM(1+1)",
    "-2+3",
    "Pneumono" + "ultra" * 12,
)
"""One by one in texts that hold them: no `|`, which parts values, and at most eight words."""

CONTROLS = (
    "\x00",
    "\x1b[31m",
    "\r",
    "\n",
    "\t",
    "\x7f",
    "\u0085",
    "\u200b",
    "\u202e",
    "\u2066",
    "\u2028",
    "\ufeff",
    "\U000e0041",
)
"""What the checks of the data refuse: what nobody sees, or what turns what they see around."""

LINKS = (
    "javascript:__hit=1",
    "data:text/html,x",
    "//vkhit.example",
    "vbscript:x",
    "file:///etc/passwd",
    "https://a b",
)
"""What is no address of a page."""

FORBIDDEN_ELEMENTS = {
    "vkhit",
    "iframe",
    "object",
    "embed",
    "meta",
    "base",
    "math",
    "foreignobject",
    "script",
    "link",
}


def hostile_folder(place: Path) -> Path:
    """A data folder which passes every check, and in which each free text carries an attack."""
    folder = Path(shutil.copytree(EXEMPELBY, place))
    attacks = cycle(TEXTS)
    tables = {table.file: _rows(folder / table.file) for table in TABLES if (folder / table.file).is_file()}
    tables |= {REVIEW: list(_review(tables)), GAP_DECISIONS: list(_decisions())}
    titles = {row["code"]: row["title"] for row in tables["portfolio/initiatives.csv"]}
    for table in TABLES:
        for row in tables.get(table.file, ()):
            for column in table.columns:
                if _is_free(table, column) and row.get(column.name):
                    row[column.name] = _attacked(column, row[column.name], next(attacks))
    for row in tables["portfolio/initiatives.csv"]:
        row["display_title"], row["other_titles"] = row["title"], titles[row["code"]]
    said = {row["code"]: row["title"] for row in tables["portfolio/initiatives.csv"]}
    for row in tables["portfolio/listings.csv"]:
        row["title"] = said[row["initiative"]]
        row["link_label"] = row["link_label"] and next(attacks)
    for row in tables["portfolio/sources.csv"]:
        row["address"] = f"https://example.org/'\"><vkhit/onclick=__hit=1>{row['code']}"
    for file, rows in tables.items():
        _write(folder / file, rows)
    told = {"name": "<vkhit>by", "code": "9999", "population": 2500, "population_year": 2030}
    told |= {
        key: next(attacks)
        for key in ("municipality_sv", "municipality_en", "vision_name_sv", "vision_name_en")
    }
    (folder / MUNICIPALITY).write_text(tomli_w.dumps(told), "utf-8")
    shapes = folder / "geography" / "districts.geojson"
    drawn = json.loads(shapes.read_bytes())
    for feature in drawn["features"]:
        feature["properties"]["name"] = "<vkhit>"
    shapes.write_text(json.dumps(drawn), "utf-8")
    _write_deck(folder)
    return folder


def with_two_snapshots(folder: Path) -> Path:
    """The folder with a snapshot before and one after some of its listings have gone and changed."""
    listings = folder / "portfolio" / "listings.csv"
    with writing(folder):
        take_snapshot(folder, date(2031, 5, 2))
    rows = _rows(listings)
    rows[-1]["link_label"] = "</a><vkhit onclick=__hit=1> ny"
    _write(listings, list(_numbered(rows[1:])))
    with writing(folder):
        take_snapshot(folder, date(2031, 6, 2))
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _is_free(table: Table, column: Column) -> bool:
    """Whether it holds words; a title is its initiative's, a value of a problem or fact what it must be."""
    fixed = column.choices or column.references or column.name == "regso"
    return column.type is TEXT and not fixed and (table.file, column.name) != ("portfolio/facts.csv", "value")


def _attacked(column: Column, value: str, attack: str) -> str:
    """The attack before the words, so that formulas begin the cell; no longer than it may be."""
    if column.max_words:
        return attack
    said = f"{attack} {value}"
    return said[: column.max_length].strip() if column.max_length else said


def _review(tables: Mapping[str, list[dict[str, str]]]) -> Iterator[dict[str, str]]:
    for row in tables["portfolio/initiatives.csv"][:3]:
        yield {
            "initiative": row["code"], "reason": "unsure", "dimension": "target_area", "term": "work",
            "rule": "homework", "quote": "läxhjälp", "source": "page-mod",
        }  # fmt: skip


def _decisions() -> Iterator[dict[str, str]]:
    for position, attack in enumerate(('"><vkhit onclick=__hit=1>', "<script>__hit=1</script>"), 1):
        yield {
            "position": str(position), "dimension": "district", "term": "udden", "across_dimension": "",
            "across_term": "", "decision": "chosen", "owner_role": attack, "decided_by": "Nämnden",
            "reason": "Så", "decided_at": "2031-05-02", "review_at": "2031-06-02", "case_number": "K 1",
            "case_address": "https://example.org/\"onclick=__hit=1//<vkhit>",
        }  # fmt: skip


def _numbered(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    last: dict[tuple[str, str], int] = {}
    for row in rows:
        group = (row["vision_area"], row["stage"])
        last[group] = last.get(group, 0) + 1
        yield row | {"position": str(last[group])}


def _write_deck(folder: Path) -> None:
    slides = [
        {"view": "skeden", "panel": "stages", "title": TEXTS[3], "note": "\n".join(TEXTS[:9])},
        {"view": "omraden", "panel": "district-map", "title": TEXTS[1], "note": TEXTS[19]},
        {"view": "skeden?stage=%3Cvkhit%3E&q=%22%3E%3Cvkhit%3E", "panel": "stages"},
        {"view": "javascript:__hit=1", "panel": '"><vkhit>'},
    ]
    (folder / "decks").mkdir()
    (folder / "decks" / "ont.toml").write_text(tomli_w.dumps({"title": TEXTS[7], "slide": slides}), "utf-8")


def intrusions(html: str) -> list[str]:
    """Elements and attributes that only an attack can have put there, and links that a browser would run."""
    return [found for node in _elements(html) for found in _wrong_with(node)]


def _elements(html: str) -> Iterator[ElementNode]:
    tree = HTMLTree.parse(f"<!doctype html><body>{html}")
    assert tree.body is not None
    yield from tree.body.query_selector_all("*")


def _wrong_with(node: ElementNode) -> Iterator[str]:
    if (node.tag or "").casefold() in FORBIDDEN_ELEMENTS:
        yield f"<{node.tag}>"
    for name in node.attrs or ():
        value = node.getattr(name) or ""
        if "vkhit" in name or name.startswith("on") or name == "srcdoc":
            yield f"{node.tag} {name}={value}"
        if name in _LEADING and _SCHEME.match(value) and not value.startswith(_PLAIN_SCHEMES):
            yield f"{node.tag} {name}={value}"


_LEADING = {"href", "src", "action", "formaction", "xlink:href", "data-figure", "data-plotly"}
_SCHEME = re.compile(r"[\s\x00-\x1f]*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PLAIN_SCHEMES = ("https:", "http:", "mailto:", "data:application/toml;base64,")  # a deck to take along
