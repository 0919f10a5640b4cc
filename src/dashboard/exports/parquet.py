"""Parquet: the table of codes with its types, and where it is from in the file's own metadata."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.exports.code_table import COLUMNS, codes_of
from dashboard.exports.provenance import said_to_programs
from dashboard.exports.report import Report, Told, untold

_FIELDS = [
    pa.field(
        each.name,
        pa.list_(pa.int32() if each.whole else pa.string()) if each.many else pa.string(),
        metadata={"description": each.description},
    )
    for each in COLUMNS
]


def parquet(report: Report, told: Told = untold) -> bytes:
    """One row per initiative, lists as lists. The metadata's keys are those of `said_to_programs`, and each
    field has a description. Raises ExportRefused.
    """
    codes = codes_of(report)
    said = {name: str(value) for name, value in said_to_programs(report).items()}
    schema = pa.schema(_FIELDS, said)
    file = io.BytesIO()
    with pq.ParquetWriter(file, schema) as writer:
        for part in codes.read(told):
            columns = [pa.array(part[field.name].tolist(), field.type) for field in schema]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
    return file.getvalue()
