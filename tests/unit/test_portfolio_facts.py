"""Partners, years, ages, sums and promised times in made-up sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.portfolio.evidence import Passage
from dashboard.portfolio.facts import Facts
from dashboard.portfolio.money import parse_number_word

OWN = ("Exempelby kommun", "Exempelby")


def values(kind: str, text: str) -> list[str]:
    facts = Facts(OWN, "vatten och värme i väst").find(Passage("", text))
    return [fact.value for fact in facts if fact.kind == kind]


# Partners


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Vi odlar i samarbete med Hyresgästföreningen.", ["Hyresgästföreningen"]),
        ("Kaféet drivs i samverkan med Röda Korset och Svenska kyrkan.", ["Röda Korset", "Svenska kyrkan"]),
        (
            "Tillsammans med Polisen, SISU och Högskolan i Väst lär vi ut.",
            ["Polisen", "SISU", "Högskolan i Väst"],
        ),
        ("Vi samverkar med den ideella föreningen Pråmen om scenen.", ["Pråmen"]),
        ("Vi samarbetar med bland annat Region Väst.", ["Region Väst"]),
        ("Vi byggde tillsammans med Vatten och Värme i Väst.", ["Vatten och Värme i Väst"]),
        ("Med bidrag från Naturvårdsverket byggs en led.", ["Naturvårdsverket"]),
        ("Scenen finansieras av Kulturrådet.", ["Kulturrådet"]),
        ("Vi arbetar tillsammans med boende, föreningar och Bryggan.", ["Bryggan"]),
        ("I samarbete med Exempelby kommun och Bryggan.", ["Bryggan"]),
    ],
)
def test_a_partner_follows_a_phrase_of_working_together(text: str, partners: list[str]):
    assert values("partner", text) == partners


@pytest.mark.parametrize(
    "text",
    [
        "I samarbete med Kulturförvaltningen och Socialnämnden.",
        "Vi leker tillsammans med barn på Norrby.",
        "Läs tillsammans med dig som bor i Väst.",
        "I samarbete med föreningar. Polisen kommer.",
        "Polisen bor granne med oss.",
        "Tillsammans med Exempelbys invånare.",
    ],
)
def test_the_citys_own_bodies_and_names_of_other_things_are_no_partners(text: str):
    assert values("partner", text) == []


# Years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Sedan 2021 finns en brygga.", ["2021"]),
        ("Våren 2025 och hösten 2026.", ["2025", "2026"]),
        ("Åren 2024–2026.", ["2024", "2026"]),
        ("Läsåret 2024/2025.", ["2024", "2025"]),
        ("Klart 2025-12-31.", ["2025"]),
        ("Visionen gäller 2035!", ["2035"]),
    ],
)
def test_a_year_is_read(text: str, years: list[str]):
    assert values("year", text) == years


@pytest.mark.parametrize(
    "text",
    [
        "Ungdomar mellan 16 och 20 år.",
        "För årskurs 7-9.",
        "Bidraget är 2000 kronor.",
        "Vi väntar 2050 deltagare.",
        "Året var 1850.",
        "Det kostar 2024 000 kr.",
        "Ring 033-35 2024.",
        "Klockan 20.24.",
        "Med 2030 m2 golv.",
    ],
)
def test_ages_school_years_and_amounts_are_not_years(text: str):
    assert values("year", text) == []


# Ages


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Unga 16-20 år.", "16-20"),
        ("Ungdomar mellan 13 och 16 år.", "13-16"),
        ("Invånare i åldern 20–60 år.", "20-60"),
        ("För åldrarna 6 till 9.", "6-9"),
        ("Ett kafé för 13–19-åringar.", "13-19"),
        ("Barn i åldern sex till tolv år.", "6-12"),
        ("Personer mellan sexton och tjugofem år.", "16-25"),
        ("Unga upp till 25 år.", "0-25"),
        ("Barn i åldern upp till tolv år.", "0-12"),
        ("Ungdomar till och med 19 år.", "0-19"),
    ],
)
def test_a_range_of_ages_is_read(text: str, age: str):
    assert values("age", text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "För årskurs 7-9.",
        "Det tar inom 5-10 år.",
        "Under de kommande 3–5 åren.",
        "För 10-15 år sedan.",
        "Åren 2020-2024 år efter år.",
        "Mellan 20 och 16 år.",
        "Personer över 18 år.",
        "Försöket tar två till tre år.",
        "Lån i upp till 5 år.",
        "Barn och unga under 3 till 5 år.",
    ],
)
def test_school_years_durations_and_open_ends_are_no_ages(text: str):
    assert values("age", text) == []


# Money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Vi får tio miljoner kronor.", "10000000"),
        ("Bron kostar 2,5 miljoner kronor.", "2500000"),
        ("Ett bidrag på 500 000 kr.", "500000"),
        ("Ett bidrag på 500.000 kronor.", "500000"),
        ("Vi satsar en halv miljon.", "500000"),
        ("Vi satsar en halv miljon kronor.", "500000"),
        ("Vi satsar en kvarts miljon.", "250000"),
        ("Tre kvarts miljon kronor.", "750000"),
        ("Två och en halv miljoner kronor.", "2500000"),
        ("Tjugofem miljoner till bryggan.", "25000000"),
        ("Tvåhundrafemtio tusen kronor.", "250000"),
        ("Investeringen är 12 mkr.", "12000000"),
        ("En miljard kronor.", "1000000000"),
        ("Stipendiet är 750 kronor.", "750"),
        ("Ett bidrag på 40\u00a0000\u00a0kr.", "40000"),
    ],
)
def test_money_is_read_in_figures_and_in_words(text: str, amount: str):
    assert values("money", text) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "En halv miljon besökare.",
        "Tre miljoner invånare i väst.",
        "Kronor och ören.",
        "Två kronhjortar.",
        "Fem krokar.",
    ],
)
def test_millions_of_something_else_are_no_money(text: str):
    assert values("money", text) == []


UNITS = ["", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
TENS = ["", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]


@given(st.integers(1, 9), st.integers(2, 9), st.integers(0, 9))
def test_a_number_word_is_the_sum_of_its_parts(hundreds: int, tens: int, units: int):
    word = f"{UNITS[hundreds]}hundra{TENS[tens]}{UNITS[units]}"
    assert parse_number_word(word) == 100 * hundreds + 10 * tens + units


@pytest.mark.parametrize("word", ["", "bro", "tjugobro", "femhundrabro"])
def test_any_other_word_is_no_number(word: str):
    assert parse_number_word(word) is None


# Promises


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Under 2024 kommer vi att bygga en brygga.", "2024-12-31"),
        ("Under 2024 erbjuder vi kurser.", "2024-12-31"),
        ("Under 2026 byggs en brygga.", "2026-12-31"),
        ("Ett nytt bad planeras våren 2025.", "2025-06-30"),
        ("Första halvåret av 2023 ska bryggan stå klar.", "2023-06-30"),
        ("Arbetet startas upp under första halvåret av 2023.", "2023-06-30"),
        ("Bryggan ska invigas i slutet av 2023.", "2023-12-31"),
        ("Hösten 2024 öppnar badet.", "2024-12-31"),
        ("Badet beräknas öppna i mars 2025.", "2025-03-31"),
        ("Badet öppnar den 14 mars 2025.", "2025-03-14"),
        ("Utsläppen ska halveras till 2030.", "2030-12-31"),
        ("Projektet pågår 2024–2026 men planeras till 2024-2026.", "2026-12-31"),
        ("Tredje kvartalet 2025 startar kursen.", "2025-09-30"),
        ("Vintern 2024 blir det skridskor.", "2025-02-28"),
        ("Vintern 2023/2024 blir det skridskor.", "2024-02-29"),
        ("Projektet pågår 2026–2028.", "2028-12-31"),
        ("Projektet pågår till och med 2027-06-30.", "2027-06-30"),
        ("Klart senast 2025-12-31.", "2025-12-31"),
        ("Bron står klar 2026.", "2026-12-31"),
        ("Bron ska vara klar 2026.", "2026-12-31"),
        ("2026 öppnar badet.", "2026-12-31"),
        ("Under läsåret 2025/2026 startar kursen.", "2026-06-30"),
        ("Läsåret 2025/26 startar kursen.", "2026-06-30"),
        ("Läsåret 2025 startar kursen.", "2026-06-30"),
        ("Skylten ska sättas upp i början av 2026.", "2026-04-30"),
    ],
)
def test_a_promise_is_kept_by_the_last_day_of_its_time(text: str, day: str):
    assert values("promise", text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Bryggan har funnits sedan 2021.",
        "Under 2022 genomfördes tre kurser.",
        "Under 2022 har vi byggt en brygga.",
        "Under 2022 byggde vi en brygga.",
        "Hösten 2022 invigdes badet.",
        "Badet öppnade våren 2022.",
        "Sedan 2023 är varje kommun skyldig att ha en brygga.",
        "Planen antogs 2018.",
        "Visionen 2035 ska nås.",
        "Vi byggde en brygga under 2022, och den ska målas.",
        "Bryggan var planerad till 2022.",
        "Bryggan var klar 2022.",
        "Bryggan var klar senast 2022.",
        "Projektet pågick 2021–2023.",
        "Senast 2022 hölls en mässa.",
        "Det blir Agenda 2030.",
        "Badet öppnar 2050 platser.",
        "Klart senast 2025-02-31.",
    ],
)
def test_what_was_or_has_been_is_no_promise(text: str):
    assert values("promise", text) == []


@given(
    st.integers(1990, 2098), st.sampled_from(["under", "våren", "vintern", "mars", "slutet av", "kvartal 1"])
)
def test_a_promised_day_lies_within_two_months_of_its_year(year: int, lead: str):
    (value,) = values("promise", f"Vi ska bygga {lead} {year}.")
    assert date(year, 1, 1) < date.fromisoformat(value) < date(year + 1, 3, 1)


# All of them


def test_a_fact_that_stands_twice_is_one_with_its_first_words():
    (fact,) = Facts(OWN, "").find(Passage("", "Sedan 2021 växer det. Även efter 2021 växer det."))
    assert (fact.kind, fact.value, fact.quote) == ("year", "2021", "Sedan 2021 växer det")
