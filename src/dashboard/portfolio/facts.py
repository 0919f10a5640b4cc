"""Partners, years, ages, sums and promised times that a text names."""

from collections.abc import Iterable

from dashboard.portfolio.ages import find_ages
from dashboard.portfolio.evidence import Fact, Passage
from dashboard.portfolio.money import find_money
from dashboard.portfolio.partners import Partners
from dashboard.portfolio.promises import find_promises
from dashboard.portfolio.years import find_years


class Facts:
    """Reads all kinds of fact; see `Partners` for what it has to know beforehand."""

    def __init__(self, own_names: Iterable[str], names_with_and: str) -> None:
        self._partners = Partners(own_names, names_with_and)

    def find(self, passage: Passage) -> list[Fact]:
        """Each fact once, with the words of its first place."""
        kinds = {
            "partner": self._partners.find(passage),
            "year": find_years(passage.lower),
            "age": find_ages(passage.lower),
            "money": find_money(passage.lower),
            "promise": find_promises(passage.lower),
        }
        facts: dict[tuple[str, str], Fact] = {}
        for kind, found in kinds.items():
            for value, start, end in found:
                if (kind, value) not in facts:
                    facts[kind, value] = Fact(kind, value, passage.quote(start, end))
        return list(facts.values())
