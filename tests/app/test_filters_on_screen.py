"""What the reader picks at the side: it narrows the page and is spelt in the URL."""

from dashboard.settings import SETTINGS


def field(widgets, label):
    return next(widget for widget in widgets if widget.label == label)


def test_picked_terms_narrow_the_page(visit):
    page = visit("stages")
    field(page.app.sidebar.multiselect, "Område").select("norrby")
    page.run()
    assert page.selection.endswith("av 68 insatser i Norrby")
    assert page.link == {"district": ["norrby"]}


def test_lifting_a_pick_lifts_the_filter(visit):
    page = visit("stages", "district=norrby&stage=developing")
    field(page.app.sidebar.multiselect, "Område").unselect("norrby")
    page.run()
    assert page.selection == "26 av 68 insatser som utvecklas"
    assert page.link == {"stage": ["developing"]}


def test_inferred_labels_can_be_switched_off(visit):
    page = visit("target_areas", "target=housing")
    between = "mellan 1 och 3 beroende på härledda uppgifter"
    assert page.selection == f"3 av 68 insatser inom Boende och närmiljö, {between}"
    field(page.app.sidebar.toggle, "Räkna härledda uppgifter").set_value(False)
    page.run()
    stated = "1 av 68 insatser inom Boende och närmiljö bara med det som kommunen anger"
    assert page.selection == f"{stated}, {between}"
    assert page.link == {"target": ["housing"], "provenance": ["stated"]}


def test_picks_follow_the_reader_to_the_next_page(visit):
    page = visit("overview")
    field(page.app.sidebar.multiselect, "Skede").select("developing")
    page.run()
    page.app.switch_page(str(SETTINGS.root / "pages" / "districts.py"))
    page.run()
    assert page.selection == "26 av 68 insatser som utvecklas"


def test_a_link_wins_over_what_was_picked_before(visit):
    page = visit("stages")
    field(page.app.sidebar.multiselect, "Område").select("norrby")
    page.run()
    page.app.query_params = {"stage": "developing"}
    page.run()
    assert page.selection == "26 av 68 insatser som utvecklas"
    assert field(page.app.sidebar.multiselect, "Område").value == []


def test_the_other_language_keeps_the_picks(visit):
    page = visit("stages", "district=norrby&lang=en")
    assert field(page.app.sidebar.multiselect, "District").value == ["norrby"]
    field(page.app.sidebar.multiselect, "Stage").select("developing")
    page.run()
    assert page.link == {"district": ["norrby"], "stage": ["developing"], "lang": ["en"]}
