"""Whom the city says that it works with, or whose money it uses."""

import re
from collections.abc import Iterable, Iterator

from dashboard.portfolio.evidence import Passage

NAME_RULE = "name-with-and"
"""Its `pattern` is names that hold the word "och" themselves, which else parts one partner from the next."""

_FOLLOWS = re.compile(
    r"\b(?:(?:samarbete[nt]?|samverkan|partnerskap|tillsammans|samarbeta[rt]?|samverka[rt]?) med"
    r"|(?:bidrag|stöd|medel|pengar|finansiering|kronor) från"
    r"|(?:(?:del)?finansieras|(?:del)?finansierats|inrättats|startats|drivs|anordnas|arrangeras)"
    r"(?: gemensamt)? av) "
)
_LIST_ENDS = re.compile(r"[.;:!?()\n]")
_PARTS = re.compile(r",(?: och| samt)? | och | samt ")
_CAPITALISED = r"[A-ZÅÄÖÉ][\w&+-]*"
_NAME = re.compile(
    rf"[A-ZÅÄÖ]\w+ska [a-zåäö]+(?:en|et|an|n)\b"  # "Svenska kyrkan": only the first word has a capital
    rf"|{_CAPITALISED}(?: {_CAPITALISED})* [a-zåäö]*"
    r"(?:förening|klubb|församling|stiftelse|sällskap|bolag)(?:en|et)?\b"
    rf"|{_CAPITALISED}(?: (?:(?:i|för|av|of|de|&) )?{_CAPITALISED})*"
)
_LEADS_ELSEWHERE = re.compile(r"\b(?:i|på|från|till|för|av|om|vid|inom|har|är|ska|kan|kommer|som|där|att)\b")
_OWN_BODY = re.compile(r"(?:förvaltning|nämnd|kontor|styrels|fullmäktige)(?:en|et|e|s|ens)?\b")
_LONGEST_LEAD = 4
"""Words in small letters before a partner's name, as in "den ideella föreningen X"."""


class Partners:
    """Knows the city's own names, which are no partners of it, and names with "och" in them."""

    def __init__(self, own_names: Iterable[str], names_with_and: str) -> None:
        self._own = frozenset(own_names)
        whole = [names_with_and, *(re.escape(name) for name in self._own if " " in name)]
        self._whole = re.compile("|".join(filter(None, whole)) or "(?!)", re.IGNORECASE)

    def find(self, passage: Passage) -> Iterator[tuple[str, int, int]]:
        """Names with their spans, from the list that follows a phrase such as "i samarbete med"."""
        for phrase in _FOLLOWS.finditer(passage.lower):
            end = _LIST_ENDS.search(passage.text, phrase.end())
            text = passage.text[phrase.end() : end.start() if end else None]
            joined_up = self._whole.sub(lambda name: name[0].replace(" ", "_"), text)
            for offset, joined in _list_names(joined_up):
                name = joined.replace("_", " ")
                if not self._is_own(name):
                    yield name, phrase.end() + offset, phrase.end() + offset + len(name)

    def _is_own(self, name: str) -> bool:
        spellings = {name, name.removesuffix("s")}
        return not spellings.isdisjoint(self._own) or _OWN_BODY.search(name.lower()) is not None


def _list_names(text: str) -> Iterator[tuple[int, str]]:
    """Names in the list that begins the text, which ends where the sentence goes on about something else."""
    start = 0
    for part in [*_PARTS.finditer(text), None]:
        item = text[start : part.start() if part else None]
        found = _NAME.search(item)
        lead = item[: found.start()] if found else item
        if len(lead.split()) > _LONGEST_LEAD or _LEADS_ELSEWHERE.search(lead):
            return
        if found:
            yield start + found.start(), found[0]
            if item[found.end() :].strip():
                return
        start = part.end() if part else start
