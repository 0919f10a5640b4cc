"""The sliders of a target profile, with mouse and keyboard, and where the profile goes from there."""

import re

import pytest
from playwright.sync_api import Page, expect

from dashboard.links import PATHS
from tests.browser.barriers import barriers, sideways
from tests.browser.conftest import Visit
from tests.browser.serving import wait_until_drawn
from tests.browser.test_keyboard import check_focus_with_tab
from tests.trust import Kind, Ledger

TWO_PROFILES = "profile=mojlighet:60,motas:40&other=mojlighet:30,motas:70&count=distinct"
both_pages = pytest.mark.parametrize("path", [PATHS["overview"], PATHS["vision_areas"]])


def slide(page: Page, label: str, key: str, times: int) -> None:
    page.get_by_role("slider", name=label).focus()
    for _ in range(times):
        page.keyboard.press(key)


def test_a_slider_moves_the_other_the_target_and_the_address(visit: Visit):
    page = visit()
    before = page.locator(".vk-target-a").first.evaluate("mark => mark.style.left")
    slide(page, "Människor möts i Borås", "ArrowLeft", 10)

    expect(page).to_have_url(re.compile(r"\?profile=mojlighet(:|%3A)60(,|%2C)motas(:|%3A)40$"))
    expect(page.get_by_role("slider", name="Möjlighet och mod att utvecklas")).to_have_value("60")
    expect(page.locator(".vk-profile-distance")).to_have_text("Avstånd: 13 av 68 insatser")
    assert before == "50%"
    expect(page.locator(".vk-target-a").first).to_have_attribute("style", "left: 60.0%")
    wait_until_drawn(page)


def test_a_profile_goes_along_to_the_next_page_the_other_language_and_a_locked_view(visit: Visit):
    page = visit(f"?{TWO_PROFILES}")
    page.get_by_role("navigation", name="Sidor").get_by_role("link", name="Visionsområden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Visionsområden")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vision areas")

    for part in ("profile=mojlighet:60,motas:40", "other=mojlighet:30,motas:70", "count=distinct"):
        assert part in page.url
    expect(page.locator(".vk-profile-distance")).to_have_text(
        ["Distance: 13 of 68 initiatives", "Distance: 34 of 68 initiatives"]
    )
    wait_until_drawn(page)


def test_profiles_are_compared_swapped_and_taken_away_by_links(visit: Visit):
    page = visit("?profile=mojlighet:60,motas:40")
    page.get_by_role("link", name="Jämför med en annan profil").click()
    distances = page.locator(".vk-profile-distance")
    expect(distances).to_have_text(["Avstånd: 13 av 68 insatser", "Avstånd: 20 av 68 insatser"])

    page.get_by_role("link", name="Byt plats på A och B").click()
    expect(distances).to_have_text(["Avstånd: 20 av 68 insatser", "Avstånd: 13 av 68 insatser"])
    expect(page.get_by_role("slider", name="Profil B: Möjlighet")).to_have_value("60")

    page.get_by_role("link", name="Ta bort profil B").click()
    expect(distances).to_have_text(["Avstånd: 20 av 68 insatser"])
    expect(page).to_have_url(re.compile(r"/$"))
    wait_until_drawn(page)


def test_one_step_back_is_the_view_before_a_link_was_followed(visit: Visit):
    page = visit()
    page.get_by_role("link", name="delad", exact=True).click()
    expect(page.locator(".vk-share-head strong").first).to_have_text("54 av 68 (79 %)")
    page.go_back()
    expect(page.locator(".vk-share-head strong").first).to_have_text("59 av 68 insatser")
    wait_until_drawn(page)


@both_pages
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_two_profiles_have_no_barriers(page: Page, visit: Visit, ledger: Ledger, path, scheme):
    page.emulate_media(color_scheme=scheme)
    visit(f"{path}?{TWO_PROFILES}")
    assert barriers(page) == []
    ledger.note(Kind.STATES, "two profiles")


@both_pages
def test_two_profiles_do_not_scroll_sideways_on_a_small_screen(page: Page, visit: Visit, path):
    page.set_viewport_size({"width": 320, "height": 800})
    visit(f"{path}?{TWO_PROFILES}")
    assert sideways(page) <= 0


@both_pages
def test_everything_beside_two_profiles_is_reached_with_tab(visit: Visit, path):
    check_focus_with_tab(visit(f"{path}?{TWO_PROFILES}"))


def test_a_shared_number_leads_to_the_initiatives_that_are_shared(visit: Visit):
    page = visit("visionsomraden")
    page.get_by_role("link", name=re.compile("10 gemensamma insatser")).first.click()
    expect(page.get_by_role("heading", name="Insatser i flera visionsområden")).to_be_in_viewport()
    page.get_by_role("link", name="Viskans park", exact=True).first.click()
    expect(page.locator("#vk-card-title")).to_have_text("Viskans park")
    wait_until_drawn(page)
