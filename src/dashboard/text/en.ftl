### English texts. The vocabularies' own labels stand only in data/vocabularies/.

product = Visionskollen
language-name = English
menu = Pages
skip-to-content = To the content

## Pages

page-overview = Overview
page-vision_areas = Vision areas
page-target_areas = Target areas
page-districts = Districts
page-stages = Stages
page-initiatives = Initiatives
page-changes = Changes
page-about = About the data

question-overview = Where do we do much, and where little?
question-vision_areas = What is done for each part of the vision?
question-target_areas = Which initiatives support the target areas, and do we know it or infer it?
question-districts = Which districts are initiatives aimed at, and which reach everyone?
question-stages = What is done now, what is being developed, and what happens together with others?
question-initiatives = What are the initiatives, and what do the labels rest on?
question-changes = What has come, gone, moved and been rewritten?
question-about = How is it counted, how complete is it, and where does it come from?

## Counting words

initiative = Initiative
initiatives =
    { $n ->
        [one] { $n } initiative
       *[other] { $n } initiatives
    }
all-initiatives =
    { $n ->
        [one] The only initiative
       *[other] All { $n } initiatives
    }
some-initiatives =
    { $whole ->
        [one] { $n } of { $whole } initiative
       *[other] { $n } of { $whole } initiatives
    }
of = { $part } of { $whole }
listings =
    { $n ->
        [one] { $n } listing
       *[other] { $n } listings
    }
initiatives-total = Initiatives
listings-total = Listings

## Filters

search-label = Search initiatives
search-placeholder = Title, content …
all-terms = All
more-filters = More filters
reaching-everyone =
    { $n ->
        [one] Besides, { $n } initiative reaches the whole municipality
       *[other] Besides, { $n } initiatives reach the whole municipality
    }
clear-filters = Show all
count-inferred = Count inferred labels
count-inferred-help = An inferred label was set by a named rule from words in the text. Turn off to count only what the city itself states.
unknown-code = The link held a value that does not exist and is not used: { $param } = { $value }.

lock-view = Lock the view to
lock-nothing = Not locked, follows new data

dimension-vision_area = Vision area
dimension-target_area = Target area
dimension-district = District
dimension-stage = Stage
dimension-approach = Approach
dimension-target_group = Target group
dimension-status = Status
dimension-place = Place
dimension-fact = Named in the text

of-dimension-vision_area = vision area
of-dimension-target_area = target area
of-dimension-district = district
of-dimension-stage = stage
of-dimension-approach = approach
of-dimension-target_group = target group
of-dimension-status = status
of-dimension-place = place
of-dimension-fact = anything else in the text

any = Stated, whatever it is
not-stated = Not stated
stated = stated
inferred = inferred

describe-vision_area = under { $labels }
describe-target_area = within { $labels }
describe-district = in { $labels }
describe-approach = with the approach { $labels }
describe-target_group = for { $labels }
describe-status = with status { $labels }
describe-place = with the place { $labels }
describe-fact = where the text names { $labels }
describe-stage =
    { $code ->
        [doing-now] being done now
        [developing] being developed
        [networks] that are networks and partnerships
       *[other] under the heading { $label }
    }
describe-municipality-wide = reaching the whole municipality
describe-any = with a stated { $dimension }
describe-not-stated = with no stated { $dimension }
describe-words = where it says “{ $words }”
describe-stated-only = by what the city states alone

## Empty

nothing-selected = No initiatives match the selection.
nothing-selected-advice = That does not mean that nothing is done. Remove a filter, or show all initiatives.
no-such-initiative = There is no initiative with the code { $code }.
gone-initiative =
    { $locked ->
        [True] “{ $title }” was not there in this snapshot.
       *[other] “{ $title }” is no longer among the initiatives.
    }
gone-initiative-advice = The initiative was last seen in the snapshot of { $snapshot }.
gone-initiative-link = Read about it in the snapshot of { $snapshot }
no-such-initiative-advice = It may have been removed or been given another code. Search the list instead.

