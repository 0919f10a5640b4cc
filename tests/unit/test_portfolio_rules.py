"""Rules kept as data: how reasons add up, and what each of the rules in data/ reads in made-up sentences."""

import csv
import re
from functools import cache

import pytest
from tests.unit.test_portfolio_gazetteer import DATA, reader

from dashboard.portfolio.evidence import Label, Passage
from dashboard.portfolio.reading import Reader, Reading
from dashboard.portfolio.rules import SURE, Rules
from dashboard.vocabularies import Vocabularies

EXAMPLES = {
    "work-training": ("Caféet tar emot arbetsträning.", "Arbetsträningen sker i ett växthus."),
    "into-labour-market": (
        "En väg in på arbetsmarknaden.",
        "Fler kommer närmare arbetsmarknaden.",
    ),
    "early-in-life": ("Tandhälsa tidigt i livet.", "Vi ger tidigt stöd till små barn."),
    "language-development": ("Sångstunder främjar språkutveckling.", "Deras språkutveckling går framåt."),
    "local-environment": ("En tryggare närmiljö.", "Träd i närmiljöerna."),
    "develop-the-area": ("Områdesutveckling kring ån.", "De vill utveckla området vid hamnen."),
    "every-municipality": ("Varje kommun ska ha en plan mot skyfall.", "Lagen ålägger varje kommun detta."),
    "for-residents": ("Kurser för invånare.", "Det gör nytta för invånarna."),
    "for-everyone": ("Badet är öppet för alla.", "En teater för alla!"),
    "growing-up": ("Trygga uppväxtvillkor.", "Alla har rätt till en god start i livet."),
    "support-for-parents": ("Stöd till nyblivna föräldrar.", "Mer föräldrastöd under kvällstid."),
    "school-for-children": ("Öppen förskola vid ån.", "En satsning på skolnärvaro."),
    "prevention-for-the-young": (
        "Unga som riskerar att fastna.",
        "Förebyggande arbete bland ungdomar.",
    ),
    "work-and-income": ("Målet är egen försörjning.", "Fler ska få ett arbete."),
    "education-for-work": ("Vuxenutbildning på distans.", "Läs in gymnasiekompetens i lugn takt."),
    "homes-and-safety": ("Belysning ger trygghet i stadsdelen.", "Ett nytt bostadsområde vid sjön."),
    "people-of-the-city": ("Träffar för boråsare.", "Invånarna i kommunen röstar om namnet."),
    "aimed-at-children": ("Simskola för alla barn.", "Vi erbjuder elever frukost."),
    "children-do": ("Barn får åka båt.", "Här kan elever ska måla."),
    "pupils-in-years": ("En tävling i årskurs 5.", "För årskurserna 1 till 3."),
    "aimed-at-young": ("Musikrum för unga.", "Lånecyklar till nyfikna ungdomar."),
    "young-do": ("Ungdomar erbjuds körlektioner.", "I köket får alla unga lär sig baka."),
    "aimed-at-parents": ("Promenader för föräldrar.", "Vi stöttar vårdnadshavare med läxorna."),
    "contact-with-parents": ("Tätare kontakt med vårdnadshavare.", "Samtal med föräldrar på kvällen."),
    "aimed-at-adults": ("Simskola för vuxna.", "Vi erbjuder vuxna en språkcirkel."),
    "adults-with": ("Vuxna med liten inkomst.", "Biblioteket söker personer över 40 år."),
    "aimed-at-older-people": ("Gympa för äldre.", "Bussen ger seniorer en utflykt."),
    "with-disability": ("Ridning vid funktionsnedsättning.", "Personer med funktionsvariation seglar."),
    "with-mental-ill-health": (
        "Personer med psykisk ohälsa odlar.",
        "Dem som lever med psykisk sjukdom.",
    ),
    "mental-ill-health-named": ("En föreläsning om psykisk ohälsa.", "Psykisk ohälsa är vanligt."),
    "new-in-sweden": ("Faddrar för nyanlända.", "Kören söker utrikes födda."),
    "without-work": ("Arbetslösa lagar cyklar.", "Ett verkstadsprojekt med personer som saknar jobb."),
    "outside-labour-market": ("Den som står utanför arbetsmarknaden.", "Långt från arbetsmarknaden."),
    "in-work-training": ("Trädgården tar emot arbetsträning.", "Fyra personer arbetstränar här."),
    "in-a-difficult-situation": ("Stöd i en svår situation.", "Den som lever i en utsatt livssituation."),
    "debt-crime-or-homelessness": ("Ett härbärge för hemlösa.", "Personer som har stora skulder."),
    "aimed-at-companies": ("Rådgivning till små företag.", "Lots för näringslivet."),
    "companies-do": ("Företag kan låna verktyg.", "På mässan får alla se vad företag kan."),
    "aimed-at-associations": ("Lokaler till föreningar.", "Bidrag för det lokala föreningslivet."),
    "civil-society": ("Ett möte i civilsamhället.", "Idéburna aktörer samlas."),
    "aimed-at-staff": ("En kurs för lärare.", "Fortbildning till erfaren personal."),
    "aimed-at-residents": ("Odlingslotter för invånare.", "Verktyg till de boende."),
    "everyone-who-lives-here": ("Alla som bor vid ån.", "De boendes egna idéer."),
    "residents-named": ("Många invånare cyklar.", "Boende i huset har skrivit."),
    "made-permanent": ("Försöket är permanentat.", "Nu en permanent verksamhet."),
    "has-been-done": ("Projektet har avslutats.", "Satsningen är nu slutförd."),
    "is-going-on": ("Det pågår ett arbete med skyltar.", "Försöket fortsätter."),
    "now-we-do": ("Nu bygger vi en brygga.", "Ett kafé öppnar vi nu."),
    "going-to-start": ("Ett bad planeras vid sjön.", "Vi kommer att bygga en bro."),
}
"""Two sentences for each rule with a pattern, about things that no initiative is about."""


