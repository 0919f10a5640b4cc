"""Where the cells of a table lead, for files whose cells are no links."""

from collections.abc import Callable

from dashboard.charts.table import Cell, Table, words
from dashboard.exports.plain import is_address


def with_addresses(table: Table, text: Callable[..., str]) -> Table:
    """With a column of addresses after each column that leads anywhere beyond our own pages."""
    leading = {at for row in table.rows for at, cell in enumerate(row) if is_address(cell.href)}

    def told(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        pairs = ((cell, words(cell.href if is_address(cell.href) else "")) for cell in row)
        return tuple(each for at, pair in enumerate(pairs) for each in (pair if at in leading else pair[:1]))

    columns = (
        each
        for at, head in enumerate(table.columns)
        for each in ((head, text("column-address-of", column=head)) if at in leading else (head,))
    )
    return Table(table.caption, tuple(columns), tuple(map(told, table.rows)), told(table.sums))
