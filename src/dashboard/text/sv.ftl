### Svenska texter. Vokabulärernas egna benämningar står bara i data/vocabularies/.

product = Visionskollen
language-name = Svenska
menu = Sidor
skip-to-content = Till innehållet

## Sidor

page-overview = Översikt
page-vision_areas = Visionsområden
page-target_areas = Målområden
page-districts = Områden
page-stages = Skeden
page-initiatives = Insatser
page-changes = Förändringar
page-about = Om data

question-overview = Var gör vi mycket, var gör vi lite?
question-vision_areas = Vad görs för varje del av visionen?
question-target_areas = Vilka insatser stöder målområdena, och vet vi det eller antar vi det?
question-districts = Vilka områden riktar sig insatserna till, och vilka når alla?
question-stages = Vad görs nu, vad utvecklas och vad sker tillsammans med andra?
question-initiatives = Vilka är insatserna, och vad bygger uppgifterna på?
question-changes = Vad har kommit till, försvunnit, flyttats och skrivits om?
question-about = Hur har vi räknat, hur komplett är underlaget och varifrån kommer det?

## Räkneord

initiative = Insats
initiatives =
    { $n ->
        [one] { $n } insats
       *[other] { $n } insatser
    }
all-initiatives =
    { $n ->
        [one] Den enda insatsen
       *[other] Alla { $n } insatser
    }
some-initiatives =
    { $whole ->
        [one] { $n } av { $whole } insats
       *[other] { $n } av { $whole } insatser
    }
of = { $part } av { $whole }
listings =
    { $n ->
        [one] { $n } post
       *[other] { $n } poster
    }
initiatives-total = Insatser
listings-total = Poster

## Filter

search-label = Sök insats
search-placeholder = Titel, innehåll …
all-terms = Alla
more-filters = Fler filter
reaching-everyone =
    { $n ->
        [one] Därtill når { $n } insats hela kommunen
       *[other] Därtill når { $n } insatser hela kommunen
    }
clear-filters = Visa alla
count-inferred = Räkna härledda uppgifter
count-inferred-help = En härledd uppgift har satts med en namngiven regel utifrån ord i texten. Stäng av för att bara räkna det som kommunen själv anger.
unknown-code = Länken innehöll ett värde som inte finns och som därför inte används: { $param } = { $value }.

lock-view = Lås vyn till läget
lock-nothing = Olåst, följer med nya data

dimension-vision_area = Visionsområde
dimension-target_area = Målområde
dimension-district = Område
dimension-stage = Skede
dimension-approach = Arbetssätt
dimension-target_group = Målgrupp
dimension-status = Status
dimension-place = Plats
dimension-fact = Nämnt i texten

of-dimension-vision_area = visionsområde
of-dimension-target_area = målområde
of-dimension-district = område
of-dimension-stage = skede
of-dimension-approach = arbetssätt
of-dimension-target_group = målgrupp
of-dimension-status = status
of-dimension-place = plats
of-dimension-fact = annat i texten

any = Angivet, vilket som helst
not-stated = Ej angivet
stated = angiven
inferred = härledd

describe-vision_area = under { $labels }
describe-target_area = inom { $labels }
describe-district = i { $labels }
describe-approach = med arbetssättet { $labels }
describe-target_group = för { $labels }
describe-status = med status { $labels }
describe-place = med platsen { $labels }
describe-fact = där texten nämner { $labels }
describe-stage =
    { $code ->
        [doing-now] som görs nu
        [developing] som utvecklas
        [networks] som är nätverk och partnerskap
       *[other] under rubriken { $label }
    }
describe-municipality-wide = som når hela kommunen
describe-any = med uppgift om { $dimension }
describe-not-stated = utan uppgift om { $dimension }
describe-words = där det står ”{ $words }”
describe-stated-only = bara med det som kommunen anger

## Tomt

nothing-selected = Inga insatser stämmer med urvalet.
nothing-selected-advice = Det betyder inte att ingenting görs. Ta bort något filter, eller visa alla insatser.
no-such-initiative = Det finns ingen insats med koden { $code }.
gone-initiative =
    { $locked ->
        [True] ”{ $title }” fanns inte i det här läget.
       *[other] ”{ $title }” finns inte kvar bland insatserna.
    }
gone-initiative-advice = Insatsen stod senast i läget den { $snapshot }.
gone-initiative-link = Läs om den i läget den { $snapshot }
no-such-initiative-advice = Insatsen kan ha tagits bort eller fått en annan kod. Sök i listan i stället.

## Översiktens siffror

