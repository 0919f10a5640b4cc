"""Bars with targets: lengths and places in per cent of the scale."""

import re

from dashboard.charts.shares import Key, ShareBar, ShareBars, Stretch, Target

ENDS = ("0", "68 insatser")


def widths(html: str) -> list[tuple[str, float]]:
    return [
        (kind, float(width)) for kind, width in re.findall(r'vk-stretch-(\w+)" style="width: ([\d.]+)%', html)
    ]


def places(html: str) -> list[tuple[str, float]]:
    return [
        (profile, float(left))
        for profile, left in re.findall(r'vk-target-(\w)" style="left: ([\d.]+)%', html)
    ]


def test_a_bar_is_as_long_as_its_share_of_the_scale() -> None:
    bar = ShareBar("Ett", "", "59 av 68", [Stretch("only", 17), Stretch("shared", 34)])
    assert widths(ShareBars([bar], 68, [], ENDS).html()) == [("only", 25.0), ("shared", 50.0)]


def test_a_stretch_of_nothing_is_not_drawn() -> None:
    bar = ShareBar("Ett", "", "0 av 68", [Stretch("only", 0), Stretch("shared", 0.5)])
    assert widths(ShareBars([bar], 68, [], ENDS).html()) == [("shared", 0.74)]


def test_each_profile_has_a_mark_of_its_own_where_its_target_is() -> None:
    bar = ShareBar("Ett", "", "", [], [Target("a", 34), Target("b", 68)])
    assert places(ShareBars([bar], 68, [], ENDS).html()) == [("a", 50.0), ("b", 100.0)]


def test_a_scale_of_nothing_has_empty_bars_instead_of_an_error() -> None:
    bar = ShareBar("Ett", "", "", [Stretch("only", 0)], [Target("a", 0)])
    html = ShareBars([bar], 0, [], ENDS).html()
    assert widths(html) == []
    assert places(html) == [("a", 0.0)]


def test_the_picture_is_hidden_from_those_who_hear_the_page_and_its_words_are_not() -> None:
    bar = ShareBar("Ett & två", "insatser?vision=ett", "59 av 68", [Stretch("only", 17)], notes=["25 över"])
    html = ShareBars([bar], 68, [Key("only", "bara här")], ENDS).html()
    heard = re.sub(r'<(\w+) [^>]*aria-hidden="true">.*?</\1>', "", html, flags=re.DOTALL)
    said = " ".join(re.sub(r"<[^>]+>", " ", heard).split())
    assert said == "Ett &amp; två 59 av 68 25 över bara här"
    assert '<a href="insatser?vision=ett">Ett &amp; två</a>' in html