## Headline figures

figure-initiatives = distinct initiatives
figure-listings = listings on the city's pages
figure-captured = vision areas with a captured page
figure-placed = initiatives name a place

## Charts

chart-vision-areas-by-stage = Initiatives per vision area and stage
chart-initiatives-as-squares = Every initiative, one square
chart-vision-areas = Initiatives per vision area
chart-vision-areas-by-target-area = Vision areas and target areas
chart-target-areas = Initiatives per target area
chart-target-areas-by-stage = Target areas and stages
chart-approach-by-stage = Area development and stages
chart-district-map = Initiatives aimed at a district
chart-district-bars = Districts named, municipality-wide and not stated
chart-districts-by-stage = Districts and stages
chart-district-list = All districts with inhabitants and economic conditions
chart-stages = Initiatives per stage
chart-stages-by-target-area = Stages and target areas
chart-field-coverage = How much is known of the initiatives?
chart-sources = Sources
chart-rules = Rules behind the labels
chart-not-relevant = Places that are not districts
chart-problems = What could not be placed
chart-review = To review
problems-of-imports = What the import could not place
problems-by-kind = What the data lacks
chart-stage-transitions = Stage before and after
chart-changes = The changes, one by one
chart-possibly-outdated = Possibly out of date

show-table = Show as table
download-csv = Download CSV
download-list = Download the list (CSV)
definition = How it is counted
basis = Basis: { $selection }.
basis-everything = Basis: everything, whatever the filters.
several-vision-areas = Several vision areas
square-stands-for = One square stands for { $n } initiatives

terms-vision_area = The vision areas
terms-target_area = The target areas
terms-stage = The stages

## Sentences

quoted = “{ $label }”
sentence-extremes =
    { $least ->
        [0] { $most } has most, { $n }; there is none for { $fewest }.
       *[other] { $most } has most, { $n }; { $fewest } has fewest, { $least }.
    }
sentence-equal = All have the same number: { $n }.
sentence-one = { $label } has { $n }.
sentence-cell = { $row } and { $column }
sentence-most-cells = Most initiatives, { $n }, meet in { $cells }.
sentence-cells-wide-only =
    { $n ->
        [one] In { $n } cell of { $whole } there are only municipality-wide initiatives.
       *[other] In { $n } cells of { $whole } there are only municipality-wide initiatives.
    }
sentence-cells-none =
    { $n ->
        [one] In { $n } cell of { $whole } no initiative is aimed there.
       *[other] In { $n } cells of { $whole } no initiative is aimed there.
    }
sentence-cells-not-stated =
    { $n ->
        [one] In { $n } cell of { $whole } none is known, but the source does not say everything.
       *[other] In { $n } cells of { $whole } none is known, but the source does not say everything.
    }
sentence-none = No initiative carries any of these labels.
sentence-not-captured =
    { $n ->
        [one] For { $labels } there is no basis: the page was not captured.
       *[other] For { $labels } there is no basis: the pages were not captured.
    }
sentence-not-stated =
    { $n ->
        [0] It is known for all { $whole }.
       *[other] For { $n } of { $whole } it is not stated.
    }
sentence-shared =
    { $n ->
        [one] { $n } initiative counts in several, so the sum exceeds the whole.
       *[other] { $n } initiatives count in several, so the sum exceeds the whole.
    }
sentence-headline = { $initiatives }: { $parts }.
sentence-districts =
    { $aimed ->
        [0] None of the { $whole } initiatives names a district; { $wide } reach the whole municipality and for { $unknown } it is not stated.
       *[other] { $aimed } of { $districts } districts are named by some initiative. Of { $whole } initiatives { $wide } reach the whole municipality, and for { $unknown } it is not stated.
    }
sentence-district-list = Low economic standard is the share living in households with low income. The table does not compare how districts perform.
sentence-coverage = { $placed } of { $whole } initiatives name a place in the municipality.
sentence-sources =
    { $n ->
        [one] Everything rests on { $n } source.
       *[other] Everything rests on { $n } sources. Where an address or a date is missing, it did not come with the capture.
    }