figure-initiatives = olika insatser
figure-listings = poster på kommunens sidor
figure-captured = visionsområden med underlag
figure-placed = insatser namnger en plats

## Diagram

chart-vision-areas-by-stage = Insatser per visionsområde och skede
chart-initiatives-as-squares = Varje insats, en ruta
chart-vision-areas = Insatser per visionsområde
chart-vision-areas-by-target-area = Visionsområden och målområden
chart-target-areas = Insatser per målområde
chart-target-areas-by-stage = Målområden och skeden
chart-approach-by-stage = Områdesutveckling och skeden
chart-district-map = Insatser som pekar ut ett område
chart-district-bars = Utpekade områden, hela kommunen och ej angivet
chart-districts-by-stage = Områden och skeden
chart-district-list = Alla områden med invånare och ekonomiska villkor
chart-stages = Insatser per skede
chart-stages-by-target-area = Skeden och målområden
chart-field-coverage = Hur mycket vet vi om insatserna?
chart-sources = Källor
chart-rules = Regler för uppgifterna
chart-not-relevant = Platser som inte är områden
chart-problems = Det som inte gick att placera
chart-review = Att granska
problems-of-imports = Det som inläsningen inte kunde placera
problems-by-kind = Det som saknas i underlaget
chart-stage-transitions = Skede före och efter
chart-changes = Förändringarna, en och en
chart-possibly-outdated = Möjligen inaktuellt

show-table = Visa som tabell
download-csv = Ladda ner CSV
download-list = Ladda ner listan (CSV)
definition = Så har vi räknat
basis = Underlag: { $selection }.
basis-everything = Underlag: allt, oavsett filter.
several-vision-areas = Flera visionsområden
square-stands-for = En ruta står för { $n } insatser

terms-vision_area = Visionsområdena
terms-target_area = Målområdena
terms-stage = Skedena

## Meningar

quoted = ”{ $label }”
sentence-extremes =
    { $least ->
        [0] Flest har { $most } med { $n }; ingen finns för { $fewest }.
       *[other] Flest har { $most } med { $n }, färst { $fewest } med { $least }.
    }
sentence-equal = Alla har lika många: { $n }.
sentence-one = { $label } har { $n }.
sentence-cell = { $row } och { $column }
sentence-most-cells = Flest insatser, { $n }, möts i { $cells }.
sentence-cells-wide-only =
    { $n ->
        [one] I { $n } ruta av { $whole } finns bara kommunövergripande insatser.
       *[other] I { $n } rutor av { $whole } finns bara kommunövergripande insatser.
    }
sentence-cells-none =
    { $n ->
        [one] I { $n } ruta av { $whole } finns ingen utpekad insats.
       *[other] I { $n } rutor av { $whole } finns ingen utpekad insats.
    }
sentence-cells-not-stated =
    { $n ->
        [one] I { $n } ruta av { $whole } är ingen känd, men källan säger inte allt.
       *[other] I { $n } rutor av { $whole } är ingen känd, men källan säger inte allt.
    }
sentence-none = Ingen insats har någon av dessa uppgifter.
sentence-not-captured =
    { $n ->
        [one] För { $labels } saknas underlag: sidan har inte samlats in.
       *[other] För { $labels } saknas underlag: sidorna har inte samlats in.
    }
sentence-not-stated =
    { $n ->
        [0] Uppgiften finns för alla { $whole }.
       *[other] För { $n } av { $whole } är det ej angivet.
    }
sentence-shared =
    { $n ->
        [one] { $n } insats räknas i flera, så summan blir större än helheten.
       *[other] { $n } insatser räknas i flera, så summan blir större än helheten.
    }
sentence-headline = { $initiatives }: { $parts }.
sentence-districts =
    { $aimed ->
        [0] Ingen av de { $whole } insatserna pekar ut ett område; { $wide } når hela kommunen och för { $unknown } är det ej angivet.
       *[other] { $aimed } av { $districts } områden pekas ut av någon insats. Av { $whole } insatser når { $wide } hela kommunen, och för { $unknown } är det ej angivet.
    }
sentence-district-list = Låg ekonomisk standard är andelen som bor i hushåll med låg inkomst. Tabellen jämför inte områdenas resultat.
sentence-coverage = { $placed } av { $whole } insatser namnger en plats i kommunen.
sentence-sources =
    { $n ->
        [one] Allt bygger på { $n } källa.
       *[other] Allt bygger på { $n } källor. Där adress eller datum saknas har de inte följt med underlaget.
    }
