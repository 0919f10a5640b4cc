"""CSV for programs: the table of codes, with where it is from in comments above the head.

A row is an initiative and a cell may hold several values, separated as in `dashboard.spreadsheet`. A row per
listing or label would repeat the initiative, and whoever counts rows would count it again.
"""

import csv
import io

from dashboard.exports.code_table import codes_of
from dashboard.exports.provenance import said_to_programs
from dashboard.exports.report import Report, Told, untold
from dashboard.spreadsheet import COMMENT, join_values


def machine_csv(report: Report, told: Told = untold) -> bytes:
    """UTF-8 without a mark, commas, `# title: …` above the head. Raises ExportRefused.

    Every cell is quoted, so that none that has the comment sign is taken for a comment.
    """
    codes = codes_of(report)
    file = io.BytesIO()
    with io.TextIOWrapper(file, "utf-8", newline="") as lines:
        said = said_to_programs(report).items()
        lines.writelines(f"{COMMENT} {name}: {value}\n" for name, value in said if value != "")
        writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for number, part in enumerate(codes.read(told)):
            if number == 0:
                writer.writerow(part.columns)
            writer.writerows(map(_cell, row) for row in part.itertuples(index=False, name=None))
        lines.flush()
        return file.getvalue()


def _cell(value: object) -> str:
    return join_values(map(str, value)) if isinstance(value, list) else str(value)