sentence-rules =
    { $n ->
        [one] { $n } rule has set the labels.
       *[other] { $n } rules have set the labels. A stated label stands in the city's text; an inferred one was set by a rule.
    }
sentence-not-relevant =
    { $n ->
        [0] No places are set apart.
       *[other] { $n } places are set apart by a person, with reason and date: a zero there is no gap.
    }
sentence-problems =
    { $n ->
        [0] Everything could be placed.
       *[other] { $n } details could not be placed or are missing in the source. Nothing is guessed.
    }

sentence-transitions =
    { $moved ->
        [one] { $moved } listing changed stage, { $came } appeared and { $went } disappeared; { $stayed } remain in their stage.
       *[other] { $moved } listings changed stage, { $came } appeared and { $went } disappeared; { $stayed } remain in their stage.
    }
sentence-changes =
    { $n ->
        [0] Nothing has changed in the selection.
       *[other] An initiative that has changed in several ways stands under each of them.
    }
sentence-outdated =
    { $n ->
        [0] On { $date } nothing suggests that any text is out of date.
        [one] { $n } initiative may be out of date on { $date }: the promised time has passed or the link is gone. It does not mean that the work has ended.
       *[other] { $n } initiatives may be out of date on { $date }: the promised time has passed or the link is gone. It does not mean that the work has ended.
    }
sentence-review =
    { $n ->
        [0] Nothing is waiting for review.
        [one] { $n } label needs a person to look at it. Nothing is decided until somebody has.
       *[other] { $n } labels need a person to look at them. Nothing is decided until somebody has.
    }

## Six kinds of cell

legend = How to read the cells
legend-selection = A zero without a frame holds for the selection only: without filters there are initiatives.
sign-count = { $n }
sign-wide-only = ↔ { $wide }
sign-none = 0
sign-not-stated = ? { $n }
sign-unknown = ?
sign-not-captured = —
sign-not-relevant = ×
cell-count = { initiatives }
cell-wide-only = municipality-wide only, { $wide } reach the whole municipality
cell-none = no initiative aimed here
cell-not-stated =
    { $n ->
        [one] { $n } initiative where the source does not say
       *[other] { $n } initiatives where the source does not say
    }
cell-unknown =
    { $n ->
        [one] none known, but for { $n } initiative it is not stated
       *[other] none known, but for { $n } initiatives it is not stated
    }
cell-not-captured = no basis captured
cell-not-relevant = not relevant
meaning-count = Initiatives here. The number leads to the list.
meaning-wide-only = Municipality-wide only: no initiative names the district, but this many reach the whole municipality.
meaning-none = No initiative aimed here: the source has been read and names none. Only this is a gap.
meaning-not-stated = Not stated: for this many initiatives the source does not say. A lone question mark: none is known, but one of them may belong here.
meaning-not-captured = No basis: the page was never captured. It does not mean zero.
meaning-not-relevant = Not relevant: a person has decided that the place does not count, with reason and date.

## Changes

snapshot =
    { $number ->
        [1] { $date }
       *[other] { $date } ({ $number })
    }
snapshot-now = now
missing-snapshot = There is no snapshot { $code } here. The page shows the current data instead.
missing-snapshot-advice = So the numbers below are not those that the link was meant to show. The snapshot may have been removed, or the link is misspelt.
missing-snapshot-others =
    { $n ->
        [0] No snapshots are kept.
       *[other] These snapshots exist:
    }
locked = The view is locked to { $snapshot }.
see-changes = See what has changed
unlock = Show the current data
compare-from = Compare
compare-to = with
changes-since = Since { $before }
changes-since-then = Since then
changes-between = From { $before } to { $after }
changes-sentence =
    { $unchanged ->
        [0] { $since }: { $parts }; none is as before.
        [one] { $since }: { $parts }; { $unchanged } is as before.
       *[other] { $since }: { $parts }; { $unchanged } are as before.
    }
