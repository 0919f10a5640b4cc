"""CSV for programs: the table of codes, with where it is from in comments above the head.

A row is an initiative and a cell may hold several values, separated as in `dashboard.spreadsheet`. A row per
listing or label would repeat the initiative, and whoever counts rows would count it again.
"""

import csv
import io

from dashboard.exports.code_table import codes_of
from dashboard.exports.provenance import said_of_report
from dashboard.exports.report import Report
from dashboard.spreadsheet import COMMENT, join_values


def machine_csv(report: Report) -> bytes:
    """UTF-8 without a mark, commas, `# title: …` above the head. Raises ExportRefused.

    Every cell is quoted, so that none that has the comment sign is taken for a comment.
    """
    codes = codes_of(report)
    written = io.StringIO()
    said = {**said_of_report(report), "language": report.language}
    written.writelines(f"{COMMENT} {name}: {value}\n" for name, value in said.items() if value)
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(codes.columns)
    writer.writerows(map(_cell, row) for row in codes.itertuples(index=False, name=None))
    return written.getvalue().encode()


def _cell(value: object) -> str:
    return join_values(map(str, value)) if isinstance(value, list) else str(value)
