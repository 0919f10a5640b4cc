"""Parquet: the table of codes with its types, and where it is from in the file's own metadata."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.exports.code_table import LIST_COLUMNS, TEXT_COLUMNS, codes_of
from dashboard.exports.provenance import said_of_report
from dashboard.exports.report import Report

_TYPES = {
    **dict.fromkeys(TEXT_COLUMNS, pa.string()),
    **dict.fromkeys(LIST_COLUMNS, pa.list_(pa.string())),
    "position": pa.list_(pa.int32()),
}


def parquet(report: Report) -> bytes:
    """One row per initiative, lists as lists. The metadata's keys are title, sentence, selection, dated,
    source, address and language. Raises ExportRefused.
    """
    codes = codes_of(report)
    said = {**said_of_report(report), "language": report.language}
    columns = {name: pa.array(list(codes[name]), _TYPES.get(name)) for name in map(str, codes.columns)}
    table = pa.table(columns).replace_schema_metadata(said)
    file = io.BytesIO()
    pq.write_table(table, file)
    return file.getvalue()
