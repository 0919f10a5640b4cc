"""Why a label was inferred is told without a mouse."""

from playwright.sync_api import expect

from tests.browser.barriers import barriers
from tests.browser.conftest import Visit


def test_an_inferred_label_opens_to_its_rule_and_words_with_the_keyboard(visit: Visit):
    page = visit("insatser?target=housing")
    tag = page.locator(".vk-inferred").first
    expect(tag).to_contain_text("härledd")
    expect(tag.get_by_text("Regel:")).to_be_hidden()

    tag.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(tag.get_by_text("Regel:")).to_be_visible()
    expect(tag.locator("q")).to_be_visible()
    assert barriers(page) == []


def test_the_switch_changes_the_numbers_and_keeps_their_range(visit: Visit):
    page = visit("skeden")
    cell = page.locator(".vk-matrix td:has(small)", has_text="4–8")
    expect(cell.get_by_role("link")).to_have_accessible_name(
        "Det här gör vi nu, Förutsättningar för arbete: 8 insatser, 4 utan det som regler har härlett"
    )

    page.locator("[data-testid=stSidebar]").get_by_text("Räkna härledda uppgifter").click()
    expect(cell.get_by_role("link")).to_have_accessible_name(
        "Det här gör vi nu, Förutsättningar för arbete: 4 insatser, 8 med det som regler har härlett"
    )
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?provenance=stated")