changes-nothing = { $since }: nothing has changed.
change-new = appeared
change-gone = disappeared
change-stage = changed stage
change-vision_area = changed vision area
change-listed = got another listing
change-unlisted = lost a listing
change-title = changed name
change-text = got a new wording
change-link_gone = lost a link
change-link = got a new link
change-assessment = got other labels
changed-new = New
changed-gone = No longer there
changed-stage = Changed stage
changed-vision_area = Changed vision area
changed-listed = Got another listing
changed-unlisted = Lost a listing but remains
changed-title = Changed name
changed-text = Got a new wording
changed-link_gone = Lost a link
changed-link = Got a new link
changed-assessment = Got other labels
assessment-is-ours = It is the labels here that have changed, not necessarily the city's text.
from-to = From { $before } to { $after }
before-and-after = Row: before · Column: after
stage-before = before: { $stage }
stage-after = after: { $stage }
close-list = Hide the list
was-absent = Was not there
now-absent = No longer there
link-within = “{ $label }”
link-elsewhere = “{ $label }” on another website
link-in-new-window = { $link }, in a new window
diff-added = Added:
diff-removed = Removed:
wording-not-kept = The city has rewritten the text. Its wording is not kept on this machine.
more-in-csv =
    { $n ->
        [one] { $n } more initiative stands in the CSV file.
       *[other] { $n } more initiatives stand in the CSV file.
    }
outdated = Possibly out of date
until = until { $date }
outdated-promise = The text speaks of “{ $quote }”, a time that ended on { $date }.
outdated-link = The link “{ $label }” has been gone from the city's page since the snapshot of { $snapshot }.
outdated-link-now = The link “{ $label }” is gone from the city's page; it was there in the snapshot of { $snapshot }.
chart-captured-pages = The pages behind the snapshots
sentence-captured-pages =
    { $n ->
        [0] Both snapshots rest on the same captures of the city's pages.
        [one] { $n } of the city's pages has been captured anew or added between the snapshots.
       *[other] { $n } of the city's pages have been captured anew or added between the snapshots.
    }
column-page = Page
column-fetched-before = Fetched before
column-fetched-after = Fetched after
column-last-changed = Changed by the city
page-new = New here
page-gone = No longer there
page-statement = What the vision says is reworded
page-content = Captured anew
page-none = The same capture
statement-reworded = How what the page says of the vision has been reworded
nothing-earlier = The snapshot of { $snapshot } is the first one.
nothing-earlier-advice = There is no earlier snapshot to compare it with. You can see what has changed since then instead.
compare-with-now = Compare the snapshot of { $snapshot } with now
first-snapshot-title = There is no earlier state to compare with yet.
first-snapshot-advice = Here you will see which initiatives have appeared, disappeared, changed stage or got a new wording from one state to another. A state is kept each time that a new capture of the city's pages is read with the command:
first-snapshot-command = dashboard import CAPTURE

## Districts

area-type = Area type
area-type-1 = Areas with great socioeconomic challenges
area-type-2 = Areas with socioeconomic challenges
area-type-3 = Socioeconomically mixed areas
area-type-4 = Areas with good socioeconomic conditions
area-type-5 = Areas with very good socioeconomic conditions

## The list and the card

sort-by = Sort by
sort-published = as published
sort-title = title
sort-initiatives = initiatives
sort-label = name
sort-population = inhabitants
sort-low_income_pct = low economic standard
no-summary = Nobody has written a summary yet. The city's own description is on the page where the initiative stands.
pages = Pages of the list
previous-page = Previous
next-page = Next
back-to-list = To the list
published-as = Published as “{ $title }”
card-listings = Where it stands
card-labels = What is known, and how
card-facts = What else the text names
listing-place = { $vision_area }, { $stage }, number { $position }:
fetched = fetched { $date }
not-dated = date of capture not stated
address-unknown = address of the page not stated
links-to = links to “{ $label }”
links-elsewhere = links to “{ $label }” on another website
no-link = without a link
not-stated-by-source = the source does not say
how-set =
    { $reviewed ->
        [True] { $provenance }, reviewed
       *[other] { $provenance }, not reviewed
    }
