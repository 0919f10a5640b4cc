"""An Excel workbook: every panel as a real table, and the list of initiatives as the import reads it."""

import io
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from math import ceil, isfinite
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.charts.table import Cell, Share, Table, words
from dashboard.dimensions import LABELS
from dashboard.exports.excel_rules import (
    BUTTON,
    LONGEST_LINK,
    LONGEST_NAME,
    MOST_ROWS,
    RESERVED,
    column_heads,
    column_width,
    cut_text,
    fit_widths,
    line_count,
    sheet_name,
    table_name,
)
from dashboard.exports.label_table import COLUMNS as LABEL_COLUMNS
from dashboard.exports.plain import is_address, plain, shortened
from dashboard.exports.provenance import labelled, said_of_report
from dashboard.exports.refusal import ExportRefused
from dashboard.exports.report import Report, Rows, Slide, Told, untold
from dashboard.spreadsheet import COLUMNS, quote_quoted

MOST_INITIATIVES = 20_000
"""More take hundreds of megabytes to write, as tables of Excel's cannot be written row by row, and the import
would refuse the file for its size."""

_LONGEST_SHOWN, _LONGEST_FOOTER = 250, 120
"""Characters of an address, and of title and date below each page."""
_TEXT_WIDTH, _TITLE_WIDTH, _ABOUT_WIDTH = 100, 70, 80
"""Of the texts above a table, in characters: about what a landscape A4 has room for."""
_FREE_COLUMN = 8
"""Width of a column beside the table, in characters."""
_PAGE_WIDTH = 220
"""Of a table on a landscape A4 in letters that can be read, in characters."""
_LINE_HEIGHT, _TITLE_HEIGHT, _HIGHEST = 15, 20, 409
"""Of a line and of a row, in points."""
_A4 = 9
_STYLE = "Table Style Light 1"
_HEAD: dict[str, Any] = {"text_wrap": True, "bold": True, "bottom": 1}
_LINK: dict[str, Any] = {"font_color": "#0B4F9E", "underline": 1}
_RIGHT: dict[str, Any] = {"align": "right", "indent": BUTTON}
_CREATED = datetime.fromisoformat("2000-01-01")
"""One day for all, so that the same report makes the same bytes; the data's day stands on the first sheet."""


def xlsx(report: Report, told: Told = untold) -> bytes:
    """The same bytes for the same report. Raises ExportRefused where there is more than a workbook has room
    for.
    """
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        _Writing(report, workbook).write(told)
    return file.getvalue()