sentence-rules =
    { $n ->
        [one] { $n } regel har satt uppgifterna.
       *[other] { $n } regler har satt uppgifterna. En angiven uppgift står i kommunens text; en härledd har en regel satt.
    }
sentence-not-relevant =
    { $n ->
        [0] Inga platser är undantagna.
       *[other] { $n } platser är undantagna av en person, med skäl och datum: där är en nolla ingen lucka.
    }
sentence-problems =
    { $n ->
        [0] Allt gick att placera.
       *[other] { $n } uppgifter kunde inte placeras eller saknas i källan. Inget är gissat.
    }

sentence-transitions =
    { $moved ->
        [one] { $moved } post bytte skede, { $came } tillkom och { $went } försvann; { $stayed } står kvar i sitt skede.
       *[other] { $moved } poster bytte skede, { $came } tillkom och { $went } försvann; { $stayed } står kvar i sitt skede.
    }
sentence-changes =
    { $n ->
        [0] Inget har ändrats i urvalet.
       *[other] En insats som har ändrats på flera sätt står under vart och ett.
    }
sentence-outdated =
    { $n ->
        [0] Den { $date } finns inga tecken på att någon text är inaktuell.
        [one] { $n } insats kan vara inaktuell den { $date }: den lovade tiden har passerat eller länken är borta. Det betyder inte att arbetet har upphört.
       *[other] { $n } insatser kan vara inaktuella den { $date }: den lovade tiden har passerat eller länken är borta. Det betyder inte att arbetet har upphört.
    }
sentence-review =
    { $n ->
        [0] Inget väntar på granskning.
        [one] { $n } uppgift behöver ses över av en människa. Inget är bestämt förrän någon har gjort det.
       *[other] { $n } uppgifter behöver ses över av en människa. Inget är bestämt förrän någon har gjort det.
    }

## Sex slags rutor

legend = Så läser du rutorna
legend-selection = En nolla utan ram gäller bara urvalet: utan filter finns det insatser där.
sign-count = { $n }
sign-wide-only = ↔ { $wide }
sign-none = 0
sign-not-stated = ? { $n }
sign-unknown = ?
sign-not-captured = —
sign-not-relevant = ×
cell-count = { initiatives }
cell-wide-only = endast kommunövergripande, { $wide } når hela kommunen
cell-none = ingen utpekad insats
cell-not-stated =
    { $n ->
        [one] { $n } insats där källan inte anger det
       *[other] { $n } insatser där källan inte anger det
    }
cell-unknown =
    { $n ->
        [one] ingen känd, men för { $n } insats är det ej angivet
       *[other] ingen känd, men för { $n } insatser är det ej angivet
    }
cell-not-captured = underlag saknas
cell-not-relevant = ej relevant
meaning-count = Antal insatser här. Talet leder till listan.
meaning-wide-only = Endast kommunövergripande: ingen insats namnger området, men så många når hela kommunen.
meaning-none = Ingen utpekad insats: underlaget är läst och nämner ingen. Bara detta är en lucka.
meaning-not-stated = Ej angivet: källan säger inte vad som gäller för så många insatser. Ett ensamt frågetecken: ingen är känd, men någon kan finnas bland dem.
meaning-not-captured = Underlag saknas: sidan har aldrig samlats in. Det betyder inte noll.
meaning-not-relevant = Ej relevant: en person har bestämt att platsen inte räknas, med skäl och datum.

## Förändringar

snapshot =
    { $number ->
        [1] { $date }
       *[other] { $date } ({ $number })
    }
snapshot-now = nu
missing-snapshot = Läget { $code } finns inte här. Sidan visar dagens uppgifter i stället.
missing-snapshot-advice = Siffrorna nedan är alltså inte de som länken skulle visa. Läget kan ha tagits bort, eller så är länken felskriven.
missing-snapshot-others =
    { $n ->
        [0] Det finns inga sparade lägen.
       *[other] De här lägena finns:
    }
locked = Vyn är låst till läget den { $snapshot }.
see-changes = Se vad som har ändrats
unlock = Visa läget nu
compare-from = Jämför läget
compare-to = med läget
changes-since = Sedan den { $before }
changes-since-then = Sedan dess
changes-between = Från { $before } till { $after }
changes-sentence =
    { $unchanged ->
        [0] { $since }: { $parts }; ingen är som förut.
       *[other] { $since }: { $parts }; { $unchanged } är som förut.
    }
