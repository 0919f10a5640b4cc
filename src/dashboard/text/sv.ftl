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
page-gaps = Luckor
page-stages = Skeden
page-initiatives = Insatser
page-changes = Förändringar
page-about = Om data
page-accessibility = Tillgänglighet

question-overview = Var gör vi mycket, var gör vi lite?
question-vision_areas = Vad görs för varje del av visionen?
question-target_areas = Vilka insatser stöder målområdena, och vet vi det eller antar vi det?
question-districts = Vilka områden riktar sig insatserna till, och vilka når alla?
question-gaps = Var saknas insatser, och går det att säga?
question-stages = Vad görs nu, vad utvecklas och vad sker tillsammans med andra?
question-initiatives = Vilka är insatserna, och vad bygger uppgifterna på?
question-changes = Vad har kommit till, försvunnit, flyttats och skrivits om?
question-about = Hur har vi räknat, hur komplett är underlaget och varifrån kommer det?
question-accessibility = Hur väl fungerar Visionskollen för alla, vad brister, och var säger man till?

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

filters = Filter
search-label = Sök insats
search-placeholder = Titel, innehåll …
all-terms = Alla
without-scripts = Utan JavaScript kan du läsa sidan och följa dess länkar, men inte filtrera.
beside = Sidofält
close = Stäng
more-filters = Fler filter
filter-legend = { $dimension }, med antal insatser
lift-picks = Rensa
find-term = Hitta { $dimension }
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

any = Känt, vilket som helst
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
chart-districts-by-target-area = Områden och målområden
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
sentence-extremes = { sentence-most }{ sentence-fewest }.
sentence-most =
    { $leaders ->
        [one] Flest har { $most } med { $n }
       *[other] Flest har { $most } med { $n } var
    }
sentence-fewest =
    { $least ->
        [0] ; ingen finns för { $fewest }
       *[other] { $trailers ->
            [one] , färst { $fewest } med { $least }
           *[other] , färst { $fewest } med { $least } var
        }
    }
sentence-equal = Alla har lika många: { $n }.
sentence-one = { $label } har { $n }.
sentence-cell = { $row } möter { $column }
sentence-most-cells =
    { $leaders ->
        [one] Flest insatser, { $n }, finns där { $cells }.
       *[other] Flest insatser, { $n } var, finns där { $cells }.
    }
sentence-cells-wide-only =
    { $whole ->
        [one] { $n } av { $whole } ruta har ingen utpekad insats, bara sådana som når hela kommunen.
       *[other] { $n } av { $whole } rutor har ingen utpekad insats, bara sådana som når hela kommunen.
    }
sentence-cells-none =
    { $whole ->
        [one] { $n } av { $whole } ruta har ingen utpekad insats.
       *[other] { $n } av { $whole } rutor har ingen utpekad insats.
    }
sentence-cells-not-stated =
    { $whole ->
        [one] { $n } av { $whole } ruta har ingen känd insats, men källan säger inte allt.
       *[other] { $n } av { $whole } rutor har ingen känd insats, men källan säger inte allt.
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
        [one] { $n } insats räknas i flera, så delarnas summa är större än antalet insatser.
       *[other] { $n } insatser räknas i flera, så delarnas summa är större än antalet insatser.
    }
sentence-headline = { $initiatives }: { $parts }.
sentence-districts =
    { $districts ->
        [one] { $aimed ->
            [0] Området pekas inte ut av någon insats.
           *[other] Området pekas ut av minst en insats.
        } Av { $initiatives } når { $wide } hela kommunen, och för { $unknown } är inget område angivet.
       *[other] { $aimed ->
            [0] Ingen insats i urvalet pekar ut ett område. Av { $initiatives } når { $wide } hela kommunen, och för { $unknown } är inget område angivet.
           *[other] { $aimed } av { $districts } områden pekas ut av minst en insats. Av { $initiatives } når { $wide } hela kommunen, och för { $unknown } är inget område angivet.
        }
    }
sentence-need-met =
    { $bare ->
        [0] Alla { $needy } områden med stort behov pekas ut av minst en insats.
       *[other] { $bare } av { $needy } områden med stort behov pekas inte ut av någon insats.
    }
sentence-district-list = { low-income-means } Antalet personer är beräknat: andelen gånger invånarna. Tabellen jämför inte områdenas resultat.
sentence-coverage =
    { $whole ->
        [one] { $placed } av { $whole } insats namnger en plats i kommunen.
       *[other] { $placed } av { $whole } insatser namnger en plats i kommunen.
    }
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
       [one] { $n } plats är undantagen av en person, med skäl och datum: där är en nolla ingen lucka.
       *[other] { $n } platser är undantagna av en person, med skäl och datum: där är en nolla ingen lucka.
    }
sentence-problems =
    { $n ->
        [0] Allt gick att placera.
       [one] { $n } uppgift kunde inte placeras eller saknas i källan. Inget är gissat.
       *[other] { $n } uppgifter kunde inte placeras eller saknas i källan. Inget är gissat.
    }

sentence-transitions =
    { $moved ->
        [one] { $moved } post bytte skede, { $came } tillkom och { $went } försvann; { $stayed } står kvar i sitt skede.
       *[other] { $moved } poster bytte skede, { $came } tillkom och { $went } försvann; { $stayed } står kvar i sitt skede.
    }
