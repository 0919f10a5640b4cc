"""A list of more initiatives than stand on a page of it; the city's own all do."""

import re
from collections.abc import Callable, Iterator
from html import unescape

import pytest
from bench.made_up_portfolio import write_portfolio

from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from tests.app.conftest import Visit, forget_drawn, visit_page
from tests.app.controls import params, picks

INITIATIVES = 230


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Visit]]:
    """What an address of the list shows of a made-up portfolio."""
    folder = tmp_path_factory.mktemp("long-list")
    write_portfolio(folder / "data", INITIATIVES)
    build_store(folder / "data", folder / "store")
    forget_drawn()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(SETTINGS), "data", folder / "data")
        patch.setitem(vars(SETTINGS), "store", folder / "store")
        yield lambda asked: visit_page("initiatives", asked)
    forget_drawn()


def codes(visit: Visit) -> list[str]:
    return re.findall(r'id="vk-item-([a-z0-9-]+)"', visit.html["initiative-list"])


def step(visit: Visit, way: str) -> str:
    found = re.search(rf'id="vk-{way}" rel="\w+" href="([^"]+)"', visit.html["initiative-list"])
    return unescape(found[1]) if found else ""


def test_leafing_through_meets_each_initiative_once(listed):
    first = listed("sort=title")
    second = listed(params(step(first, "next")))
    pages = [first, second, listed(params(step(second, "next")))]
    found = [code for page in pages for code in codes(page)]
    assert [len(codes(page)) for page in pages] == [100, 100, 30]
    assert len(set(found)) == INITIATIVES
    assert step(pages[-1], "next") == ""
    assert [step(page, "previous") for page in pages] == [
        "",
        "insatser?sort=title&page=1",
        "insatser?sort=title&page=2",
    ]


def test_each_page_goes_on_counting_and_says_where_all_of_them_are(listed):
    html = listed("page=3").html["initiative-list"]
    assert 'start="201"' in html
    assert "Här står 201–230 av 230. Alla 230 finns i listans CSV- och Excelfiler." in html


@pytest.mark.parametrize("number", ["4", "0", "99999999999"])
def test_a_page_that_does_not_exist_is_the_first(listed, number):
    assert codes(listed(f"page={number}")) == codes(listed(""))


def test_a_pick_leads_to_the_first_page_of_what_it_leaves(listed):
    picked = picks(listed("page=2"))["pick-stage-developing"]
    assert picked.href == "insatser?stage=developing"