@dataclass
class _Writing:
    """A workbook while it is written: sheets `listed` with what each shows, how many cells are `cut`, and the
    formats of `shares` that are no per cent, by what they show.
    """

    report: Report
    workbook: Workbook
    listed: list[tuple[str, str]] = field(default_factory=list)
    sheets: set[str] = field(default_factory=lambda: set(RESERVED))
    tables: set[str] = field(default_factory=set)
    shares: dict[str, Format] = field(default_factory=dict)
    cut: int = 0

    def __post_init__(self) -> None:
        looks: dict[str, dict[str, Any]] = {
            "text": {"text_wrap": True},
            "decimal": _RIGHT,
            "whole": _RIGHT | {"num_format": "#,##0"},
            "share": _RIGHT | {"num_format": "0%"},
            "date": _RIGHT | {"num_format": "yyyy-mm-dd"},
            "head": _HEAD,
            "head-right": _HEAD | _RIGHT,
            "title": {"text_wrap": True, "bold": True, "font_size": 14},
            "label": {"bold": True},
            "link": _LINK | {"text_wrap": True},
            "address": _LINK,
        }
        self.formats: dict[str, Format] = {
            name: self.workbook.add_format({"valign": "top"} | look) for name, look in looks.items()
        }

    def write(self, told: Told) -> None:
        """The first sheet last: it tells of all others."""
        report = self.report
        if report.initiatives is not None:
            listed = report.text("workbook-initiatives")
            self._check_length(listed, report.initiatives.count, MOST_INITIATIVES)
        self.workbook.set_properties(
            {"title": report.title, "subject": report.basis, "comments": report.dated, "created": _CREATED}
        )
        about = self._add_sheet(report.text("workbook-about"))
        panels = [slide for slide in report.slides if slide.panel.table.rows]
        whole = len(panels) + 4
        for done, slide in enumerate(panels, 1):
            self._panel(slide)
            told(done, whole)
        self._list(report.initiatives, "initiatives", fixed=2)
        told(whole - 3, whole)
        self._list(report.labels, "labels", fixed=2)
        told(whole - 2, whole)
        self._definitions()
        told(whole - 1, whole)
        self._about(about)
        told(whole, whole)

    def _panel(self, slide: Slide) -> None:
        panel = slide.panel
        sheet = self._add_sheet(panel.title, panel.sentence)
        said = panel.title, panel.sentence, panel.basis, slide.dated, slide.source, slide.address
        self._table(sheet, panel.table, [each for each in said if each])

    def _list(self, rows: Rows | None, what: str, fixed: int) -> None:
        """From the first row on, and all cells text, which is how an import gets back what was written.

        Columns are as wide as the first part of the rows needs them.
        """
        if rows is None or not rows.count:
            return
        text = self.report.text
        sheet = self._add_sheet(text(f"workbook-{what}"), text(f"workbook-shows-{what}", n=rows.count))
        heads, widths, last = [], [], 0
        for part in rows.read():
            if not last:
                heads = column_heads(list(part.columns))
                widths = _widths(heads, [list(part.iloc[:, at]) for at in range(len(heads))])
            for values in part.itertuples(index=False, name=None):
                last += 1
                self._line(sheet, last, [words(quote_quoted(value)) for value in values], widths)
        self._as_table(sheet, range(last + 1), heads, widths, fixed)

    def _definitions(self) -> None:
        text = self.report.text
        meanings = [*self.report.definitions]
        if self.report.initiatives is not None:
            columns = {**COLUMNS, **LABEL_COLUMNS}
            heads = {column: text("workbook-column", label=text(key)) for column, key in columns.items()}
            meanings += [(head, column_means(text, column)) for column, head in heads.items()]
        if meanings:
            name = text("workbook-definitions")
            sheet = self._add_sheet(name, text("workbook-shows-definitions"))
            columns = text("workbook-word"), text("workbook-means")
            rows = tuple(tuple(words(each) for each in line) for line in meanings)
            self._table(sheet, Table(name, columns, rows))

    def _about(self, sheet: Worksheet) -> None:
        report, text, formats = self.report, self.report.text, self.formats
        sheet.set_column(0, 0, LONGEST_NAME + 2)
        sheet.set_column(1, 1, _ABOUT_WIDTH)
        row = 0
        for label, value in labelled(said_of_report(report), text):
            sheet.write_string(row, 0, label, formats["label"])
            if _is_link(value):
                self._address(sheet, row, 1, value, "link")
            else:
                self._text(sheet, row, 1, value)
            _set_height(sheet, row, line_count(value, _ABOUT_WIDTH))
            row += 1
        if self.cut:
            self._text(sheet, row, 1, text("workbook-cut", n=self.cut))
            _set_height(sheet, row, 2)
            row += 1
        self._contents(sheet, row + 1)
        self._set_print(sheet)

    def _contents(self, sheet: Worksheet, row: int) -> None:
        """The other sheets, from this row on."""
        text, formats = self.report.text, self.formats
        for column, key in enumerate(("workbook-sheet", "workbook-shows")):
            sheet.write_string(row, column, text(key), formats["head"])
        for number, (name, shows) in enumerate(self.listed, row + 1):
            target = name.replace("'", "''")
            sheet.write_url(number, 0, f"internal:'{target}'!A1", formats["link"], name)
            self._text(sheet, number, 1, shows)
            _set_height(sheet, number, line_count(shows, _ABOUT_WIDTH))

    def _address(self, sheet: Worksheet, row: int, column: int, address: str, look: str) -> None:
        sheet.write_url(row, column, address, self.formats[look], address[:_LONGEST_SHOWN])

    def _table(self, sheet: Worksheet, table: Table, above: Sequence[str] = ()) -> None:
        """A table below these texts, the first its title.

        Its sums are outside of what Excel takes for the table, which whoever sorts or adds up leaves alone.
        """
        lines = table.lines()
        first = len(above) + 1 if above else 0
        self._check_length(str(sheet.get_name()), len(lines), MOST_ROWS - first - 1)
        heads = column_heads(table.columns)
        widths = _widths(heads, [[_shown(row[at]) for row in lines] for at in range(len(heads))])
        self._above(sheet, above, widths)
        for number, row in enumerate(lines, first + 1):
            self._line(sheet, number, row, widths)
        numeric = {at for at in range(len(heads)) if table.is_numeric(at)}
        self._as_table(sheet, range(first, first + len(table.rows) + 1), heads, widths, numeric=numeric)

    def _check_length(self, table: str, rows: int, most: int) -> None:
        if rows > most:
            raise ExportRefused(self.report.text("workbook-too-long", table=table, rows=rows, most=most))

    def _line(self, sheet: Worksheet, row: int, cells: Sequence[Cell], widths: Sequence[int]) -> None:
        for column, cell in enumerate(cells):
            self._cell(sheet, row, column, cell)
        _set_height(sheet, row, max(map(line_count, map(_shown, cells), widths)))

    def _as_table(
        self,
        sheet: Worksheet,
        rows: range,
        heads: Sequence[str],
        widths: Sequence[int],
        fixed: int = 1,
        numeric: Collection[int] = (),
    ) -> None:
        """What is written in these rows, the first of them the head, as a table of Excel's.

        The head and `fixed` columns stay in sight; `numeric` ones have their heads above their numbers.
        """
        first, last = rows[0], rows[-1]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        _set_height(sheet, first, max(map(line_count, heads, (width - BUTTON for width in widths))))
        looks = ["head-right" if column in numeric else "head" for column in range(len(heads))]
        columns = [
            {"header": head, "header_format": self.formats[look]}
            for head, look in zip(heads, looks, strict=True)
        ]
        name = table_name(str(sheet.get_name()), self.tables)
        table = {"name": name, "style": _STYLE, "columns": columns}
        sheet.add_table(first, 0, last, len(heads) - 1, table)
        sheet.ignore_errors({"number_stored_as_text": f"A{first + 2}:XFD{last + 1}"})
        fixed = min(fixed, len(heads) - 1)
        sheet.freeze_panes(first + 1, fixed)
        sheet.repeat_rows(first)
        pages = ceil(sum(widths) / _PAGE_WIDTH)
        if pages > 1:
            sheet.repeat_columns(fixed - 1, fixed - 1)
            sheet.print_across()
        self._set_print(sheet, pages)

    def _above(self, sheet: Worksheet, above: Sequence[str], widths: Sequence[int]) -> None:
        """Each text over the whole width, as high as it needs to be: merged cells do not grow."""
        columns = len(widths) + ceil(max(0, _TEXT_WIDTH - sum(widths)) / _FREE_COLUMN)
        for row, said in enumerate(above):
            if _is_link(said):
                self._address(sheet, row, 0, said, "address")
                continue
            look, room = ("text", _TEXT_WIDTH) if row else ("title", _TITLE_WIDTH)
            sheet.merge_range(row, 0, row, max(1, columns - 1), self._fitting(said), self.formats[look])
            _set_height(sheet, row, line_count(said, room), _LINE_HEIGHT if row else _TITLE_HEIGHT)

    def _cell(self, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
        """A cell's own value, never what a spreadsheet would make of it."""
        match cell.value:
            case None | "":
                pass
            case str(value) if _is_link(cell.href):
                sheet.write_url(row, column, cell.href, self.formats["link"], self._fitting(value))
            case str(value):
                self._text(sheet, row, column, value)
            case date() as day:
                sheet.write_datetime(row, column, datetime.combine(day, time()), self.formats["date"])
            case number if isfinite(number):
                sheet.write_number(row, column, number, self._number_format(number, cell.text))

    def _number_format(self, number: float, text: str) -> Format:
        """A share of so few that a per cent would mislead shows what the page says, and is a number."""
        if not isinstance(number, Share):
            return self.formats["decimal" if isinstance(number, float) else "whole"]
        if "%" in text or not text:
            return self.formats["share"]
        if text not in self.shares:
            look = _RIGHT | {"valign": "top", "num_format": '"' + text.replace('"', "") + '"'}
            self.shares[text] = self.workbook.add_format(look)
        return self.shares[text]

    def _text(self, sheet: Worksheet, row: int, column: int, value: str) -> None:
        sheet.write_string(row, column, self._fitting(value), self.formats["text"])

    def _fitting(self, value: str) -> str:
        text = plain(value)
        cut = cut_text(text)
        self.cut += cut != text
        return cut

    def _add_sheet(self, title: str, shows: str = "") -> Worksheet:
        """A sheet of this name, or the nearest that Excel allows; `shows` is said of it on the first."""
        name = sheet_name(title, self.sheets)
        sheet = self.workbook.add_worksheet(name)
        if shows:
            self.listed.append((name, shows))
        return sheet

    def _set_print(self, sheet: Worksheet, pages: int = 1) -> None:
        """On as many pages beside each other."""
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(pages, 0)
        title, dated = (
            shortened(said, _LONGEST_FOOTER).replace("&", "&&")
            for said in (self.report.title, self.report.dated)
        )
        sheet.set_footer(f"&L{title}&C{dated}&R{self.report.text('workbook-page')}")


def _widths(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> list[int]:
    """Of what stands below each head."""
    return fit_widths(list(map(column_width, heads, columns)), _PAGE_WIDTH)


def column_means(text: Callable[..., str], column: str) -> str:
    """What a column of the sheets of initiatives and of labels means."""
    if column not in LABELS:
        return text(f"means-{column}")
    return text("means-label", dimension=text(f"of-dimension-{column}"))


def _shown(cell: Cell) -> str:
    return cell.value if isinstance(cell.value, str) else cell.text


def _set_height(sheet: Worksheet, row: int, lines: int, height: int = _LINE_HEIGHT) -> None:
    if lines > 1 or height != _LINE_HEIGHT:
        sheet.set_row(row, min(lines * height, _HIGHEST))


def _is_link(said: str) -> bool:
    return is_address(said) and len(said) <= LONGEST_LINK