sentence-changes =
    { $n ->
        [0] Inga insatser i urvalet har ändrats.
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
legend-all-stated = En nolla under ”{ not-stated }” utan frågetecken: ingen insats där saknar uppgiften.
legend-undecided = { decision-sign-undecided } leder till luckan, där ett beslut kan antecknas.
sign-count = { $n }
sign-wide-only = ↔ { $wide }
sign-none = 0
sign-not-stated = ? { $n }
sign-unknown = ?
sign-all-stated = 0
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
    { $unknown ->
        [one] ingen känd, men för { $unknown } insats är det ej angivet
       *[other] ingen känd, men för { $unknown } insatser är det ej angivet
    }
cell-all-stated = ingen insats här saknar uppgiften
cell-not-captured = underlag saknas
cell-not-relevant = ej relevant
meaning-count = Antal insatser här.
meaning-wide-only = Endast kommunövergripande: ingen insats namnger området, men så många når hela kommunen.
meaning-none = Ingen utpekad insats: de sidor som är lästa nämner ingen. Bara detta är en full lucka.
meaning-not-stated = Ej angivet: källan säger inte vad som gäller för så många insatser. Ett ensamt frågetecken: ingen är känd, men någon kan finnas bland dem.
meaning-not-captured = Underlag saknas: sidan har aldrig samlats in. Det betyder inte noll.
meaning-not-relevant = Ej relevant: en person har bestämt att detta inte räknas, med skäl och datum.

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
changes-since-then-in = Sedan dess, { $place }
changes-of-one = Sedan dess: insatsen { $parts }.
changes-of-one-nothing = Sedan dess: insatsen är som förut.
changes-between = Från { $before } till { $after }
changes-sentence =
    { $unchanged ->
        [0] { $since }: { $parts }; ingen är som förut.
       *[other] { $since }: { $parts }; { $unchanged } är som förut.
    }
changes-nothing = { $since }: inga insatser har ändrats.
decisions-added =
    { $n ->
        [one] Ett beslut om en lucka har tillkommit.
       *[other] { $n } beslut om luckor har tillkommit.
    }
changed-decisions = Nya beslut om luckor
see-decisions = Se besluten om luckor
change-new = tillkom
change-gone = försvann
change-changed = ändrades
change-stage = bytte skede
change-vision_area = bytte visionsområde
change-listed = fick en post till
change-unlisted = förlorade en post
change-title = bytte namn
change-text = fick ny text
change-link_gone = förlorade en länk
change-link = fick ny länk
change-assessment = bedömdes om
changed-new = Nya
changed-gone = Finns inte kvar
changed-stage = Bytte skede
changed-vision_area = Bytte visionsområde
changed-listed = Fick en post till
changed-unlisted = Förlorade en post men finns kvar
changed-title = Bytte namn
changed-text = Fick ny text
changed-link_gone = Förlorade en länk
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
area-type-short-1 = stora utmaningar
area-type-short-2 = utmaningar
area-type-short-3 = blandat
area-type-short-4 = goda förutsättningar
area-type-short-5 = mycket goda förutsättningar

## Listan och kortet

sort-by = Ordna efter
sort-published = som på sidorna
sort-title = titel
sort-initiatives = insatser
sort-label = namn
sort-population = invånare
sort-low_income_pct = andel med låg ekonomisk standard
sort-in_need = antal med låg ekonomisk standard
sort-developing = insatser som utvecklas
no-summary = Ingen har skrivit en sammanfattning än. Kommunens egen beskrivning finns på sidan där insatsen står.
pages = Sidor i listan
previous-page = Föregående
next-page = Nästa
listed-here = Här står { $first }–{ $last } av { $n }.
listed-all = Alla { $n } finns i listans CSV- och Excelfiler.
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
column-inferred_labels = Härlett
column-address-of = { $column }, adress
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
method-initiative-or-listing = En post är en beskrivning på en sida. Samma insats kan stå på flera sidor och räknas då en gång. En insats med flera uppgifter av samma slag, till exempel två målområden, räknas fullt i var och en, så delarna kan bli fler än helheten.
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
review-settle = Avgör en uppgift
review-help = Det som avgörs tas inte upp igen så länge orden är desamma. Ange din roll eller funktion, inte ditt namn.
review-pick = Uppgift
review-pick-one = Välj
review-decision = Beslut
review-accepted = Godta
review-explain-accepted = Uppgiften sätts, granskad av dig. Finns orden inte längre tas uppgiften i stället bort.
review-rejected = Avvisa
review-explain-rejected = Uppgiften sätts inte. Finns orden inte längre står uppgiften ändå kvar.
review-role = Platsens roll, om du godtar en plats
review-by = Din roll eller funktion
review-save = Spara
review-saved = Uppgiften är avgjord.
review-not-saved = Uppgiften är inte avgjord. Rätta det här och spara igen:
review-none-picked = Välj vilken uppgift det gäller.
review-refused = Uppgiften är inte avgjord.
review-saved-not-shown = Uppgiften är avgjord, men sidan kan inte visa det än:

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

## Osäkerhet

range = mellan { $least } och { $most } beroende på härledda uppgifter
range-explained = { $number } ({ $between } beroende på härledda uppgifter)
without-inferred = { $n } utan det som regler har härlett
with-inferred = { $n } med det som regler har härlett
here-aimed = här { $said }
here-wide = för hela kommunen { $said }
legend-range = Ett spann, som 6–8, är minst och mest: det beror på om det som regler har härlett räknas.
legend-decision = En bokstav är ett beslut om luckan och leder till det: { decision-sign-chosen } { decision-chosen }, { decision-sign-looking-into } { decision-looking-into }, { decision-sign-handled } { decision-handled }.
inferred-in-sight =
    { $n ->
        [0] Ingen insats här har en härledd uppgift, så talen blir desamma.
       *[other] { $n } av { $whole } insatser här har någon härledd uppgift. Där ett tal beror på den står båda: 8 (6–8).
    }
known-target_area =
    { $whole ->
        [one] { $n } av { $whole } insats har ett målområde
       *[other] { $n } av { $whole } insatser har ett målområde
    }
known-district =
    { $whole ->
        [one] { $range } av { $whole } insats pekar ut ett område
       *[other] { $range } av { $whole } insatser pekar ut ett område
    }
known-elsewhere =
    { $n ->
        [0] och ingen en annan plats
       *[other] och { $range } en annan plats
    }
known-stated =
    { $n ->
        [0] ingen om bara det som kommunen anger räknas
       *[other] { $n } om bara det som kommunen anger räknas
    }
known-everywhere =
    { $n ->
        [0] ingen når hela kommunen
       *[other] { $range } når hela kommunen
    }
known-unknown =
    { $n ->
        [0] uppgiften finns för alla
       *[other] för { $range } säger källan inget
    }
missing-pages = För { $n } av { $whole } visionsområden saknas underlag: { $labels }.

## Luckor

finding = Det viktigaste
finding-nothing = Stort behov, ingen utpekad insats
finding-progress =
    { $extent ->
        [all] Stort behov, allt är ännu under utveckling
        [most] Stort behov, det mesta är ännu under utveckling
        [some] Stort behov, en del är ännu under utveckling
       *[none] Stort behov, inget är under utveckling
    }
finding-developing = { $part } av { $whole } är under utveckling
finding-facts = { $population } invånare, { $share } med låg ekonomisk standard
finding-note = Stort behov: minst en del av området räknas av Boverket till områdestyperna med socioekonomiska utmaningar.
whatever-filters = Gäller alla insatser, oavsett filter.
great-need = stort behov
sign-diamond-aimed = Stort behov, så många insatser
sign-diamond-nothing = Stort behov, ingen insats
sign-circle-aimed = Övriga, så många insatser
sign-circle-nothing = Övriga, ingen insats
no-districts = Urvalet gäller inget enskilt område, så här finns inga områden att jämföra. Ta bort filtret på område för att se dem.
districts =
    { $n ->
        [one] { $n } område
       *[other] { $n } områden
    }
more-districts =
    { $n ->
        [one] { $n } område till
       *[other] { $n } områden till
    }
more-places =
    { $n ->
        [one] { $n } plats
       *[other] { $n } platser
    }
chart-district-gaps = Vad områdena saknar
lack-absolute = Ingen insats alls
lack-wide-only = Endast kommunövergripande
lack-thin = En eller två insatser
lack-promise = Bara under utveckling
lack-pipeline = Inget under utveckling
lacks-absolute =
    { $unknown ->
        [0] Ingen insats pekar ut området, och ingen når hela kommunen.
       *[other] Ingen insats pekar ut området, och ingen når hela kommunen; för { $nowhere } är inget område angivet.
    }
lacks-wide-only =
    { $unknown ->
        [0] Ingen insats pekar ut området; { $wide } når hela kommunen.
       *[other] Ingen insats pekar ut området; { $wide } når hela kommunen, och för { $nowhere } är inget område angivet.
    }
lacks-thin = En eller två insatser pekar ut området.
lacks-promise = Allt som pekar ut området och är på gång är under utveckling; inget av det görs nu.
lacks-pipeline = Det som pekar ut området görs nu; inget av det är under utveckling.
sentence-lack-absolute =
    { $whole ->
        [one] Området pekas inte ut av någon insats, och ingen når hela kommunen.
       *[other] { $n } av { $whole } områden pekas inte ut av någon insats, och ingen når hela kommunen.
    }
sentence-lack-wide-only =
    { $whole ->
        [one] Området pekas inte ut av någon insats; dit når det som når hela kommunen.
       *[other] { $needy ->
            [0] { $n } av { $whole } områden pekas inte ut av någon insats; dit når det som når hela kommunen.
           *[other] { $n } av { $whole } områden pekas inte ut av någon insats; dit når det som når hela kommunen. { $needy } av dem har stort behov.
        }
    }
sentence-lack-thin =
    { $whole ->
        [one] Området pekas ut av en eller två insatser.
       *[other] { $n ->
            [one] Ett område pekas ut av en eller två insatser.
           *[other] { $n } områden pekas ut av en eller två insatser.
        }
    }
sentence-lack-promise =
    { $whole ->
        [one] I området är allt som är på gång under utveckling.
       *[other] { $n ->
            [one] I ett område är allt som är på gång under utveckling.
           *[other] I { $n } områden är allt som är på gång under utveckling.
        }
    }
sentence-lack-pipeline =
    { $whole ->
        [one] I området är inget av det som pekar ut det under utveckling.
       *[other] { $n ->
            [one] I ett område är inget av det som pekar ut det under utveckling.
           *[other] I { $n } områden är inget av det som pekar ut dem under utveckling.
        }
    }
sentence-lacks-none =
    { $whole ->
        [one] Området finns inte under { $kinds }.
       *[other] Inget område finns under { $kinds }.
    }
sentence-no-lack =
    { $n ->
        [one] Området som helhet saknar inget av det som räknas som lucka.
       *[other] Inget av områdena saknar som helhet något av det som räknas som lucka.
    }
column-now = Görs nu
column-developing = Utvecklas
column-networks = Nätverk
column-in_need = Personer med låg ekonomisk standard
low-income-means = Låg ekonomisk standard har enligt SCB den vars hushåll har en disponibel inkomst per konsumtionsenhet under 60 procent av medianen för alla.
about-so-many = omkring { $n }
column-lack = Lucka
column-decision = Beslut
no-decision = Inget beslut
chart-expected = Väntat och faktiskt antal
times =
    { $n ->
        [one] en gång
       *[other] { $n } gånger
    }
weight = Väntat efter
weight-population = invånare
weight-need = låg ekonomisk standard
column-mentions = Insatser som pekar ut området
column-expected = Väntat, beräknat
column-chance = Slumpen ger oftast
column-verdict = Vad går att säga?
expected-under-one = under 1
expected-nearly = knappt { $said }
verdict-too-few = för få för att avgöra om det är för lite
verdict-short = färre än slumpen brukar ge
verdict-within = inom slumpens spann eller fler
sentence-expected-population =
    { $n ->
        [0] Ingen insats i urvalet pekar ut ett område.
       *[other] Områden pekas ut { $times }. Väntat är vad varje område skulle få om gångerna fördelades efter invånare.
    }
sentence-expected-need =
    { $n ->
        [0] Ingen insats i urvalet pekar ut ett område.
       *[other] Områden pekas ut { $times }. Väntat är vad varje område skulle få om gångerna fördelades efter hur många som har låg ekonomisk standard.
    }
sentence-verdict-short = Färre än slumpen brukar ge: { $districts }.
sentence-verdict-within = Inte färre än slumpen brukar ge: { $districts }.
sentence-verdict-too-few =
    { $whole ->
        [one] Det väntade är under { $enough }; då blir det så ofta noll av en slump att inget går att säga.
       *[other] För { $n } av { $whole } områden är det väntade under { $enough }; då blir det så ofta noll av en slump att inget går att säga.
    }
chart-district-shares = Andel av insatserna, invånarna och behovet
share-of-initiatives = Andel av gångerna ett område pekas ut
share-of-population = Andel av invånarna
share-of-need = Andel av dem med låg ekonomisk standard
sentence-great-need =
    { $n ->
        [one] Av de gånger ett område pekas ut gäller { $initiatives } { $district }, som har { $population } av invånarna och { $need } av dem med låg ekonomisk standard.
       *[other] Av de gånger ett område pekas ut gäller { $initiatives } de { $n } områdena med stort behov, som har { $population } av invånarna och { $need } av dem med låg ekonomisk standard.
    }
sentence-shares =
    { $left ->
        [0] Ordnat efter behov.
       *[other] Ordnat efter behov. Bilden visar { $n } av { $whole } områden: dem med stort behov eller minst en insats. Tabellen har alla.
    }

## Beslut om luckor

decision-chosen = Medvetet vald
decision-looking-into = Utreds
decision-handled = Hanterad
decision-not-relevant = Ej relevant
decision-reopened = Öppnad igen
decision-sign-chosen = V
decision-sign-looking-into = U
decision-sign-handled = H
decision-sign-not-relevant = ×
decision-sign-undecided = +
decision-by = { $decision }, ansvarig { $owner }
decision-review = ses över { $date }
decision-review-at = Ses över { $date }.

decision-position = Nummer
decision-gap = Lucka
decision-in_force = Gäller
decision-in_force-True = ja
decision-in_force-False = nej
decision-decision = Beslut
decision-owner_role = Ansvarig roll
decision-decided_by = Beslutat av
decision-reason = Motivering
decision-decided_at = Beslutsdag
decision-review_at = Ses över senast
decision-case_number = Diarienummer
decision-case_address = Ärendets webbadress
decision-case = Ärende
decision-filled = Fylld sedan dess
decision-filled-True = ja
decision-filled-False = nej
decision-overdue =
    { $days ->
        [one] Skulle ha setts över { $date }, för { $days } dag sedan.
       *[other] Skulle ha setts över { $date }, för { $days } dagar sedan.
    }
decisions-none-overdue = Inget beslut har passerat sin dag för översyn.
chart-gap-register = Beslut om luckor
sentence-gap-register =
    { $n ->
        [0] Inget beslut om någon lucka är antecknat.
        [one] Ett beslut gäller.
       *[other] { $n } beslut gäller.
    }
sentence-decisions-overdue =
    { $n ->
        [one] Ett skulle ha setts över före { $date }.
       *[other] { $n } skulle ha setts över före { $date }.
    }
sentence-decisions-filled =
    { $n ->
        [one] Ett handlar om en lucka som är fylld sedan dess.
       *[other] { $n } handlar om luckor som är fyllda sedan dess.
    }
decisions-how = Öppna en lucka för att läsa och anteckna beslut om den.
decisions-read-only = Här går det bara att läsa. Beslut antecknas med kommandot dashboard gaps decide, eller i formuläret där sidan startas med dashboard serve --edit.

gap-none = Ingen utpekad insats finns här: de sidor som är lästa nämner ingen.
gap-wide-only =
    { $unknown ->
        [0] Ingen insats pekar ut området här; { $wide } når hela kommunen.
       *[other] Ingen insats pekar ut området här; { $wide } når hela kommunen, och för { $unknown } är inget område angivet.
    }
gap-now-filled =
    { $n ->
        [one] Luckan är fylld sedan dess: här finns nu en insats.
       *[other] Luckan är fylld sedan dess: här finns nu { $n } insatser.
    }
gap-see-list = Se insatserna
gap-see-wide =
    { $n ->
        [one] Se den som når hela kommunen
       *[other] Se de { $n } som når hela kommunen
    }
gap-close = Alla luckor och beslut
gap-within = Luckor inom området, var och en med sina beslut
decision-history = Vad som är beslutat
decision-no-history = Inget är antecknat än.
decision-line = { $date }: { $decision }
decision-made-by = Beslutat av { $who }; ansvarig { $owner }.
decision-refused-filled =
    { $n ->
        [one] Här finns { $n } insats, så det är ingen lucka att besluta om.
       *[other] Här finns { $n } insatser, så det är ingen lucka att besluta om.
    }
decision-refused-not-stated =
    { $unknown ->
        [0] Källan säger inte om något finns här, så det är ingen bekräftad lucka att besluta om.
        [one] Källan säger inte allt: { $unknown } insats kan höra hit, så det är ingen bekräftad lucka att besluta om.
       *[other] Källan säger inte allt: { $unknown } insatser kan höra hit, så det är ingen bekräftad lucka att besluta om.
    }
decision-refused-not-captured = Underlaget saknas: sidan har inte samlats in, så ingen vet om det är en lucka.
decision-refused-not-relevant = Det är redan förklarat ej relevant för hela området. Besluta om området i stället.
decision-refused-no-gap = Det här är varken ett område eller två uppgifter som möts, så det är ingen lucka att besluta om.
decision-locked = Vyn är låst till ett sparat läge, och där ändras inget.
decision-unlock = Gå till nuläget för att anteckna ett beslut

decide = Anteckna ett beslut
decide-on = { decide } om luckan { $gap }
decide-help = Beslutet läggs till sist i registret, med ditt namn eller din funktion, och kan inte ändras i efterhand. Det senaste beslutet gäller.
decide-optional = { $field } (frivilligt)
decide-date = { $field }, som ÅÅÅÅ-MM-DD
decide-save = Spara beslutet
decide-not-saved = Beslutet är inte sparat. Rätta det här och spara igen:
decide-saved = Beslutet är sparat och gäller.
decide-saved-not-shown = Beslutet är sparat, men sidan kan inte visa det än:
explain-chosen = Vi har valt att inte göra något just här.
explain-looking-into = Vi tar reda på om något ska göras.
explain-handled = Något görs, även om det ännu inte syns i underlaget.
explain-not-relevant = Det är ingen lucka: här ska inget finnas.
explain-reopened = Det senaste beslutet gäller inte längre.

## Områdesblad

sheet-nav = Områdesblad
sheet-back = Alla områden
sheet-others = Välj ett annat område
sheet-of = Områdesblad, { $municipality }
sheet-locator = Var { $district } ligger i kommunen
sheet-area-type = Områdestyp: { $types }
sheet-figure-population = invånare
sheet-figure-low_income_pct = har låg ekonomisk standard
sheet-figure-in_need = personer med låg ekonomisk standard
sheet-figure-initiatives =
    { $n ->
        [one] insats pekar ut området
       *[other] insatser pekar ut området
    }
sheet-initiatives = Insatser som pekar ut { $district }
sheet-targets = Målområden
sheet-gaps = Luckor och beslut
sheet-expected = Väntat och faktiskt
sheet-everyone = Därutöver
sheet-no-gaps = Området som helhet saknar inget av det som räknas som lucka.
sheet-empty-cells = Ingen utpekad insats
sheet-more =
    { $n ->
        [one] och { $n } insats till
       *[other] och { $n } insatser till
    }
sheet-cell-count =
    { $n ->
        [one] insats
       *[other] insatser
    }
sheet-cell-wide-only = endast kommunövergripande
sheet-cell-none = ingen utpekad insats
sheet-cell-not-stated = ej angivet
sheet-cell-unknown = ej angivet
sheet-cell-all-stated = inget saknas
sheet-cell-not-captured = underlag saknas
sheet-cell-not-relevant = ej relevant
sheet-expected-population =
    { $verdict ->
        [too-few] Efter invånare: väntat { $expected }, faktiskt { $n }; { $said }.
       *[other] Efter invånare: väntat { $expected }, faktiskt { $n }; slumpen ger oftast { $chance }: { $said }.
    }
sheet-expected-need =
    { $verdict ->
        [too-few] Efter låg ekonomisk standard: väntat { $expected }, faktiskt { $n }; { $said }.
       *[other] Efter låg ekonomisk standard: väntat { $expected }, faktiskt { $n }; slumpen ger oftast { $chance }: { $said }.
    }
sheet-municipality-wide =
    { $n ->
        [0] Ingen insats når hela kommunen.
        [one] { $range } insats når hela kommunen.
       *[other] { $range } insatser når hela kommunen.
    }
sheet-not-stated =
    { $n ->
        [0] Ingen insats saknar uppgift om område.
        [one] För { $range } insats är inget område angivet.
       *[other] För { $range } insatser är inget område angivet.
    }
sheet-source-population = Invånare { $year }: SCB.
sheet-source-low_income = Låg ekonomisk standard { $year }: SCB.
sheet-source-in_need = Antalet personer med låg ekonomisk standard är beräknat: andelen { $share } gånger invånarna { $people }, avrundat.
sheet-source-area_type = Områdestyp { $year }: Boverket.
sheet-range = Tal inom parentes, som 6–8, är minst och mest beroende på om det som regler har härlett räknas.

## Balans

chart-balance = Balans mellan visionsområdena
balance-distance =
    { $n ->
        [0] Insatserna ligger redan så nära { $target } som hela insatser kan komma.
        [one] { $n } av { $whole } insatser skulle behöva ligga någon annanstans för att nå { $target }.
       *[other] { $n } av { $whole } insatser skulle behöva ligga någon annanstans för att nå { $target }.
    }
areas = { $n } visionsområden
areas-captured = de { $n } visionsområden som har underlag
areas-picked = de { $n } visionsområden som är valda och har underlag
areas-captured-of-all = de { $n } av { $whole } visionsområden som har underlag
areas-picked-of-all = de { $n } av { $whole } visionsområden som är valda och har underlag
balance-too-few = Balans går att räkna först när minst två visionsområden med underlag är i urvalet.
balance-widen = Visa alla visionsområden
balance-several = I flera visionsområden
balance-total = Summa
balance-only =
    { $n ->
        [one] { $n } insats bara här
       *[other] { $n } insatser bara här
    }
balance-note = { $weight } mot målets { $target } ({ $share }): { $verdict }
balance-over = { $n } över
balance-under = { $n } under
balance-even = på målet
balance-shared = Delat räknat: { $note }
spread = Hur jämnt är insatserna spridda?
spread-effective = De är fördelade som om de låg jämnt på { $n } av { $areas }. Helt jämnt vore { $classes }, allt på ett ställe vore 1.
spread-chance = Om slumpen fick placera dem skulle talet i nio fall av tio bli { $low }–{ $high }:
spread-uneven = de är alltså ojämnare spridda än slumpen brukar ge.
spread-within = det här går alltså inte att skilja från slump.
spread-even = de är alltså jämnare spridda än slumpen brukar ge.
balance-not-captured =
    { $n ->
        [one] { $labels } ingår inte i balansen: underlag saknas.
       *[other] { $labels } ingår inte i balansen: underlag saknas.
    }
key-only = bara i det visionsområdet
key-shared = i flera visionsområden, delat mellan dem
key-rest-full = det som full räkning lägger till
key-rest-distinct = i flera visionsområden, räknat en gång
key-target = målet
key-target-a = profil A:s mål
key-target-b = profil B:s mål
counting = Räkning
counting-full = full
counting-distinct = unik
counting-shared = delad
counted-full =
    { $several ->
        [0] Full räkning: en insats i flera visionsområden räknas i vart och ett. Här finns ingen sådan, så summan är { $total }.
       *[other] Full räkning: en insats i flera visionsområden räknas i vart och ett. Summan är { $total }, { $more } mer än insatserna.
    }
counted-distinct =
    { $several ->
        [0] Unik räkning: varje insats räknas en gång. Här hör ingen till flera visionsområden, så summan är { $whole }.
       *[other] Unik räkning: varje insats räknas en gång. { $alone } hör till ett av visionsområdena och { $several } till flera; summan är { $whole }.
    }
counted-shared =
    { $several ->
        [0] Delad räkning: en insats i två visionsområden är en halv i vart och ett. Här finns ingen sådan, så summan är { $whole }.
       *[other] Delad räkning: en insats i två visionsområden är en halv i vart och ett. Summan är { $whole }, lika många som insatserna.
    }
counted-distance = Avståndet till målet räknas alltid delat, så att varje insats väger lika.
column-full = Full räkning
column-distinct = Unik räkning
column-shared = Delad räkning
column-share = Andel, delat
column-target = Mål
column-difference = Skillnad mot målet
profile-pick = Vad är balans för er?
profile-choice = Lika delar är bara en utgångspunkt. Hur stor del varje visionsområde bör få är ett politiskt val.
profile-advice = Dra i ett reglage så flyttar sig de andra; summan är alltid 100 %. Profilen följer med i adressen, så en länk visar samma mål för andra.
profile-own = Målprofil
profile-a = Profil A
profile-b = Profil B
profile-says = { $profile }: { $sentence }
profile-distance = Avstånd: { $n } av { $whole } insatser
profile-part = { $share } i { $label }
profile-parts-of = { $parts } (av { $areas })
profile-is-equal = lika delar ({ $shares })
profile-is-equal-of = lika delar mellan { $areas } ({ $shares })
profile-equal = Återställ till lika delar
profile-compare = Jämför med en annan profil
profile-swap = Byt plats på A och B
profile-remove = Ta bort profil B
unknown-profile = Länken innehöll en målprofil som inte används: { $param } = { $value }. En målprofil ger varje visionsområde med underlag en andel i hela procent, och andelarna är 100 tillsammans.

## Dubbletter

chart-together = Vilka visionsområden delar insatser?
together-sentence =
    { $n ->
        [0] { $whole ->
            [one] Insatsen hör inte till flera av { $areas }.
           *[other] Ingen av { $whole } insatser hör till flera av { $areas }.
        }
       *[other] { $n } av { $whole } insatser hör till flera av { $areas }, { $alone } bara till ett av dem.
    }
together-alone =
    { $n ->
        [one] { $label }: { $n } insats bara här
       *[other] { $label }: { $n } insatser bara här
    }
together-both =
    { $n ->
        [0] { $label } och { $other }: ingen gemensam insats
        [one] { $label } och { $other }: { $n } gemensam insats
       *[other] { $label } och { $other }: { $n } gemensamma insatser
    }
together-reading = På diagonalen står de som bara hör till ett av visionsområdena. De har ingen egen lista, för ett urval kan inte säga ”bara här”; alla i området nås från dess namn och summa. I övriga rutor står de som hör till båda; siffran leder till listan nedanför.
chart-doubles = Insatser i flera visionsområden
doubles-sentence =
    { $n ->
        [one] Den här insatsen hör till flera visionsområden; i full räkning räknas den i vart och ett.
       *[other] De här { $n } insatserna hör till flera visionsområden; i full räkning räknas de i vart och ett.
    }
doubles-more =
    { $n ->
        [one] { $n } insats till hör till flera visionsområden; den visas när urvalet är mindre.
       *[other] { $n } insatser till hör till flera visionsområden; de visas när urvalet är mindre.
    }
doubles-listed = { $area } ({ $stages })
column-listed = Visionsområde och skede
chart-near-twins = Insatser som liknar varandra
near-twins-sentence =
    { $n ->
        [0] Inga insatser i urvalet liknar varandra så mycket att någon behöver titta efter.
        [one] { $n } par av insatser liknar varandra. Det är ett skäl att titta efter om de är samma sak; ingenting slås ihop.
       *[other] { $n } par av insatser liknar varandra. Det är ett skäl att titta efter om de är samma sak; ingenting slås ihop.
    }
near-twins-most = Här står de { $n } par av insatser som liknar varandra mest; det finns fler. Likheten är ett skäl att titta efter om de är samma sak; ingenting slås ihop.
twin-and = och
twin-words = Gemensamma ord: { $words }.
twin-link = Båda länkar till ”{ $label }”.
column-other = Annan insats
column-likeness = Likhet
column-why = Vad som är lika

## Tabeller att ta med

provenance-title = Titel
provenance-sentence = Vad siffrorna visar
provenance-selection = Underlag
provenance-dated = Uppgifter per
provenance-source = Källa
provenance-address = Länk
workbook-about = Om
workbook-initiatives = Insatser
workbook-definitions = Definitioner
workbook-sheet = Blad
workbook-shows = Vad bladet visar
workbook-shows-initiatives =
    { $n ->
        [one] { $n } insats. Listan går att ändra och läsa in igen.
       *[other] { $n } insatser. Listan går att ändra och läsa in igen.
    }
workbook-labels = Uppgifter
workbook-shows-labels = Det som står i Insatser, med en rad för varje uppgift om en insats: att räkna och göra pivottabeller av. Importen läser inte bladet.
workbook-shows-definitions = Vad orden och kolumnerna betyder
workbook-page = Sida &P av &N
workbook-word = Ord
workbook-column = Kolumnen ”{ $label }”
workbook-means = Betydelse
workbook-cut =
    { $n ->
        [one] { $n } cell har längre text än Excel rymmer. Slutet saknas här och finns i CSV, JSON och Parquet.
       *[other] { $n } celler har längre text än Excel rymmer. Slutet saknas här och finns i CSV, JSON och Parquet.
    }
workbook-too-long = ”{ $table }” har { $rows } rader, och en Excelfil härifrån rymmer högst { $most }. Välj CSV eller Parquet i stället, eller ett mindre urval.
means-code = Insatsens fasta namn i alla filer och länkar. Ändra det inte; låt cellen vara tom för en ny insats.
means-initiative = Titeln som den visas.
means-title = Titeln som kommunen skriver den, där den skiljer sig från den som visas.
means-summary = Vår egen sammanfattning i en mening.
means-vision_area = Visionsområdena vars sidor beskriver insatsen. Flera skiljs åt av ett lodrätt streck.
means-stage = Rubriken som insatsen står under, en för varje visionsområde och i samma ordning.
means-position = Insatsens plats under rubriken, räknad uppifrån; i samma ordning.
means-link_label = Texten på insatsens länk, i samma ordning; tom där den inte har någon.
means-inferred = Det av det föregående som en regel har härlett ur texten. Resten anger kommunen själv. Importen läser inte kolumnen.
means-dimension = Vad uppgiften gäller.
means-term = Uppgiften själv, till exempel ett område. Insatsen har en rad för varje, så att raderna med samma värde är lika många som insatserna.
means-provenance = Om kommunen själv anger uppgiften eller en regel har härlett den; tom där källan inte säger något.
means-label = Insatsens { $dimension }. Flera skiljs åt av ett lodrätt streck; ”{ not-stated }” där källan inte säger det.
export-one-table =
    { $n ->
        [0] I urvalet finns inget att visa i diagrammet. Välj ett annat urval.
       *[other] Filformatet rymmer en enda tabell, och det här är { $n }. Välj Excel eller JSON, eller ett av diagrammen.
    }
export-without-codes = Filformatet rymmer en enda lista med insatser, och det här är flera urval. Välj PowerPoint, PDF, Excel eller JSON, eller ett av urvalen.

## Det som följer med ut

source-line = Källa: webbsidor från { $municipality }, sammanställda av Visionskollen.
dated = Uppgifter per { $snapshot }
dated-unpinned = Uppgifter per { $date }, med ändringar efter det senaste sparade läget
chart-initiatives = Insatserna i urvalet
sentence-initiatives =
    { $more ->
        [yes] Urvalet har { $n } insatser. Här står de { $shown } första; alla finns i CSV och Excel.
       *[no] { $n ->
            [one] Urvalet har { $n } insats.
           *[other] Urvalet har { $n } insatser.
        }
    }
deck-basis = Varje bild säger själv vilka insatser den gäller.

## Dokument och bilder

document-page = Sida { $page } av { $pages }
document-open-view = Öppna vyn
document-open = Öppna på webben
document-definitions = Vad orden betyder
document-no-rows = Tabellen har inga rader.
document-table = Tabellen står under ”{ $title }”
document-more-rows =
    { $n ->
        [one] Här står de { $printed } första raderna. { $n } rad till finns i CSV- och Excelfilerna.
       *[other] Här står de { $printed } första raderna. { $n } rader till finns i CSV- och Excelfilerna.
    }

## Bildspel

page-deck = Bildspel
question-deck = Vilka vyer vill ni visa, i vilken ordning, och vad vill ni säga om dem?
deck-filters = Varje bild visar sin egen vy, med de filter och på det språk som den fick när den lades till.
deck-own = Ditt bildspel
deck-list = Bildspel som finns
deck-count =
    { $n ->
        [0] inga bilder
        [one] { $n } bild
       *[other] { $n } bilder
    }
deck-unreadable-file = går inte att läsa
deck-open-file = Öppna ett bildspel från en fil (.toml)
deck-file-opened = Bildspelet i filen är öppnat. Det finns nu i länken, och som ditt bildspel i den här webbläsaren.
deck-file-unreadable = Filen går inte att öppna som bildspel. Rätta den och välj den igen:
deck-file-no-deck = Filen går inte att öppna: den är inget bildspel, eller större än ett kan vara. Välj en som har hämtats här.
deck-file-too-large = Filen är större än ett bildspel kan vara, så den är inte öppnad. Dela bildspelet i två filer.
deck-empty-title = Så gör du ett bildspel
deck-empty-1 = Gå till en sida och ställ in filtren så att diagrammet visar det du vill.
deck-empty-2 = Välj ”Lägg till i bildspel” under diagrammet. Gör likadant för varje bild.
deck-empty-3 = Kom tillbaka hit, ordna bilderna, skriv vad du vill säga och välj ”Presentera”.
deck-empty-go = Börja på Översikt
deck-no-such = Det finns inget bildspel { $code } här. Välj ett av dem som finns, eller gör ett eget.
deck-broken-link = Länken till bildspelet är avkortad eller ändrad, så den går inte att läsa. Be om den på nytt.
deck-broken-file = Bildspelet { $code } går inte att läsa. Rätta filen:
deck-too-large = Bildspelet rymmer högst { $slides } bilder och den text som dess länk kan bära, så ändringen är inte gjord. Ta bort bilder, korta anteckningar eller dela bildspelet i två.
deck-no-room = Länken bär hela bildspelet och har inte plats för all text, så ändringen är inte gjord. Det du skrev står kvar: korta det med { $n } tecken.
deck-long-link = Länken är { $letters } tecken lång, och en del program tar inte så långa länkar. Hämta bildspelet som fil och skicka den i stället.
deck-added = Bilden är tillagd sist i bildspelet.
deck-added-before = Bilden finns redan i bildspelet.
deck-not-added = Länken leder inte till något diagram, så ingen bild är tillagd.
deck-title = Bildspelets titel
deck-untitled = Bildspel
deck-present = Presentera
deck-link = Länk till bildspelet
deck-download = Hämta som fil (.toml)
deck-slide-heading = { $number }. { $title }
deck-slide-title = Egen rubrik på bild { $number }
deck-slide-title-hint = Tom: meningen är rubrik
deck-slide-note = Anteckning till bild { $number }
deck-slide-note-hint = Visas bara för den som presenterar
deck-up = Flytta upp
deck-up-slide = Flytta upp bild { $number }
deck-down = Flytta ned
deck-down-slide = Flytta ned bild { $number }
deck-remove = Ta bort
deck-remove-slide = Ta bort bild { $number }
deck-open-view = Öppna vyn
deck-moved = Bilden är nu nummer { $number }.
deck-removed = Bild { $number } är borttagen. Webbläsarens bakåtknapp tar tillbaka den.
deck-save-code = Bildspelets filnamn
deck-save-says = Små bokstäver a–z, siffror och bindestreck. Filen läggs i { $folder }, och bildspelet står sedan bland dem som finns, för alla.
deck-save = Spara
deck-saved = Bildspelet är sparat som { $file }.
deck-not-saved = Bildspelet är inte sparat.
deck-code-wrong = Namnet { $code } går inte. Skriv små bokstäver a–z, siffror och bindestreck.
deck-code-taken = Det finns redan ett annat bildspel som heter { $code }. Välj ett annat namn.
slide-no-page = Adressen { $view } leder inte till någon sida. Rätta den i bildspelet eller ta bort bilden.
slide-no-panel = Sidan har inget diagram som heter { $panel }. Rätta namnet i bildspelet eller ta bort bilden.
slide-unknown = Vyn innehåller något som inte finns i uppgifterna: { $param } = { $value }. Rätta adressen i bildspelet eller ta bort bilden.
slide-nothing = Vyn har ingenting att visa i det här diagrammet.
slide-no-data = Vyns uppgifter går inte att läsa: { $says }
slide-broken = Bilden går inte att visa
slide-of = Bild { $number } av { $count }
slide-frozen = { $dated } (fryst läge)
slide-more-rows = … och { $n } till
slide-living = Levande vy
present-previous = Föregående bild
present-next = Nästa bild
present-notes = Visa anteckningar (N)
present-window = Talarfönster (S)
present-blank = Släck skärmen (B)
present-code = Koden till vyn, stor (Q)
present-full = Helskärm (F)
present-leave = Avsluta (Esc)
present-controls = Bildspelets knappar
present-blanked = Skärmen är släckt. Tryck B för att tända den.
present-upcoming = Nästa
present-last = Det här är sista bilden.
present-no-note = Ingen anteckning till den här bilden.
present-elapsed = Visningstid
present-clock = Klockan

## Presentationer

presentation-reading = Så läses siffrorna: ”n av N” är hur många av alla insatser som urvalet har. { what-numbers-mean }
presentation-rest = { $rest } finns i CSV- och Excelfilerna.
presentation-districts = Här står områden med insatser eller stort behov. Alla { $n } finns i CSV- och Excelfilerna.

## Ta med

take-panel = Ta med
take-page = Ta med sidan
take-list = Ta med listan
take-deck = Ta med bildspelet
take-shown = Att visa
take-tables = Tabeller
take-pictures = Bild
take-programs = För program
take-print = Skriv ut
take-add = Lägg till i bildspel
take-starting = Beställer filen …
take-again = Försök igen
take-unreachable = Servern svarade inte som den skulle. Kontrollera att du är ansluten, eller ladda om sidan.
take-long = Adressen är för lång för en server på vägen. Välj färre filter, eller hämta bildspelet som fil.
format-png = PNG
format-svg = SVG
format-csv = CSV
format-xlsx = Excel
format-pptx = PowerPoint
format-pdf = PDF
format-parquet = Parquet
format-json = JSON
export-waiting = { $format } väntar på sin tur.
export-working = { $format } görs.
export-done = { $format } är klar: { $name }
export-failed = { $format } gick inte att göra. Felet är antecknat i loggen. Försök igen, eller välj ett annat format.
export-nothing = Urvalet lämnar ingenting att ta med. Ändra eller rensa filtren.
export-no-page = Det finns ingen sida ”{ $asked }” att ta med. De som finns är { $there }.
figure-none = Sidan har ingen figur ”{ $asked }” att utforska. Ladda om sidan.
export-no-panel =
    { $n ->
        [0] Sidan har inget diagram ”{ $asked }”. Ta med hela sidan i stället.
       *[other] Sidan har inget diagram ”{ $asked }”. De som finns är { $there }.
    }
export-no-format = Formatet ”{ $asked }” finns inte här. De som finns är { $there }.
export-no-data = Det finns ingen data att ta med. Kör ”dashboard build” där Visionskollen körs, och försök igen.
export-busy = Många filer görs just nu. Försök igen om en liten stund.
export-other-site = Filer kan bara beställas från Visionskollens egna sidor. Öppna sidan och ta med filen därifrån.
export-not-made = Filen är inte klar. Vänta en stund, eller beställ den igen från sidan.
export-gone = Filen finns inte kvar. Beställ den igen från sidan.

## Tillgänglighet

statement-conformance = Så tillgänglig är Visionskollen
statement-conforms =
    { $conformance ->
        [fully] Visionskollen är helt förenlig med lagen om tillgänglighet till digital offentlig service.
        [partly] Visionskollen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Vad som saknas står längre ned.
       *[not] Visionskollen är inte förenlig med lagen om tillgänglighet till digital offentlig service. Vad som saknas står längre ned.
    }
statement-responsible = Den som ansvarar för webbplatsen är { $responsible }.
statement-no-responsible = { $municipality } har inte angett än vem som ansvarar för webbplatsen.
statement-report = Säg till om något inte fungerar
statement-report-says = Berätta vilken sida det gäller, vad du ville göra och vilka hjälpmedel du använder. Behöver du uppgifterna i en annan form går det att be om det på samma sätt. Varje diagram kan också läsas som tabell, direkt under diagrammet.
statement-email = E-post
statement-phone = Telefon
statement-form = Formulär
statement-no-contact = { $municipality } har inte angett än vart du vänder dig.
statement-supervision = Tillsyn
statement-supervision-says = { $supervisor } granskar att lagen följs. Dit kan du anmäla brister, i första hand sådant som du har påtalat utan att det har rättats.
statement-supervision-link = Anmäl bristande tillgänglighet
statement-technical = Krav som gäller
statement-technical-says = Lagen (2018:1937) om tillgänglighet till digital offentlig service kräver det som standarden EN 301 549 V3.2.1 säger om webb, och den bygger på WCAG 2.1 nivå A och AA. Visionskollen byggs för att klara även WCAG 2.2 nivå A och AA.
statement-lacking = Det här är inte tillgängligt
statement-non-compliance = Uppfyller inte kraven
statement-burden = Skulle vara oskäligt betungande att anpassa (12 §)
statement-exempt = Omfattas inte av lagen (9 §)
statement-not-assessed = Inte bedömt än
statement-none-known = Inget känt.
statement-tested = Så är det prövat
statement-tested-self = Bedömningen är en självskattning; ingen utomstående har granskat webbplatsen.
statement-tested-external = En utomstående part har granskat webbplatsen.
statement-tested-on = Bedömningen gjordes den { $date }.
statement-updated-on = Redogörelsen ändrades senast den { $date }.
statement-approved-on = Redogörelsen godkändes den { $date }.
statement-approved-by = Godkänd av { $role }.
statement-not-approved = { $municipality } har inte godkänt redogörelsen än.
statement-missing = Det finns ingen tillgänglighetsredogörelse än. { $municipality } lägger den i data/accessibility.toml.
statement-unreadable = Tillgänglighetsredogörelsen kan inte visas, för filen med den har fel.

## Logga in

sign-in = Logga in
sign-out = Logga ut
signed-in-editor = Inloggad som { $who }, som får skriva här.
signed-in-reader = Inloggad som { $who }, som får läsa men inte skriva här.
decisions-sign-in = Här går det bara att läsa. Den som får anteckna beslut loggar in först.
decide-refused = Beslutet är inte sparat.
write-not-signed-in = Du är inte inloggad, eller så har inloggningen gått ut. Den gäller i åtta timmar. Kopiera det du har skrivit, logga in och försök igen.
write-not-editor = Du är inloggad men får inte skriva här. Den som driver tjänsten bestämmer vilka som får det.
write-not-noted = Inget är sparat, för det gick inte att anteckna vem som skrev. Den som driver tjänsten ser i loggen varför.

## Det som inte släpps in

refused-path = Sidan finns inte
refused-advice-path = Adressen leder ingenstans. Kontrollera hur den är stavad, eller gå vidare härifrån.
refused-host = Adressen används inte
refused-advice-host = Webbplatsen svarar inte på det värdnamnet. Den som driver den skriver vilka den svarar på i DASHBOARD_HOSTS.
refused-length = Adressen är för lång
refused-advice-length = En länk får ha högst 32 000 tecken. Spara ett stort bildspel som fil i stället för att skicka det i en länk.
refused-body = Innehållet tas inte emot
refused-advice-body = Hit går det inte att skicka filer eller annat innehåll.
refused-method = Det går inte att göra här
refused-advice-method = Adressen går bara att läsa.
refused-failed = Något gick fel
refused-advice-failed = Ladda om sidan. Hjälper inte det, vänta en stund och försök igen.

## Dela

share = Dela
share-living = Levande länk
share-living-says = Visar samma urval med de uppgifter som gäller när länken öppnas.
share-frozen = Fryst länk
share-frozen-says = Visar alltid uppgifterna per { $snapshot } och säger vad som har ändrats sedan dess. Passar i protokoll.
share-copy-link = Kopiera länken
share-copy-code = Kopiera koden
share-copied = Kopierat.
share-by-hand = Det gick inte att kopiera härifrån. Markera texten och tryck Ctrl+C.
share-mail = Skicka med e-post
share-mail-long = Adressen är för lång för att börja ett brev med. Kopiera den och klistra in den.
share-code = QR-kod: { $link }
share-code-long = Adressen är för lång för en QR-kod som kameror läser.
share-unpinned = Uppgifterna har ändrats efter det senaste sparade läget, så det finns inget läge att frysa till än.
share-unpinned-how = Den som sköter uppgifterna kör de här kommandona. Sedan finns den frysta länken här.
share-take = Spara läget nu
share-takes = Sparas i { $folder }, där alla lägen finns.
share-not-taken = Läget kunde inte sparas.
share-data-differ = Läget är inte sparat: filerna i data är inte de som visas här. Kör dashboard build, titta på sidan igen och spara sedan.
share-only-here = Adressen fungerar bara på den här datorn.
share-only-here-how = Den som driver tjänsten anger i DASHBOARD_ADDRESS var andra når den; då finns här också QR-koder.
share-embed = Bädda in
share-embed-says = Klistra in koden på en annan webbsida, till exempel på intranätet. Länkar i rutan öppnar Visionskollen i en ny flik.
share-embed-nowhere = Ännu är ingen annan webbplats tillåten: be den som driver sidan att släppa in din.
share-embed-what = Visa
share-embed-page = Hela sidan { $page }
embed-open = Öppna i { $product }
link-here = Kopiera länken hit: { $title }