changes-nothing = { $since }: ingenting har ändrats.
change-new = tillkom
change-gone = försvann
change-stage = bytte skede
change-vision_area = bytte visionsområde
change-listed = fick en post till
change-unlisted = miste en post
change-title = bytte namn
change-text = fick ny text
change-link_gone = miste en länk
change-link = fick ny länk
change-assessment = bedömdes om
changed-new = Nya
changed-gone = Finns inte kvar
changed-stage = Bytte skede
changed-vision_area = Bytte visionsområde
changed-listed = Fick en post till
changed-unlisted = Miste en post men finns kvar
changed-title = Bytte namn
changed-text = Fick ny text
changed-link_gone = Miste en länk
changed-link = Fick ny länk
changed-assessment = Bedömdes om
assessment-is-ours = Det är uppgifterna här som har ändrats, inte nödvändigtvis kommunens text.
from-to = Från { $before } till { $after }
before-and-after = Rad: före · Kolumn: efter
stage-before = före: { $stage }
stage-after = efter: { $stage }
close-list = Dölj listan
was-absent = Fanns inte
now-absent = Finns inte kvar
link-within = ”{ $label }”
link-elsewhere = ”{ $label }” på en annan webbplats
link-in-new-window = { $link }, i nytt fönster
diff-added = Tillagt:
diff-removed = Borttaget:
wording-not-kept = Kommunen har skrivit om texten. Ordalydelsen är inte sparad på den här datorn.
more-in-csv =
    { $n ->
        [one] { $n } insats till står i CSV-filen.
       *[other] { $n } insatser till står i CSV-filen.
    }
outdated = Möjligen inaktuell
until = till och med { $date }
outdated-promise = Texten talar om ”{ $quote }”, en tid som gick ut { $date }.
outdated-link = Länken ”{ $label }” är borta från kommunens sida sedan läget den { $snapshot }.
outdated-link-now = Länken ”{ $label }” är borta från kommunens sida; den fanns i läget den { $snapshot }.
chart-captured-pages = Sidorna bakom lägena
sentence-captured-pages =
    { $n ->
        [0] Båda lägena bygger på samma hämtningar av kommunens sidor.
        [one] { $n } av kommunens sidor har hämtats på nytt eller tillkommit mellan lägena.
       *[other] { $n } av kommunens sidor har hämtats på nytt eller tillkommit mellan lägena.
    }
column-page = Sida
column-fetched-before = Hämtad före
column-fetched-after = Hämtad efter
column-last-changed = Ändrad av kommunen
page-new = Ny här
page-gone = Finns inte kvar
page-statement = Vad visionen säger är omskrivet
page-content = Hämtad på nytt
page-none = Samma hämtning
statement-reworded = Så har det sidan säger om visionen skrivits om
nothing-earlier = Läget den { $snapshot } är det första som finns.
nothing-earlier-advice = Det finns inget tidigare läge att jämföra det med. Du kan i stället se vad som har ändrats sedan dess.
compare-with-now = Jämför läget den { $snapshot } med läget nu
first-snapshot-title = Det finns inget tidigare läge att jämföra med än.
first-snapshot-advice = Här visas vilka insatser som har tillkommit, försvunnit, bytt skede eller fått ny text mellan två lägen. Ett läge sparas varje gång en ny insamling av kommunens sidor läses in med kommandot:
first-snapshot-command = dashboard import INSAMLING

## Områden

area-type = Områdestyp
area-type-1 = Områden med stora socioekonomiska utmaningar
area-type-2 = Områden med socioekonomiska utmaningar
area-type-3 = Socioekonomiskt blandade områden
area-type-4 = Områden med goda socioekonomiska förutsättningar
area-type-5 = Områden med mycket goda socioekonomiska förutsättningar

## Listan och kortet

sort-by = Ordna efter
sort-published = som på sidorna
sort-title = titel
sort-initiatives = insatser
sort-label = namn
sort-population = invånare
sort-low_income_pct = låg ekonomisk standard
no-summary = Ingen har skrivit en sammanfattning än. Kommunens egen beskrivning finns på sidan där insatsen står.
pages = Sidor i listan
previous-page = Föregående
next-page = Nästa
back-to-list = Till listan
published-as = Publicerad som ”{ $title }”
card-listings = Här står den
card-labels = Vad vi vet, och hur
card-facts = Övrigt som texten namnger
listing-place = { $vision_area }, { $stage }, nummer { $position }:
fetched = hämtad { $date }
not-dated = hämtningsdatum ej angivet
address-unknown = sidans adress ej angiven
links-to = länkar till ”{ $label }”
links-elsewhere = länkar till ”{ $label }” på en annan webbplats
no-link = utan länk
not-stated-by-source = källan säger inte
how-set =
    { $reviewed ->
        [True] { $provenance }, granskad
       *[other] { $provenance }, ej granskad
    }
