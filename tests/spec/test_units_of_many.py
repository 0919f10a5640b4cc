"""The picture of squares, where there are more initiatives than squares can be told apart."""

import re

from dashboard.charts.units import MIXED, Units
from dashboard.panels import units as module
from dashboard.panels.view import view_of
from dashboard.queries import each_row
from dashboard.queries.portfolio import marks
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store


def test_a_square_stands_for_several_and_leads_to_the_list_of_its_kind(monkeypatch, tmp_path):
    build_store(SETTINGS.data, tmp_path)
    monkeypatch.setitem(vars(SETTINGS), "store", tmp_path)
    monkeypatch.setattr(module, "MOST_SQUARES", 20)
    view = view_of({})
    panel = module.units(view, "initiatives-as-squares")
    assert isinstance(panel.drawing, Units)
    rows = list(each_row(marks(view.store, view.filters)))
    each = -(-len(rows) // 20)
    assert each > 1
    for stage, group in zip(view.vocabularies.codes("stage"), panel.drawing.groups, strict=True):
        areas = [tuple(row.vision_areas) for row in rows if row.stage == stage]
        assert group.label.endswith(f": {len(areas)}")
        for area in view.vocabularies.terms("vision_area"):
            squares = [unit for unit in group.units if unit.pattern == area.position]
            assert len(squares) == -(-areas.count((area.code,)) // each)
            assert all(f"vision={area.code}&stage={stage}" in unit.href for unit in squares)
        several = sum(len(found) > 1 for found in areas)
        assert sum(unit.pattern == MIXED for unit in group.units) == -(-several // each)
    assert sum(int(row[-1].text) for row in panel.table.rows) == len(rows)
    assert re.search(rf"står för {each} insatser", str(panel.drawing.html()))
