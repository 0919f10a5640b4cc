"""Pages that nobody wrote, in both shapes that captures have: text and HTML."""

from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path

from hypothesis import strategies as st

from dashboard.sources.vision_area_page import Listing, VisionAreaPage
from dashboard.vocabularies import Vocabularies

VOCABULARIES = Vocabularies.read(Path(__file__).parent / "data" / "exempelby" / "vocabularies")

NOTES = {
    (False, False): ("",),
    (False, True): (
        " Öppnas i nytt fönster.",
        "\u00a0öppnas i nytt\u00a0fönster",
        " (öppnas i ett nytt fönster)",
    ),
    (True, False): (" Länk till annan webbplats.", " länk till\u00a0annan webbplats"),
    (True, True): (
        " Länk till annan webbplats, öppnas i nytt fönster.",
        " länk till annan webbplats, öppnas i nytt fönster",
    ),
}

FOOT = (
    "En teckning",
    "Ikon: pratbubblor",
    "Om du har frågor kontakta:",
    "Ändrad av:",
    "Ikon: tidning",
    "Nyheter",
)

NEWS = (
    ("En bil\u00a0 Publicerad", "Tvätta bilen", "Var tvättar du din? Många gör det på..."),
    (
        "Två skyltar Publicerad 3 maj",
        "Ny skylt vid torget",
        "Skylten pekar åt rätt håll igen sedan...",
    ),
)

# Text: lines joined by one space, as a browser shows them, with what is easily taken for something else.

WORDS = st.text("aåäöéBÖ0123-,()\u00a0.", min_size=1, max_size=12).map(str.strip).filter(bool)
TRAPS = st.sampled_from(
    ["öppnas", "Öppnas i nytt fönster mot ån", "länk till", "Publicerad av", "Nyheter", "Fristads,", "och •"]
)
ONE_LINE = (
    st.lists(st.one_of(WORDS, TRAPS), min_size=1, max_size=4)
    .map(" ".join)
    .filter(lambda text: not text.endswith(("länk till annan webbplats", "Publicerad")))
)
SENTENCES = ONE_LINE.map(lambda text: f"{text.removesuffix(':')} så.")
BULLETS = st.lists(ONE_LINE.map("• {}".format), min_size=1, max_size=3).map("\n".join)
DESCRIPTIONS = st.lists(ONE_LINE, min_size=1, max_size=3).map("\n\n".join)


@st.composite
def described(draw: st.DrawFn) -> str:
    """Paragraphs, and perhaps a list at the end or between two of them."""
    first, bullets, last = draw(DESCRIPTIONS), draw(st.none() | BULLETS), draw(st.none() | DESCRIPTIONS)
    return "\n\n".join(part for part in (first, bullets, last) if part)


@st.composite
def made_up_listings(draw: st.DrawFn, stage: str, position: int) -> Listing:
    title = draw(ONE_LINE)
    label = draw(st.just("") | st.just(title) | st.just("Läs mer, om allt") | ONE_LINE)
    external, new_window = draw(st.booleans()) and label != "", draw(st.booleans()) and label != ""
    return Listing(stage, position, title, draw(described()), label, external, new_window)


@st.composite
def made_up_pages(draw: st.DrawFn) -> VisionAreaPage:
    stages = draw(st.lists(st.sampled_from(VOCABULARIES.codes("stage")), min_size=1, unique=True))
    listings = [
        draw(made_up_listings(stage, position))
        for stage in stages
        for position in range(1, draw(st.integers(1, 4)) + 1)
    ]
    return VisionAreaPage(
        draw(ONE_LINE),
        tuple(listings),
        statement="\n\n".join(draw(st.lists(SENTENCES, max_size=3))),
        last_changed=draw(st.none() | st.dates()),
    )


def spell_date(day: date | None) -> str:
    """As a page's foot does; the spelling depends on the day, so that all are met."""
    if day is None:
        return ""
    month = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"]
    month += ["september", "oktober", "november", "december"]
    swedish = f"{day.day} {month[day.month - 1]} {day.year:04}"
    return [f"{day}", swedish, f"{day} kl. 13.37", f"den {swedish}", f"{day.day}/{day.month} {day.year:04}"][
        day.day % 5
    ]


def spell_link(listing: Listing) -> str:
    notes = NOTES[listing.link_external, listing.link_new_window]
    return listing.link_label + notes[listing.position % len(notes)]


