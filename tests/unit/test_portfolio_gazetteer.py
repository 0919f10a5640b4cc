"""Places in made-up sentences: which ones, in which role, and what only looks like one."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.portfolio.reading import Reader
from dashboard.vocabularies import Term, Vocabularies

DATA = Path(__file__).parents[2] / "data"


@cache
def reader() -> Reader:
    return Reader.read_folder(DATA, Vocabularies.read(DATA / "vocabularies"))


def places(text: str, title: str = "") -> dict[str, str]:
    return {
        label.term: label.role for label in reader().read(title, text).labels if label.dimension == "place"
    }


def districts(text: str, title: str = "") -> set[str]:
    return {label.term for label in reader().read(title, text).labels if label.dimension == "district"}


def asked(text: str) -> set[tuple[str, str]]:
    """Places and districts that are left to a person."""
    unsure = reader().read("", text).unsure
    return {(label.dimension, label.term) for label in unsure if label.dimension in ("place", "district")}


def unknown(text: str) -> list[str]:
    return [each.value for each in reader().read("", text).unknown]


# Names


@pytest.mark.parametrize(
    "text",
    [
        "Vi bygger på Norrby.",
        "Norrbys nya torg.",
        "NORRBY får ett torg.",
        "Där får norrbyborna odla.",
        "En norrbybo berättar.",
        "Stadsdelen Norrby växer.",
        "Norrbyområdet växer.",
        "Boende på norrby odlar.",
    ],
)
def test_a_place_is_found_however_it_is_inflected(text: str):
    assert places(text) == {"norrby": "target"}
    assert districts(text) == {"norrby"}


@pytest.mark.parametrize(
    "text",
    [
        "Ellos, Fristads och Volvo Bussar kör lastbil.",
        "Företaget Fristads syr kläder.",
        "Vi startar Centrum för unga odlare.",
        "Boråsarna tycker till.",
        "En resa genom Götaland.",
        "Båten går på Göta kanal.",
        "Hultafors säljer verktyg.",
        "Norrby IF spelar hemma.",
        "Tullen stoppar varor.",
        "Det råder lugnet efter stormen.",
        "Lugnet i parken är viktigt.",
        "Möt oss i Göteborg.",
        "Ett norrbyggt hus.",
        "Vi flyr till lugnet i skogen.",
        "Kön på tullen är lång.",
        "Tåget går till Hässleholms station.",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str):
    assert places(text) == {}
    assert districts(text) <= {"municipality-wide"}


def test_a_genitive_before_a_place_noun_is_the_place():
    assert places("Fristads centrum rustas upp.") == {"fristad": "target"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Hässleholmsborna odlar.", {"hassleholmen": "target"}),
        ("Vi frågar hässleholmsborna.", {"hassleholmen": "target"}),
        ("Vi har sett det på Hässleholmsskolan.", {"hassleholmen": "mention"}),
        ("Bergdalshallen rustas upp.", {"bergdalen": "venue"}),
        ("Dammsvedjeborna odlar.", {"dammsvedjan": "target"}),
        ("Regementsborna odlar.", {"regementet": "target"}),
        ("Rångedalsborna odlar.", {"rangedala": "target"}),
        ("En regementspark.", {}),
        ("Rydsskolan.", {}),
    ],
)
def test_a_name_loses_its_ending_before_the_second_part_of_a_compound(text: str, roles: dict[str, str]):
    assert places(text) == roles


def test_a_name_that_is_a_common_word_too_is_a_place_after_a_preposition():
    assert places("Vi odlar på Lugnet.") == {"lugnet": "target"}


def test_the_longest_name_wins():
    assert places("Vandra i Viskans park.") == {"viskans-park": "target"}
    assert places("Norrby kommundel har fler invånare.") == {"norrby-kommundel": "target"}
    assert districts("Vi bygger på Norrmalm norr.") == {"norrmalm-norr"}


def test_the_municipality_itself_is_no_place_inside_it():
    assert places("I Borås och hela Borås Stad.") == {}


# Roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Ungdomar från Norrby, Hulta och Sjöbo.",
            {"norrby": "target", "hulta": "target", "sjobo": "target"},
        ),
        ("Vi möts på Norrbyhuset.", {"norrby": "venue"}),
        ("Vi möts på Hässlehuset.", {"hassleholmen": "venue"}),
        ("Ett sätt som växte fram på Sjöboskolan.", {"sjobo": "mention"}),
        ("Lastbilar från Åkeriet på Viared kör.", {"viared": "venue"}),
        ("En led från Fristad till Sparsör.", {"fristad": "mention", "sparsor": "mention"}),
        ("En led från Fristad i norr till Sparsör i söder.", {"fristad": "mention", "sparsor": "mention"}),
        ("Cykelväg mellan Fristad och Sparsör.", {"fristad": "mention", "sparsor": "mention"}),
        ("Vi tar lärdom från Hulta.", {"hulta": "mention"}),
        ("Med erfarenheter från Hulta börjar vi på Göta.", {"hulta": "mention", "gota": "target"}),
        ("Precis som på Hulta odlar vi.", {"hulta": "mention"}),
        ("Vi bygger vid Viared.", {"viared": "venue"}),
        ("Boken av Anna Norrby.", {"norrby": "mention"}),
    ],
)
def test_the_words_around_a_name_give_its_role(text: str, roles: dict[str, str]):
    assert places(text) == roles


def test_only_what_is_aimed_at_gives_a_district():
    text = "Skolan som arena har prövats på Sjöboskolan och kommer nu till barnen på Hulta och Norrby."
    assert districts(text) == {"hulta-och-sormarken", "norrby"}
    assert places(text)["sjobo"] == "mention"


def test_a_place_in_several_roles_has_the_one_that_says_most():
    assert places("Vi möts på Norrbyhuset. Barnen på Norrby får låna böcker.") == {"norrby": "target"}


def test_a_place_outside_every_district_gives_none():
    assert places("Vi städar på Rya åsar.") == {"rya-asar": "target"}
    assert districts("Vi städar på Rya åsar.") == set()


def test_a_label_cites_its_rule_and_its_words():
    labels = reader().read("Odling på Norrby", "Alla får en lott.").labels
    cited = {label.dimension: (label.provenance, label.rule, label.quote) for label in labels}
    assert cited == {
        "place": ("stated", "stated-place-in-text", "Odling på Norrby"),
        "district": ("stated", "stated-names-place", "Odling på Norrby"),
    }


# What is denied, excepted or may be several things


@pytest.mark.parametrize(
    "text",
    [
        "Vi finns inte på Norrby.",
        "Vi finns på Hulta, inte på Norrby.",
        "Alla utom Norrby.",
        "Hela staden, med undantag för Norrby.",
        "Till skillnad från Norrby har Hulta ett torg.",
        "Varken på Hulta eller på Norrby.",
        "Vi är ej i Hulta eller Norrby.",
        "Kursen gäller inte norrbyborna.",
        "Norrby omfattas inte.",
    ],
)
def test_a_place_that_is_denied_or_excepted_is_a_mention(text: str):
    assert places(text)["norrby"] == "mention"
    assert "norrby" not in districts(text)
    assert asked(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Vi finns inte bara på Norrby.",
        "Inte minst på Norrby odlar vi.",
        "Vi odlar inte inomhus utan på Norrby.",
        "Vi odlar inte potatis, men på Norrby finns lök.",
        "Vi möter unga på Norrby som inte odlar.",
    ],
)
def test_what_is_denied_of_something_else_leaves_the_place_alone(text: str):
    assert districts(text) == {"norrby"}


@pytest.mark.parametrize(
    "text", ["Vi når inte dem som bor på Norrby.", "Alla utom dem på Norrby.", "På Norrby finns inget bad."]
)
def test_where_the_clause_denies_something_a_person_decides_about_the_place_and_its_district(text: str):
    assert (places(text), districts(text)) == ({}, set())
    assert asked(text) == {("place", "norrby"), ("district", "norrby")}


def test_a_place_that_lies_in_several_districts_is_a_question_about_each():
    text = "Kristinebergsborna odlar."
    assert (places(text), districts(text)) == ({}, set())
    assert asked(text) == {
        ("place", "kristineberg"),
        ("district", "gota-och-kristineberg-vast"),
        ("district", "hedvigsborg-och-kristineberg-ost"),
    }


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("Vi bygger i Kristineberg öst.", "hedvigsborg-och-kristineberg-ost"),
        ("Vi bygger i Kristineberg väst.", "gota-och-kristineberg-vast"),
        ("Vi bygger på Hulta.", "hulta-och-sormarken"),
        ("Vi bygger på Hulta syd.", "hulta-syd-trandared-norr-och-brotorp"),
        ("Vi bygger i Backabo.", "hedared-sandhult-och-backabo"),
    ],
)
def test_a_district_is_found_by_each_name_that_it_is_called_after(text: str, district: str):
    assert districts(text) == {district}


def test_a_certain_place_is_worth_more_than_a_doubtful_one():
    text = "Vi når inte alla på Norrby. Barnen på Norrby odlar."
    assert (districts(text), asked(text)) == ({"norrby"}, set())


def test_a_place_and_its_district_are_one_finding():
    findings = reader().read("", "Barn på Hulta, Sörmarken och Norrby möts på Sjöbohallen.").findings()
    found = [{(label.dimension, label.term) for label in finding} for finding in findings]
    assert {("district", "norrby"), ("place", "norrby")} in found
    assert {("district", "hulta-och-sormarken"), ("place", "hulta"), ("place", "sormarken")} in found
    assert {("place", "sjobo")} in found


# Names that no vocabulary knows


def test_an_unknown_name_after_a_places_preposition_is_told_with_its_place():
    text = "Vi odlar i\u00a0Nya  Kråkvik."
    (found,) = reader().read("Odling", text).unknown
    assert (found.rule, found.value) == ("unknown-place", "Nya Kråkvik")
    assert text[found.offset :].startswith("Nya")


def test_an_area_called_after_an_unknown_place_is_unknown():
    assert unknown("I Kråkviksområdet odlar vi.") == ["Kråkviksområdet"]


@pytest.mark.parametrize(
    "text",
    [
        "Vi finns i Borås.",
        "Frågan avgörs i Ungdomsrådet.",
        "Vi deltar i Borås Pride.",
        "Det bästa i Sverige.",
        "Anmäl dig på Facebook.",
        "Vi möts på Stadsbiblioteket.",
        "Beslutet fattas i Kommunfullmäktige.",
        "Läs mer på Smarta Kartan.",
        "Vi deltar i EU-projektet.",
        "Målen i Agenda 2030.",
        "På Norrby och i Fristad.",
        "På egen hand i maj.",
    ],
)
def test_institutions_countries_and_known_places_are_not_unknown_places(text: str):
    assert unknown(text) == []


# Any municipality


def municipality(*names: str) -> Reader:
    """A reader for a municipality whose places are these, each in a district of its own."""
    terms = [Term("place", "all", "Exempelby kommun", "Exempelby", 1)]
    facts = [{"place": "all", "part_of": "", "district": ""}]
    for position, name in enumerate(names, 2):
        code = f"place-{position}"
        terms += [Term("place", code, name, name, position), Term("district", code, name, name, position)]
        facts.append({"place": code, "part_of": "all", "district": code})
    return Reader([], Vocabularies.of(terms), facts)


def test_another_municipalitys_places_need_no_rules():
    labels = municipality("Kråkvik", "Övre Dammen").read("", "Kråkviksborna odlar på Övre Dammen.").labels
    named = {label.term: label.role for label in labels if label.dimension == "place"}
    assert named == {"place-2": "target", "place-3": "target"}


def test_without_any_places_nothing_is_found():
    assert Reader([], Vocabularies.of([]), []).read("", "Vi bor på Norrby.").labels == ()


@given(st.text(st.characters(categories=("Ll",), max_codepoint=255), min_size=1, max_size=8))
def test_a_name_inside_another_word_is_no_place(rest: str):
    found = {label.term for label in municipality("Kråkvik").read("", f"Ett {rest}kråkvik{rest} hus.").labels}
    assert found == set()
