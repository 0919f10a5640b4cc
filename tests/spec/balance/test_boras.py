"""The balance of the city's own portfolio, and which of its initiatives somebody should look at as one."""

import pytest

from dashboard.filters import Filters
from dashboard.profile import parse_profile
from dashboard.queries.balance import balance, near_twins
from dashboard.queries.portfolio import read_vocabularies
from dashboard.settings import SETTINGS
from dashboard.store.build import build_store
from dashboard.store.connection import open_store
from tests.spec.tables import expect


@pytest.fixture(scope="module")
def boras(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    build_store(SETTINGS.data, folder)
    return open_store(folder)


def test_twenty_of_68_initiatives_would_have_to_stand_elsewhere_for_equal_shares(boras):
    found = balance(boras, Filters(), read_vocabularies(boras), "vision_area")
    expect(
        found.classes,
        """
        term      | full | only | weight | target | difference
        mojlighet | 59   | 49   | 54.0   | 0.5    | 20.0
        motas     | 19   | 9    | 14.0   | 0.5    | -20.0
        """,
    )
    assert (found.known, found.selected, found.several, found.elsewhere) == (68, 68, 10, 20.0)


def test_the_vision_areas_are_further_from_alike_than_chance_makes_them(boras):
    found = balance(boras, Filters(), read_vocabularies(boras), "vision_area")
    assert found.effective == pytest.approx(1 / ((54 / 68) ** 2 + (14 / 68) ** 2))
    assert found.effective < found.band[0]


def test_another_profile_is_nearer(boras):
    profile = parse_profile("mojlighet:60,motas:40", ["mojlighet", "motas"])
    found = balance(boras, Filters(), read_vocabularies(boras), "vision_area", profile)
    assert found.elsewhere == pytest.approx(54 - 0.6 * 68)


def test_three_pairs_are_near_twins(boras):
    """The next ones have two words in common (psykisk, personer; bättre, vuxna) and are different things."""
    found = near_twins(boras, Filters(), limit=99)
    assert list(zip(found["initiative"], found["other"], found["words"].map(list), strict=True)) == [
        (
            "bryta-ensamhet-vid-psykisk-ohalsa",
            "oka-halsa-vid-psykisk-ohalsa",
            ["ohälsa", "aktivera", "psykisk", "vuxna"],
        ),
        (
            "samverkan-for-unga-i-riskzon",
            "team-hjalper-unga",
            ["hamna", "missbruk", "riskerar", "kriminalitet"],
        ),
        (
            "fler-omraden-med-skola-som-arena",
            "skolan-som-arena-pa-sjobo",
            ["arena", "arbetssättet", "skola"],
        ),
    ]