role-target = aimed here
role-venue = where it takes place
role-mention = mentioned

column-code = Code
column-initiative = Initiative
column-title = Published title
column-summary = Summary
column-position = Number in the stage
column-link_label = Link text
column-dimension = Label
column-term = Value
column-provenance = Stated or inferred
column-rule = Rule
column-quote = Words in the text
column-source = Source
column-kind = Kind
column-fetched = Fetched
column-labels = Number
column-field = Field
column-known = Known
column-stated = Stated
column-inferred = Inferred
column-population = Inhabitants
column-low_income_pct = Low economic standard
column-reason = Reason
column-declared_by = Decided by
column-date = Date
column-problem = What
column-change = Change
column-before = Before
column-after = After
column-suggestion = Suggestion
column-value = Value
line-of-source = { $source }, line { $line }
column-where = Where

source-vision-area-page = page about a vision area
source-programme-page = page of the programme
source-city-page = page of the city's
source-spreadsheet = spreadsheet
source-statistics = statistics

## Method

method = How it is counted
method-what-is-counted-title = What is counted?
method-what-is-counted = Every number is how many initiatives the city describes on its website. It says nothing about money, effort or whether goals are reached.
method-initiative-or-listing-title = Initiative or listing?
method-initiative-or-listing = A listing is a description on a page. The same initiative may stand on several pages and is then counted once. One that belongs to several values counts in full in each, so the parts can exceed the whole.
method-stage-not-status-title = Is stage the same as status?
method-stage-not-status = No. The stages are the pages' own three headings. Networks and partnerships are a way of working, not a step in time. Status is given only when the text says that something is planned, ongoing, ended or permanent.
method-stated-or-inferred-title = Stated or inferred?
method-stated-or-inferred = A label is stated when the city's text says so, and inferred when a named rule has set it from words in the text. Inferred labels can be switched off among the filters.
method-small-numbers-title = Why not always per cent?
method-small-numbers = Below ten initiatives a share is written “2 of 7”, because percentages of so few mislead.

## Problems

problem-district_without_population = District without a population
problem-vision_area_without_page = Vision area without a captured page
problem-place_without_district = Place without a district
problem-place_without_coordinate = Place without a position
problem-source_without_address = Source without an address
problem-source_without_date = Source without a date
problem-initiative_without_summary = Initiative without a summary
problem-initiative_without_listing = Initiative that no page lists any more
problem-empty-stage = Stage without initiatives on the page
problem-missing-stage = Stage heading missing on the page
problem-unknown-place = Place name that no vocabulary knows
problem-spelling = Spelling that differs from the vocabulary
problem-unreadable-date = Date that cannot be read

## To review

review-unsure = The rules are not enough to decide
review-another = The rules find something else than what is already set
review-quote-gone = The words that the label rests on are no longer in the text
review-sheet-differs = An imported spreadsheet says something else

## Footer and errors

what-numbers-mean = The numbers are initiatives that the city describes on its website – not money, effort or goal attainment.
data-version = Data { $version }, made { $date }.
building = Building the data …
data-has-errors = The data cannot be read
data-has-errors-advice = Correct the lines below and reload the page. Nothing else has been changed.
problems = Errors
unexpected = Something went wrong when the page was to be shown.
unexpected-advice = Reload the page, or go to the overview. The error has been noted in the log; the data is untouched.
no-data = There is no data to show
store-missing = The data file is missing. Build it with the command below and reload the page.
store-outdated = The data file was made by another version of Visionskollen. Build it anew with the command below and reload the page.
store-unwritable = The data file could not be written: the disk is full or the folder is locked. Mend that, run the command below and reload the page.
store-broken = The data file is damaged. Build it anew with the command below and reload the page; what it is built from in data/ is untouched.