role-target = riktas hit
role-venue = plats för verksamheten
role-mention = nämns

column-code = Kod
column-initiative = Insats
column-title = Publicerad titel
column-summary = Sammanfattning
column-position = Nummer i skedet
column-link_label = Länktext
column-dimension = Uppgift
column-term = Värde
column-provenance = Angiven eller härledd
column-rule = Regel
column-quote = Ord i texten
column-source = Källa
column-kind = Slag
column-fetched = Hämtad
column-labels = Antal
column-field = Uppgift
column-known = Känd
column-stated = Angiven
column-inferred = Härledd
column-population = Invånare
column-low_income_pct = Låg ekonomisk standard
column-reason = Skäl
column-declared_by = Bestämt av
column-date = Datum
column-problem = Vad
column-change = Ändring
column-before = Före
column-after = Efter
column-suggestion = Förslag
column-value = Värde
line-of-source = { $source }, rad { $line }
column-where = Var

source-vision-area-page = sida om ett visionsområde
source-programme-page = programmets sida
source-city-page = sida hos kommunen
source-spreadsheet = kalkylblad
source-statistics = statistik

## Metod

method = Så har vi räknat
method-what-is-counted-title = Vad räknas?
method-what-is-counted = Varje tal är antalet insatser som kommunen beskriver på sin webbplats. Det säger inget om pengar, arbetsinsats eller om målen nås.
method-initiative-or-listing-title = Insats eller post?
method-initiative-or-listing = En post är en beskrivning på en sida. Samma insats kan stå på flera sidor och räknas då en gång. En insats som hör till flera värden räknas fullt i vart och ett, så delarna kan bli fler än helheten.
method-stage-not-status-title = Är skede samma sak som status?
method-stage-not-status = Nej. Skedena är sidornas egna tre rubriker. Nätverk och partnerskap är ett sätt att arbeta och inget steg i tiden. Status anges bara när texten säger att något är planerat, pågår, är avslutat eller permanent.
method-stated-or-inferred-title = Angiven eller härledd?
method-stated-or-inferred = En uppgift är angiven när kommunens text säger det och härledd när en namngiven regel har satt den utifrån ord i texten. Härledda uppgifter kan stängas av i filtret.
method-small-numbers-title = Varför inte alltid procent?
method-small-numbers = Under tio insatser skrivs andelar som ”2 av 7”, eftersom procent av så få vilseleder.

## Problem

problem-district_without_population = Område utan folkmängd
problem-vision_area_without_page = Visionsområde utan insamlad sida
problem-place_without_district = Plats utan område
problem-place_without_coordinate = Plats utan läge
problem-source_without_address = Källa utan adress
problem-source_without_date = Källa utan datum
problem-initiative_without_summary = Insats utan sammanfattning
problem-initiative_without_listing = Insats som ingen sida längre tar upp
problem-empty-stage = Skede utan insatser på sidan
problem-missing-stage = Skedesrubrik saknas på sidan
problem-unknown-place = Platsnamn som ingen ordlista känner
problem-spelling = Stavning som avviker från ordlistan
problem-unreadable-date = Datum som inte går att läsa

## Att granska

review-unsure = Reglerna räcker inte för att avgöra
review-another = Reglerna finner något annat än det som redan är satt
review-quote-gone = Orden som uppgiften bygger på finns inte längre i texten
review-sheet-differs = Ett inläst kalkylblad säger något annat

## Sidfot och fel

what-numbers-mean = Talen är insatser som kommunen beskriver på sin webbplats – inte pengar, arbetsinsats eller måluppfyllelse.
data-version = Data { $version }, gjord { $date }.
building = Bygger data …
data-has-errors = Datan går inte att läsa
data-has-errors-advice = Rätta raderna nedan och ladda om sidan. Inget annat har ändrats.
problems = Fel
unexpected = Något gick fel när sidan skulle visas.
unexpected-advice = Ladda om sidan, eller gå till Översikt. Felet är antecknat i loggen; underlaget är orört.
no-data = Det finns ingen data att visa
store-missing = Datafilen saknas. Bygg den med kommandot nedan och ladda om sidan.
store-outdated = Datafilen är gjord av en annan version av Visionskollen. Bygg om den med kommandot nedan och ladda om sidan.
store-unwritable = Datafilen gick inte att skriva: disken är full eller mappen är låst. Rätta det, kör kommandot nedan och ladda om sidan.
store-broken = Datafilen är skadad. Bygg om den med kommandot nedan och ladda om sidan; underlaget i data/ är orört.