def render_page(page: VisionAreaPage) -> str:
    """In the shape of a text capture, furniture and news included."""
    lines = ["Logotyp", "", f"Visionsområdet: {page.title}", "", "Ur visionen:", ""]
    lines += [page.statement, "", "Här följer några exempel.", ""]
    stage = ""
    for listing in page.listings:
        if listing.stage != stage:
            stage = listing.stage
            lines += ["Information, ikon", "", VOCABULARIES.term("stage", stage).label_sv, ""]
        lines += [f" • {listing.title}", ""]
        lines += [_indent(line) for line in listing.description.split("\n")] + [""]
        if listing.link_label:
            lines.append(f"  {spell_link(listing)}")
    lines += [line for text in FOOT for line in (text, "")]
    lines += [f"Senast ändrad: {spell_date(page.last_changed)}", ""]
    for teaser, *texts in NEWS:
        lines += [f" • {teaser}", "", *(f"  {text}\n" for text in texts)]
    return "\n".join(lines)


def _indent(line: str) -> str:
    if not line:
        return ""
    return f"   {line}" if line.startswith("•") else f"  {line}"


# HTML: the same entry in the ways that publishing systems write one.

Entry = Callable[[str, str, str], str]
"""Title, description and link, each as HTML, to what stands in the list entry."""

ENTRIES: dict[str, Entry] = {
    "paragraphs": lambda title, text, link: f"<h3>{title}</h3>{text}{link and f'<p>{link}</p>'}",
    "a bare link": lambda title, text, link: f"{title}\n {text}\n {link}\n",
    "boxes": lambda title, text, link: f"<div>{title}</div><div>{text}{link and f'<div>{link}</div>'}</div>",
    "an accordion": lambda title, text, link: (
        f"<h3><button aria-expanded='false'>{title}</button></h3><div hidden>{text}<p>\n{link}\n</p></div>"
    ),
    "a list for the link": lambda title, text, link: (
        f"<strong>{title}</strong>{text}{link and f'<ul class=links><li>{link}</li></ul>'}"
    ),
    "details": lambda title, text, link: (
        f"<details><summary>{title}</summary><div>{text}<p>{link}</p></div></details>"
    ),
    "sections in sections": lambda title, text, link: (
        f"<article><header><h4>{title}</h4></header><main><section>{text}</section><aside>{link}</aside></main></article>"
    ),
    "elements of its own": lambda title, text, link: (
        f"<city-title><h3>{title}</h3></city-title><city-text>{text}<p><city-link>{link}</city-link></p></city-text>"
    ),
    "spans around blocks": lambda title, text, link: (
        f"<span><h3>{title}</h3></span><span><b>{text}</b><span><p>{link}</p></span></span>"
    ),
    "pictures and buttons": lambda title, text, link: (
        f"<img alt='En bild'><svg><title>Ikon</title></svg><button><b>{title}</b></button><img alt='Bild'>"
        f"<div>{text}<p>{link}<img alt=''></p></div><hr><button>Dela</button><script>dela()</script>"
    ),
    "arrows": lambda title, text, link: f"<h3>{title}</h3>{text}{link and f'<p>→ {link} »</p>'}",
    "empty paragraphs": lambda title, text, link: (
        f"<p>{title}</p><p>&nbsp;</p>{text}<p></p>{link}<p>&nbsp;</p>"
    ),
}


def render_html(page: VisionAreaPage, entry: Entry = ENTRIES["paragraphs"]) -> str:
    parts = ["<!doctype html><html lang=sv><head><meta charset='utf-8'><title>Exempelby</title></head><body>"]
    parts += [
        "<header><img alt='Logotyp'><nav><ul><li>Start</li><li>Visionsområdet: alla</li></ul></nav></header>"
    ]
    parts += [f"<main><h1>Visionsområdet: {_escape(page.title)}</h1><p>Ur visionen:</p>"]
    parts += [f"<p>{_escape(text)}</p>" for text in page.statement.split("\n\n") if text]
    stage = ""
    for listing in page.listings:
        if listing.stage != stage:
            parts.append("</ul>" if stage else "")
            stage = listing.stage
            label = VOCABULARIES.term("stage", stage).label_sv
            parts.append(f"<p><img alt='Information, ikon'></p><h2>{label}</h2><ul>")
        link = f"<a href='/x'>{_escape(spell_link(listing))}</a>" if listing.link_label else ""
        parts.append(f"<li>{entry(_escape(listing.title), _describe(listing.description), link)}</li>")
    parts += ["</ul>", *(f"<div>{text}</div>" for text in FOOT)]
    parts += [f"<p>Senast ändrad: <time>{spell_date(page.last_changed)}</time></p><ul>"]
    parts += [f"<li>{a}<p>{b}</p><p>{c}</p></li>" for a, b, c in NEWS]
    return "\n".join([*parts, "</ul></main></body></html>"])


def _describe(description: str) -> str:
    return "".join(_describe_part(part.split("\n")) for part in description.split("\n\n"))


def _describe_part(lines: list[str]) -> str:
    if lines[0].startswith("•"):
        return f"<ul>{''.join(f'<li>{_escape(line[2:])}</li>' for line in lines)}</ul>"
    return f"<p>{'<br>'.join(map(_escape, lines))}</p>"


def _escape(text: str) -> str:
    return escape(text).replace("\u00a0", "&nbsp;")