def rules_of_data() -> list[dict[str, str]]:
    with (DATA / "portfolio" / "rules.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


WITH_PATTERN = [row for row in rules_of_data() if row["pattern"] and row["term"]]


def rule(
    code: str, pattern: str, weight: int | str, term: str = "bikes", exceptions: str = ""
) -> dict[str, str]:
    return {
        "code": code,
        "dimension": "target_group",
        "term": term,
        "pattern": pattern,
        "exceptions": exceptions,
        "weight": str(weight),
    }


def find(text: str, *rows: dict[str, str]) -> dict[str, Label]:
    return {label.term: label for label in Rules(rows).find(Passage("", text))}


# How reasons add up


def test_a_rule_finds_its_term_and_quotes_the_words():
    label = find("Vi lagar Cyklar åt dem som saknar verktyg.", rule("fixes-bikes", "cyklar", 85))["bikes"]
    assert label == Label(
        "target_group",
        "bikes",
        "",
        "inferred",
        "fixes-bikes",
        "Vi lagar Cyklar åt dem som saknar verktyg",
        85,
    )


def test_a_capital_in_the_pattern_means_the_same_as_a_small_letter():
    assert find("vi lagar cyklar", rule("fixes-bikes", r"\bCYKLAR\b", 85))


def test_a_rule_called_stated_gives_a_stated_label():
    assert find("en cykel", rule("stated-bike", "cykel", 90))["bikes"].provenance == "stated"


def test_two_reasons_in_different_words_are_surer_than_one():
    rows = rule("wheels", "hjul", 60), rule("brakes", "broms", 60)
    assert find("Nya hjul.", *rows)["bikes"].weight == 60
    assert find("Nya hjul och ny broms.", *rows)["bikes"].weight == 84


def test_two_reasons_in_the_same_words_count_as_the_surer():
    rows = rule("wheels", "hjul", 60), rule("new-wheels", "nya hjul", 70)
    label = find("Nya hjul.", *rows)["bikes"]
    assert (label.weight, label.rule) == (70, "new-wheels")


def test_a_reason_that_stands_twice_is_one():
    assert find("Hjul och åter hjul.", rule("wheels", "hjul", 60))["bikes"].weight == 60


def test_a_rule_without_a_weight_is_certain():
    assert find("Nya hjul.", rule("wheels", "hjul", ""))["bikes"].weight == 100


def test_an_exception_is_not_read_but_hides_nothing_else():
    row = rule("wheels", "hjul", 85, exceptions="femte hjul")
    assert not find("Ett femte hjul.", row)
    assert find("Ett femte hjul och ett helt hjul.", row)


def test_nothing_is_read_across_the_title_and_the_text():
    row = rule("wheels", "nya hjul", 85)
    assert not Rules([row]).find(Passage("De nya", "hjul och annat"))


def test_what_is_less_than_sure_goes_to_review_and_never_away():
    rows = [rule("below", "broms", SURE - 1, "brakes"), rule("at", "hjul", SURE, "wheels")]
    reading = Reader(rows, Vocabularies.of([]), []).read("", "Ny broms, nytt hjul.")
    assert [label.term for label in reading.labels] == ["wheels"]
    assert [label.term for label in reading.unsure] == ["brakes"]


def test_a_named_district_makes_the_whole_municipality_a_question():
    def read(text: str) -> Reading:
        return reader().read("", text)

    assert ("district", "municipality-wide") in keys(read("Ett kafé för alla.").labels)
    at_norrby = read("Ett kafé för alla på Norrby.")
    assert ("district", "norrby") in keys(at_norrby.labels)
    assert ("district", "municipality-wide") in keys(at_norrby.unsure)


def keys(labels: tuple[Label, ...]) -> set[tuple[str, str]]:
    return {(label.dimension, label.term) for label in labels}


# The rules in data/


@cache
def only(code: str) -> Rules:
    return Rules([row for row in WITH_PATTERN if row["code"] == code])


def test_every_rule_has_its_examples():
    assert {row["code"] for row in WITH_PATTERN} == set(EXAMPLES)


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_rule_reads_sentences_that_no_initiative_has(code: str):
    assert all(only(code).find(Passage("", sentence)) for sentence in EXAMPLES[code])


@pytest.mark.parametrize("row", WITH_PATTERN, ids=lambda row: row["code"])
def test_no_rule_holds_three_words_of_an_initiatives_title(row: dict[str, str]):
    with (DATA / "portfolio" / "initiatives.csv").open(encoding="utf-8", newline="") as lines:
        titles = [re.findall(r"\w+", each["title"].lower()) for each in csv.DictReader(lines)]
    runs = {" ".join(words[at : at + 3]) for words in titles for at in range(len(words) - 2)}
    assert [run for run in runs if run in row["pattern"].lower()] == []


@pytest.mark.parametrize(
    ("text", "dimension", "term"),
    [
        ("Äldre hus rustas upp.", "target_group", "older-people"),
        ("Vi vill förebygga psykisk ohälsa.", "target_group", "mental-ill-health"),
        ("Trygga vuxna finns i parken.", "target_group", "adults"),
        ("Ett nytt äldreboende byggs.", "target_group", "residents"),
        ("Det finns behov av personal.", "target_group", "professionals"),
        ("Fyra träffar är planerade.", "status", "planned"),
        ("Ett möte är genomfört.", "status", "ended"),
        ("Eleverna i årskurs 8 bygger.", "target_group", "children"),
        ("Skolan för alla barn.", "district", "municipality-wide"),
    ],
)
def test_what_only_looks_like_a_reason_is_none(text: str, dimension: str, term: str):
    reading = reader().read("", text)
    assert (dimension, term) not in keys(reading.labels)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("En båt för barn och unga.", {"children", "young-people"}),
        ("Ett kafé för föräldrar med funktionsnedsättning.", {"parents", "people-with-disabilities"}),
        ("Verkstaden vänder sig till arbetslösa seniorer.", {"jobseekers", "older-people"}),
    ],
)
def test_a_text_can_be_for_several_groups(text: str, terms: set[str]):
    found = {label.term for label in reader().read("", text).labels if label.dimension == "target_group"}
    assert found == terms


def test_terms_that_the_rules_name_are_in_the_vocabularies():
    vocabularies = Vocabularies.read(DATA / "vocabularies")
    for row in WITH_PATTERN:
        assert row["term"] in vocabularies.codes(row["dimension"])
