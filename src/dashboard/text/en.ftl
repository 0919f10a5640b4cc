### English texts. The vocabularies’ own labels stand only in data/vocabularies/.

product = Visionskollen
language-name = English
menu = Pages
skip-to-content = To the content

## Pages

page-overview = Overview
page-vision_areas = Vision areas
page-target_areas = Target areas
page-districts = Districts
page-gaps = Gaps
page-stages = Stages
page-initiatives = Initiatives
page-changes = Changes
page-about = About the data
page-accessibility = Accessibility statement

question-overview = Where do we do a lot, and where little?
question-vision_areas = What is done for each part of the vision?
question-target_areas = Which initiatives support the target areas, and do we know it or infer it?
question-districts = Which districts are initiatives aimed at, and which reach everyone?
question-gaps = Where are initiatives missing, and can we tell?
question-stages = What is done now, what is being developed, and what happens together with others?
question-initiatives = What are the initiatives, and what do the labels rest on?
question-changes = What has been added, removed, moved and reworded?
question-about = How have we counted, how complete is the material, and where does it come from?
question-accessibility = How well does Visionskollen work for everyone, where does it fall short, and how do you tell us?

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

filters = Filters
search-label = Search initiatives
search-placeholder = Title, content …
all-terms = All
without-scripts = Without JavaScript you can read the page and follow its links, but not filter.
beside = Sidebar
close = Close
more-filters = More filters
filter-legend = { $dimension }, with numbers of initiatives
lift-picks = Clear
find-term = Find { $dimension }
reaching-everyone =
    { $n ->
        [one] In addition, { $n } initiative reaches the whole municipality
       *[other] In addition, { $n } initiatives reach the whole municipality
    }
clear-filters = Show all
count-inferred = Count inferred labels
count-inferred-help = An inferred label has been set by a named rule from words in the text. Switch off to count only what the city itself states.
unknown-code = The link contained a value that does not exist and is therefore not used: { $param } = { $value }.

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
dimension-fact = Mentioned in the text

of-dimension-vision_area = vision area
of-dimension-target_area = target area
of-dimension-district = district
of-dimension-stage = stage
of-dimension-approach = approach
of-dimension-target_group = target group
of-dimension-status = status
of-dimension-place = place
of-dimension-fact = detail in the text

any = Known, any
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
describe-fact = where the text mentions { $labels }
describe-stage =
    { $code ->
        [doing-now] being done now
        [developing] being developed
        [networks] that are networks and partnerships
       *[other] under the heading { $label }
    }
describe-municipality-wide = reaching the whole municipality
describe-any = with a known { $dimension }
describe-not-stated = with no stated { $dimension }
describe-words = where it says “{ $words }”
describe-stated-only = counting only what the city states

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
figure-listings = listings on the city’s pages
figure-captured = vision areas with source material
figure-placed = initiatives name a place

## Charts

chart-vision-areas-by-stage = Initiatives by vision area and stage
chart-initiatives-as-squares = One square for each initiative
chart-vision-areas = Initiatives by vision area
chart-vision-areas-by-target-area = Vision areas and target areas
chart-target-areas = Initiatives by target area
chart-target-areas-by-stage = Target areas and stages
chart-approach-by-stage = Area development and stages
chart-district-map = Initiatives aimed at a district
chart-districts-by-target-area = Districts and target areas
chart-districts-by-stage = Districts and stages
chart-district-list = All districts with inhabitants and economic conditions
chart-stages = Initiatives by stage
chart-stages-by-target-area = Stages and target areas
chart-field-coverage = How much do we know about the initiatives?
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
definition = How it is counted
basis = Basis: { $selection }.
basis-everything = Basis: everything, regardless of filters.
several-vision-areas = Several vision areas
square-stands-for = One square stands for { $n } initiatives

terms-vision_area = The vision areas
terms-target_area = The target areas
terms-stage = The stages

## Sentences

quoted = “{ $label }”
sentence-extremes = { sentence-most }; { sentence-fewest }.
sentence-most =
    { $leaders ->
        [one] { $most } has the most, { $n }
       *[other] { $most } have the most, { $n } each
    }
sentence-fewest =
    { $least ->
        [0] there are none for { $fewest }
       *[other] { $trailers ->
            [one] { $fewest } has the fewest, { $least }
           *[other] { $fewest } have the fewest, { $least } each
        }
    }
sentence-equal = All have the same number: { $n }.
sentence-one = { $label } has { $n }.
sentence-cell = { $row } meets { $column }
sentence-most-cells =
    { $leaders ->
        [one] Most initiatives, { $n }, are where { $cells }.
       *[other] Most initiatives, { $n } each, are where { $cells }.
    }
sentence-cells-wide-only =
    { $whole ->
        [one] { $n } of { $whole } cell has no initiative aimed at it, only ones that reach the whole municipality.
       *[other] { $n } of { $whole } cells { $n ->
            [one] has no initiative aimed at it
           *[other] have no initiative aimed at them
        }, only ones that reach the whole municipality.
    }
sentence-cells-none =
    { $whole ->
        [one] { $n } of { $whole } cell has no initiative aimed at it.
       *[other] { $n } of { $whole } cells { $n ->
            [one] has no initiative aimed at it
           *[other] have no initiative aimed at them
        }.
    }
sentence-cells-not-stated =
    { $whole ->
        [one] In { $n } of { $whole } cell no initiative is known, but the source does not say everything.
       *[other] In { $n } of { $whole } cells no initiative is known, but the source does not say everything.
    }
sentence-none = No initiative has any of these labels.
sentence-not-captured =
    { $n ->
        [one] There is no source material for { $labels }: the page was not captured.
       *[other] There is no source material for { $labels }: the pages were not captured.
    }
sentence-not-stated =
    { $n ->
        [0] It is known for all { $whole }.
       *[other] Not stated for { $n } of { $whole }.
    }
sentence-shared =
    { $n ->
        [one] { $n } initiative counts more than once, so the parts add up to more than the number of initiatives.
       *[other] { $n } initiatives count more than once, so the parts add up to more than the number of initiatives.
    }
sentence-headline = { $initiatives }: { $parts }.
sentence-districts =
    { $districts ->
        [one] { $aimed ->
            [0] No initiative names the district.
           *[other] At least one initiative names the district.
        } Of { $initiatives }, { $wide } reach the whole municipality, and for { $unknown } no district is stated.
       *[other] { $aimed ->
            [0] No initiative in the selection names a district. Of { $initiatives }, { $wide } reach the whole municipality, and for { $unknown } no district is stated.
           [one] { $aimed } of { $districts } districts is named by at least one initiative. Of { $initiatives }, { $wide } reach the whole municipality, and for { $unknown } no district is stated.
           *[other] { $aimed } of { $districts } districts are named by at least one initiative. Of { $initiatives }, { $wide } reach the whole municipality, and for { $unknown } no district is stated.
        }
    }
sentence-need-met =
    { $bare ->
        [0] Each of the { $needy } districts with great need is named by at least one initiative.
       *[other] No initiative names { $bare } of the { $needy } districts with great need.
    }
sentence-district-list = { low-income-means } The number of people is calculated: the share times the inhabitants. The table does not compare how districts perform.
sentence-coverage =
    { $whole ->
        [one] { $placed } of { $whole } initiative names a place in the municipality.
       *[other] { $placed } of { $whole } initiatives { $placed ->
            [one] names
           *[other] name
        } a place in the municipality.
    }
sentence-sources =
    { $n ->
        [one] Everything rests on { $n } source.
       *[other] Everything rests on { $n } sources. Where an address or a date is missing, it did not come with the capture.
    }
sentence-rules =
    { $n ->
        [one] { $n } rule has set the labels.
       *[other] { $n } rules have set the labels. A stated label stands in the city’s text; an inferred one was set by a rule.
    }
sentence-not-relevant =
    { $n ->
        [0] No places are exempt.
        [one] { $n } place has been exempted by a person, with reason and date: a zero there is no gap.
       *[other] { $n } places have been exempted by a person, with reason and date: a zero there is no gap.
    }
sentence-problems =
    { $n ->
        [0] Everything could be placed.
       [one] { $n } detail could not be placed or is missing from the source. Nothing has been guessed.
       *[other] { $n } details could not be placed or are missing from the source. Nothing has been guessed.
    }

sentence-transitions =
    { $moved ->
        [one] { $moved } listing changed stage, { $came } appeared and { $went } disappeared; { $stayed } stayed in the same stage.
       *[other] { $moved } listings changed stage, { $came } appeared and { $went } disappeared; { $stayed } stayed in the same stage.
    }
sentence-changes =
    { $n ->
        [0] No initiatives in the selection have changed.
       *[other] An initiative that has changed in several ways is listed under each of them.
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
legend-selection = A zero without a frame applies to the selection only: without filters there are initiatives.
legend-all-stated = A zero under “{ not-stated }” without a question mark: no initiative there lacks the label.
legend-undecided = { decision-sign-undecided } leads to the gap, where a decision can be recorded.
sign-count = { $n }
sign-wide-only = ↔ { $wide }
sign-none = 0
sign-not-stated = ? { $n }
sign-unknown = ?
sign-all-stated = 0
sign-not-captured = —
sign-not-relevant = ×
cell-count = { initiatives }
cell-wide-only = municipality-wide only, { $wide } reaching the whole municipality
cell-none = no initiative aimed here
cell-not-stated =
    { $n ->
        [one] { $n } initiative where the source does not say
       *[other] { $n } initiatives where the source does not say
    }
cell-unknown =
    { $unknown ->
        [one] none known, but for { $unknown } initiative it is not stated
       *[other] none known, but for { $unknown } initiatives it is not stated
    }
cell-all-stated = no initiative here lacks the label
cell-not-captured = no source material
cell-not-relevant = not relevant
meaning-count = Number of initiatives here.
meaning-wide-only = Municipality-wide only: no initiative names the district, but this many reach the whole municipality.
meaning-none = No initiative aimed here: the pages that have been read name none. Only this is a full gap.
meaning-not-stated = Not stated: for this many initiatives the source does not say. A lone question mark: none is known, but one of them may belong here.
meaning-not-captured = No source material: the page was never captured. That does not mean zero.
meaning-not-relevant = Not relevant: a person has decided that this does not count, with reason and date.

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
changes-since-then-in = Since then, { $place }
changes-of-one = Since then, the initiative { $parts }.
changes-of-one-nothing = Since then, the initiative is as before.
changes-between = From { $before } to { $after }
changes-sentence =
    { $unchanged ->
        [0] { $since }: { $parts }; none is as before.
        [one] { $since }: { $parts }; { $unchanged } is as before.
       *[other] { $since }: { $parts }; { $unchanged } are as before.
    }
changes-nothing = { $since }: no initiatives have changed.
decisions-added =
    { $n ->
        [one] One decision on a gap has been added.
       *[other] { $n } decisions on gaps have been added.
    }
changed-decisions = New decisions on gaps
see-decisions = See the decisions on gaps
change-new = appeared
change-gone = disappeared
change-changed = changed
change-stage = changed stage
change-vision_area = changed vision area
change-listed = gained a listing
change-unlisted = lost a listing
change-title = changed name
change-text = changed wording
change-link_gone = lost a link
change-link = gained a link
change-assessment = changed labels
changed-new = New
changed-gone = No longer there
changed-stage = Changed stage
changed-vision_area = Changed vision area
changed-listed = Gained a listing
changed-unlisted = Lost a listing but remains
changed-title = Changed name
changed-text = Changed wording
changed-link_gone = Lost a link
changed-link = Gained a link
changed-assessment = Changed labels
assessment-is-ours = It is the labels here that have changed, not necessarily the city’s text.
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
wording-not-kept = The city has reworded the text. The wording is not kept on this computer.
more-in-csv =
    { $n ->
        [one] { $n } more initiative is in the CSV file.
       *[other] { $n } more initiatives are in the CSV file.
    }
outdated = Possibly out of date
until = until { $date }
outdated-promise = The text speaks of “{ $quote }”, a time that ended on { $date }.
outdated-link = The link “{ $label }” has been gone from the city’s page since the snapshot of { $snapshot }.
outdated-link-now = The link “{ $label }” is gone from the city’s page; it was there in the snapshot of { $snapshot }.
chart-captured-pages = The pages behind the snapshots
sentence-captured-pages =
    { $n ->
        [0] Both snapshots rest on the same captures of the city’s pages.
        [one] { $n } of the city’s pages has been captured again or added between the snapshots.
       *[other] { $n } of the city’s pages have been captured again or added between the snapshots.
    }
column-page = Page
column-fetched-before = Fetched before
column-fetched-after = Fetched after
column-last-changed = Changed by the city
page-new = New here
page-gone = No longer there
page-statement = What the vision says has been reworded
page-content = Captured again
page-none = The same capture
statement-reworded = How the page’s words about the vision have changed
nothing-earlier = The snapshot of { $snapshot } is the first one.
nothing-earlier-advice = There is no earlier snapshot to compare it with. You can see what has changed since then instead.
compare-with-now = Compare the snapshot of { $snapshot } with now
first-snapshot-title = There is no earlier snapshot to compare with yet.
first-snapshot-advice = Here you will see which initiatives have appeared, disappeared, changed stage or been reworded between two snapshots. A snapshot is kept each time a new capture of the city’s pages is imported with the command:
first-snapshot-command = dashboard import CAPTURE

## Districts

area-type = Area type
area-type-1 = Areas with great socioeconomic challenges
area-type-2 = Areas with socioeconomic challenges
area-type-3 = Socioeconomically mixed areas
area-type-4 = Areas with good socioeconomic conditions
area-type-5 = Areas with very good socioeconomic conditions
area-type-short-1 = great challenges
area-type-short-2 = challenges
area-type-short-3 = mixed
area-type-short-4 = good conditions
area-type-short-5 = very good conditions

## The list and the card

sort-by = Sort by
sort-published = as published
sort-title = title
sort-initiatives = initiatives
sort-label = name
sort-population = inhabitants
sort-low_income_pct = share with low economic standard
sort-in_need = number with low economic standard
sort-developing = initiatives being developed
no-summary = Nobody has written a summary yet. The city’s own description is on the page where the initiative is listed.
pages = Pages of the list
previous-page = Previous
next-page = Next
listed-here = Showing { $first }–{ $last } of { $n }.
listed-all = All { $n } are in the CSV and Excel files of the list.
back-to-list = Back to the list
published-as = Published as “{ $title }”
card-listings = Where it is listed
card-labels = What we know, and how
card-facts = What else the text mentions
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
column-inferred_labels = Inferred labels
column-address-of = { $column }, address
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
source-city-page = page on the city’s website
source-spreadsheet = spreadsheet
source-statistics = statistics

## Method

method = How it is counted
method-what-is-counted-title = What is counted?
method-what-is-counted = Every number is the number of initiatives that the city describes on its website. It says nothing about money, effort or whether goals are reached.
method-initiative-or-listing-title = Initiative or listing?
method-initiative-or-listing = A listing is a description on a page. The same initiative may appear on several pages and is then counted once. An initiative with several labels of one kind, such as two target areas, counts in full in each, so the parts can add up to more than the whole.
method-stage-not-status-title = Is stage the same as status?
method-stage-not-status = No. The stages are the pages’ own three headings. Networks and partnerships are a way of working, not a step in time. Status is given only when the text says that something is planned, ongoing, ended or permanent.
method-stated-or-inferred-title = Stated or inferred?
method-stated-or-inferred = A label is stated when the city’s text says so, and inferred when a named rule has set it from words in the text. Inferred labels can be switched off in the filters.
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
review-another = The rules find something other than what is already set
review-quote-gone = The words that the label rests on are no longer in the text
review-sheet-differs = An imported spreadsheet says something else
review-settle = Settle a label
review-help = What is settled does not come up again as long as the words are the same. Give your role or function, not your name.
review-pick = Label
review-pick-one = Choose
review-decision = Decision
review-accepted = Accept
review-explain-accepted = The label is set, reviewed by you. Where the words are gone, the label is removed instead.
review-rejected = Reject
review-explain-rejected = The label is not set. Where the words are gone, the label stays nevertheless.
review-role = What the place is, if you accept one
review-by = Your role or function
review-save = Save
review-saved = The label has been settled.
review-not-saved = The label has not been settled. Correct this and save again:
review-none-picked = Choose which label it is about.
review-refused = The label has not been settled.
review-saved-not-shown = The label has been settled, but the page cannot show it yet:

## Footer and errors

what-numbers-mean = The numbers are initiatives that the city describes on its website – not money, effort or goal attainment.
data-version = Data { $version }, made { $date }.
building = Building the data …
data-has-errors = The data cannot be read
data-has-errors-advice = Correct the lines below and reload the page. Nothing else has been changed.
problems = Errors
unexpected = Something went wrong when the page was about to be shown.
unexpected-advice = Reload the page, or go to the overview. The error has been noted in the log; the data is untouched.
no-data = There is no data to show
store-missing = The data file is missing. Build it with the command below and reload the page.
store-outdated = The data file was made by another version of Visionskollen. Rebuild it with the command below and reload the page.
store-unwritable = The data file could not be written: the disk is full or the folder is locked. Put that right, run the command below and reload the page.
store-broken = The data file is damaged. Rebuild it with the command below and reload the page; the source files in data/ are untouched.

## Certainty

range = between { $least } and { $most } depending on inferred labels
range-explained = { $number } ({ $between } depending on inferred labels)
without-inferred = { $n } without what rules have inferred
with-inferred = { $n } with what rules have inferred
here-aimed = here { $said }
here-wide = for the whole municipality { $said }
legend-range = A range, such as 6–8, is the fewest and the most: it depends on whether what rules have inferred is counted.
legend-decision = A letter is a decision on the gap and leads to it: { decision-sign-chosen } { decision-chosen }, { decision-sign-looking-into } { decision-looking-into }, { decision-sign-handled } { decision-handled }.
inferred-in-sight =
    { $n ->
        [0] No initiative here has an inferred label, so the numbers stay the same.
       [one] { $n } of { $whole } initiatives here has an inferred label. Where a number depends on it, both are given: 8 (6–8).
       *[other] { $n } of { $whole } initiatives here have an inferred label. Where a number depends on it, both are given: 8 (6–8).
    }
known-target_area =
    { $whole ->
        [one] { $n } of { $whole } initiative has a target area
       *[other] { $n } of { $whole } initiatives have a target area
    }
known-district =
    { $whole ->
        [one] { $range } of { $whole } initiative names a district
       *[other] { $range } of { $whole } initiatives name a district
    }
known-elsewhere =
    { $n ->
        [0] and none another place
       *[other] and { $range } another place
    }
known-stated =
    { $n ->
        [0] none if only what the city states is counted
       *[other] { $n } if only what the city states is counted
    }
known-everywhere =
    { $n ->
        [0] none reaches the whole municipality
        [one] { $range } reaches the whole municipality
       *[other] { $range } reach the whole municipality
    }
known-unknown =
    { $n ->
        [0] it is known for all
       *[other] for { $range } the source does not say
    }
missing-pages = There is no source material for { $n } of { $whole } vision areas: { $labels }.

## Gaps

finding = What matters most
finding-nothing = Great need, no initiative aimed here
finding-progress =
    { $extent ->
        [all] Great need, everything still being developed
        [most] Great need, most still being developed
        [some] Great need, some still being developed
       *[none] Great need, nothing is being developed
    }
finding-developing = { $part } of { $whole } being developed
finding-facts = { $population } inhabitants, { $share } with low economic standard
finding-note = Great need: Boverket counts at least part of the district among its area types with socioeconomic challenges.
whatever-filters = Applies to all initiatives, regardless of filters.
great-need = great need
sign-diamond-aimed = Great need, this many initiatives
sign-diamond-nothing = Great need, no initiative
sign-circle-aimed = Others, this many initiatives
sign-circle-nothing = Others, no initiative
no-districts = The selection covers no single district, so there are none to compare here. Remove the district filter to see them.
districts =
    { $n ->
        [one] { $n } district
       *[other] { $n } districts
    }
more-districts =
    { $n ->
        [one] { $n } more district
       *[other] { $n } more districts
    }
more-places =
    { $n ->
        [one] { $n } place
       *[other] { $n } places
    }
chart-district-gaps = What the districts lack
lack-absolute = No initiative at all
lack-wide-only = Municipality-wide only
lack-thin = One or two initiatives
lack-promise = Only being developed
lack-pipeline = Nothing being developed
lacks-absolute =
    { $unknown ->
        [0] No initiative names the district, and none reaches the whole municipality.
       *[other] No initiative names the district, and none reaches the whole municipality; for { $nowhere } no district is stated.
    }
lacks-wide-only =
    { $unknown ->
        [0] No initiative names the district; the whole municipality is reached by { $wide }.
       *[other] No initiative names the district; the whole municipality is reached by { $wide }, and for { $nowhere } no district is stated.
    }
lacks-thin = One or two initiatives name the district.
lacks-promise = Everything under way that names the district is being developed; none of it is being done now.
lacks-pipeline = What names the district is being done now; none of it is being developed.
sentence-lack-absolute =
    { $whole ->
        [one] No initiative names the district, and none reaches the whole municipality.
       *[other] No initiative names { $n } of the { $whole } districts, and none reaches the whole municipality.
    }
sentence-lack-wide-only =
    { $whole ->
        [one] No initiative names the district, but some reach the whole municipality.
       *[other] { $needy ->
            [0] No initiative names { $n } of the { $whole } districts, but some reach the whole municipality.
           *[other] No initiative names { $n } of the { $whole } districts, but some reach the whole municipality. Great need: { $needy } of them.
        }
    }
sentence-lack-thin =
    { $whole ->
        [one] One or two initiatives name the district.
       *[other] { $n ->
            [one] One district is named by one or two initiatives.
           *[other] { $n } districts are named by one or two initiatives.
        }
    }
sentence-lack-promise =
    { $whole ->
        [one] In the district, everything under way is being developed.
       *[other] { $n ->
            [one] In one district, everything under way is being developed.
           *[other] In { $n } districts, everything under way is being developed.
        }
    }
sentence-lack-pipeline =
    { $whole ->
        [one] Nothing that names the district is being developed.
       *[other] { $n ->
            [one] In one district, nothing that names it is being developed.
           *[other] In { $n } districts, nothing that names them is being developed.
        }
    }
sentence-lacks-none =
    { $whole ->
        [one] The district is not under { $kinds }.
       *[other] No district is under { $kinds }.
    }
sentence-no-lack =
    { $n ->
        [one] The district as a whole lacks nothing of what counts as a gap.
       *[other] None of the districts lacks, as a whole, anything of what counts as a gap.
    }
column-now = Done now
column-developing = Being developed
column-networks = Networks
column-in_need = People with low economic standard
low-income-means = Low economic standard, as defined by Statistics Sweden: the household’s disposable income per consumption unit is below 60 per cent of the median for everyone.
about-so-many = about { $n }
column-lack = Gap
column-decision = Decision
no-decision = No decision
chart-expected = Expected and actual number
times =
    { $n ->
        [one] once
       *[other] { $n } times
    }
weight = Expected by
weight-population = inhabitants
weight-need = low economic standard
column-mentions = Initiatives that name the district
column-expected = Expected, calculated
column-chance = Chance usually gives
column-verdict = What can be said?
expected-under-one = under 1
expected-nearly = nearly { $said }
verdict-too-few = too few to tell whether it is too little
verdict-short = fewer than chance usually gives
verdict-within = within what chance gives, or more
sentence-expected-population =
    { $n ->
        [0] No initiative in the selection names a district.
       *[other] Districts are named { $times }. Expected is what each district would get if those times were spread by inhabitants.
    }
sentence-expected-need =
    { $n ->
        [0] No initiative in the selection names a district.
       *[other] Districts are named { $times }. Expected is what each district would get if those times were spread by how many have low economic standard.
    }
sentence-verdict-short = Fewer than chance usually gives: { $districts }.
sentence-verdict-within = Not fewer than chance usually gives: { $districts }.
sentence-verdict-too-few =
    { $whole ->
        [one] The expected number is below { $enough }; chance then makes it zero too often for anything to be said.
       *[other] For { $n } of { $whole } districts the expected number is below { $enough }; chance then makes it zero too often for anything to be said.
    }
chart-district-shares = Share of the initiatives, the inhabitants and the need
share-of-initiatives = Share of the times a district is named
share-of-population = Share of the inhabitants
share-of-need = Share of those with low economic standard
sentence-great-need =
    { $n ->
        [one] Of the times a district is named, { $initiatives } concern { $district }, which has { $population } of the inhabitants and { $need } of those with low economic standard.
       *[other] Of the times a district is named, { $initiatives } concern the { $n } districts with great need, which have { $population } of the inhabitants and { $need } of those with low economic standard.
    }
sentence-shares =
    { $left ->
        [0] Ordered by need.
       *[other] Ordered by need. The picture shows { $n } of { $whole } districts: those with great need or at least one initiative. The table has them all.
    }

## Decisions on gaps

decision-chosen = Deliberately chosen
decision-looking-into = Being looked into
decision-handled = Handled
decision-not-relevant = Not relevant
decision-reopened = Reopened
decision-sign-chosen = C
decision-sign-looking-into = L
decision-sign-handled = H
decision-sign-not-relevant = ×
decision-sign-undecided = +
decision-by = { $decision }, responsible: { $owner }
decision-review = to be reviewed { $date }
decision-review-at = To be reviewed { $date }.

decision-position = Number
decision-gap = Gap
decision-in_force = In force
decision-in_force-True = yes
decision-in_force-False = no
decision-decision = Decision
decision-owner_role = Responsible role
decision-decided_by = Decided by
decision-reason = Reason
decision-decided_at = Day of decision
decision-review_at = To be reviewed by
decision-case_number = Case number
decision-case_address = Web address of the case
decision-case = Case
decision-filled = Filled since
decision-filled-True = yes
decision-filled-False = no
decision-overdue =
    { $days ->
        [one] Should have been reviewed { $date }, { $days } day ago.
       *[other] Should have been reviewed { $date }, { $days } days ago.
    }
decisions-none-overdue = No decision is past its day of review.
chart-gap-register = Decisions on gaps
sentence-gap-register =
    { $n ->
        [0] No decision on any gap has been recorded.
        [one] One decision is in force.
       *[other] { $n } decisions are in force.
    }
sentence-decisions-overdue =
    { $n ->
        [one] One should have been reviewed before { $date }.
       *[other] { $n } should have been reviewed before { $date }.
    }
sentence-decisions-filled =
    { $n ->
        [one] One is about a gap that has been filled since.
       *[other] { $n } are about gaps that have been filled since.
    }
decisions-how = Open a gap to read and record decisions on it.
decisions-read-only = You can only read here. Decisions are recorded with the command dashboard gaps decide, or in the form where the site is started with dashboard serve --edit.

gap-none = No initiative is aimed here: the pages that have been read name none.
gap-wide-only =
    { $unknown ->
        [0] No initiative is aimed at the district here; the whole municipality is reached by { $wide }.
       *[other] No initiative is aimed at the district here; the whole municipality is reached by { $wide }, and for { $unknown } no district is stated.
    }
gap-now-filled =
    { $n ->
        [one] The gap has been filled since: there is now one initiative here.
       *[other] The gap has been filled since: there are now { $n } initiatives here.
    }
gap-see-list = See the initiatives
gap-see-wide =
    { $n ->
        [one] See the one for the whole municipality
       *[other] See the { $n } for the whole municipality
    }
gap-close = All gaps and decisions
gap-within = Gaps within the district, each with its own decisions
decision-history = What has been decided
decision-no-history = Nothing has been recorded yet.
decision-line = { $date }: { $decision }
decision-made-by = Decided by { $who }; responsible: { $owner }.
decision-refused-filled =
    { $n ->
        [one] There is { $n } initiative here, so this is no gap to decide on.
       *[other] There are { $n } initiatives here, so this is no gap to decide on.
    }
decision-refused-not-stated =
    { $unknown ->
        [0] The source does not say whether anything is here, so this is no confirmed gap to decide on.
        [one] The source does not say everything: { $unknown } initiative may belong here, so this is no confirmed gap to decide on.
       *[other] The source does not say everything: { $unknown } initiatives may belong here, so this is no confirmed gap to decide on.
    }
decision-refused-not-captured = There is no source material: the page has not been captured, so nobody knows whether this is a gap.
decision-refused-not-relevant = The whole district has been declared not relevant. Decide on the district instead.
decision-refused-no-gap = This is neither a district nor two terms that meet, so it is no gap to decide on.
decision-locked = The view is locked to a snapshot, where nothing changes.
decision-unlock = Go to the current data to record a decision

decide = Record a decision
decide-on = { decide } on the gap { $gap }
decide-help = The decision is added at the end of the register, with your name or function, and cannot be changed afterwards. The latest decision is the one in force.
decide-optional = { $field } (optional)
decide-date = { $field }, as YYYY-MM-DD
decide-save = Save the decision
decide-not-saved = The decision has not been saved. Correct this and save again:
decide-saved = The decision has been saved and is in force.
decide-saved-not-shown = The decision has been saved, but the page cannot show it yet:
explain-chosen = We have chosen not to do anything here.
explain-looking-into = We are finding out whether something should be done.
explain-handled = Something is being done, even if the source material does not show it yet.
explain-not-relevant = This is no gap: nothing should be here.
explain-reopened = The latest decision is no longer in force.

## District sheet

sheet-nav = District sheet
sheet-back = All districts
sheet-others = Choose another district
sheet-of = District sheet, { $municipality }
sheet-locator = Where { $district } lies in the municipality
sheet-area-type = Area type: { $types }
sheet-figure-population = inhabitants
sheet-figure-low_income_pct = have low economic standard
sheet-figure-in_need = people with low economic standard
sheet-figure-initiatives =
    { $n ->
        [one] initiative names the district
       *[other] initiatives name the district
    }
sheet-initiatives = Initiatives that name { $district }
sheet-targets = Target areas
sheet-gaps = Gaps and decisions
sheet-expected = Expected and actual
sheet-everyone = In addition
sheet-no-gaps = The district as a whole lacks nothing of what counts as a gap.
sheet-empty-cells = No initiative aimed here
sheet-more =
    { $n ->
        [one] and { $n } more initiative
       *[other] and { $n } more initiatives
    }
sheet-cell-count =
    { $n ->
        [one] initiative
       *[other] initiatives
    }
sheet-cell-wide-only = municipality-wide only
sheet-cell-none = no initiative aimed here
sheet-cell-not-stated = not stated
sheet-cell-unknown = not stated
sheet-cell-all-stated = none missing
sheet-cell-not-captured = no source material
sheet-cell-not-relevant = not relevant
sheet-expected-population =
    { $verdict ->
        [too-few] By inhabitants: expected { $expected }, actual { $n }; { $said }.
       *[other] By inhabitants: expected { $expected }, actual { $n }; chance usually gives { $chance }: { $said }.
    }
sheet-expected-need =
    { $verdict ->
        [too-few] By low economic standard: expected { $expected }, actual { $n }; { $said }.
       *[other] By low economic standard: expected { $expected }, actual { $n }; chance usually gives { $chance }: { $said }.
    }
sheet-municipality-wide =
    { $n ->
        [0] No initiative reaches the whole municipality.
        [one] { $range } initiative reaches the whole municipality.
       *[other] { $range } initiatives reach the whole municipality.
    }
sheet-not-stated =
    { $n ->
        [0] No initiative lacks a stated district.
        [one] For { $range } initiative no district is stated.
       *[other] For { $range } initiatives no district is stated.
    }
sheet-source-population = Inhabitants { $year }: Statistics Sweden.
sheet-source-low_income = Low economic standard { $year }: Statistics Sweden.
sheet-source-in_need = The number of people with low economic standard is calculated: the share in { $share } times the inhabitants in { $people }, rounded.
sheet-source-area_type = Area type { $year }: Boverket.
sheet-range = Numbers in brackets, such as 6–8, are the fewest and the most, depending on whether what rules have inferred counts.

## Balance

chart-balance = Balance between the vision areas
balance-distance =
    { $n ->
        [0] The initiatives are already as close to { $target } as whole initiatives can be.
        [one] { $n } of { $whole } initiatives would have to be elsewhere to reach { $target }.
       *[other] { $n } of { $whole } initiatives would have to be elsewhere to reach { $target }.
    }
areas = { $n } vision areas
areas-captured = the { $n } vision areas with source material
areas-picked = the { $n } selected vision areas with source material
areas-captured-of-all = the { $n } of { $whole } vision areas with source material
areas-picked-of-all = the { $n } of { $whole } selected vision areas with source material
balance-too-few = Balance can be calculated only when at least two vision areas with source material are in the selection.
balance-widen = Show all vision areas
balance-several = In several vision areas
balance-total = Sum
balance-only =
    { $n ->
        [one] { $n } initiative only here
       *[other] { $n } initiatives only here
    }
balance-note = { $weight } against the target’s { $target } ({ $share }): { $verdict }
balance-over = { $n } above
balance-under = { $n } below
balance-even = on target
balance-shared = Counted fractionally: { $note }
spread = How evenly are the initiatives spread?
spread-effective = They are spread as if evenly over { $n } of { $areas }. Perfectly even would be { $classes }, all in one place would be 1.
spread-chance = If chance were to place them, that number would be { $low }–{ $high } in nine cases out of ten:
spread-uneven = so they are spread less evenly than chance usually gives.
spread-within = so this cannot be told from chance.
spread-even = so they are spread more evenly than chance usually gives.
balance-not-captured =
    { $n ->
        [one] { $labels } is not part of the balance: there is no source material.
       *[other] { $labels } are not part of the balance: there is no source material.
    }
key-only = only in that vision area
key-shared = in several vision areas, shared between them
key-rest-full = what full counting adds
key-rest-distinct = in several vision areas, counted once
key-target = the target
key-target-a = profile A’s target
key-target-b = profile B’s target
counting = Counting
counting-full = full
counting-distinct = distinct
counting-shared = fractional
counted-full =
    { $several ->
        [0] Full counting: an initiative in several vision areas counts in each. There is none of those here, so the sum is { $total }.
       *[other] Full counting: an initiative in several vision areas counts in each. The sum is { $total }, { $more } more than the initiatives.
    }
counted-distinct =
    { $several ->
        [0] Distinct counting: every initiative counts once. Here none is in several vision areas, so the sum is { $whole }.
       *[other] Distinct counting: every initiative counts once. { $alone } are in one of the vision areas and { $several } in several; the sum is { $whole }.
    }
counted-shared =
    { $several ->
        [0] Fractional counting: an initiative in two vision areas counts as half in each. There is none of those here, so the sum is { $whole }.
       *[other] Fractional counting: an initiative in two vision areas counts as half in each. The sum is { $whole }, as many as the initiatives.
    }
counted-distance = The distance to the target always uses fractional counting, so that every initiative weighs the same.
column-full = Full counting
column-distinct = Distinct counting
column-shared = Fractional counting
column-share = Share, fractional
column-target = Target
column-difference = Difference from target
profile-pick = What is balance to you?
profile-choice = Equal parts are only a starting point. How large a part each vision area should have is a political choice.
profile-advice = Move one slider and the others follow; they always add up to 100%. The profile is part of the address, so a link shows others the same target.
profile-own = Target profile
profile-a = Profile A
profile-b = Profile B
profile-says = { $profile }: { $sentence }
profile-distance = Distance: { $n } of { $whole } initiatives
profile-part = { $share } in { $label }
profile-parts-of = { $parts } (of { $areas })
profile-is-equal = equal parts ({ $shares })
profile-is-equal-of = equal parts between { $areas } ({ $shares })
profile-equal = Back to equal parts
profile-compare = Compare with another profile
profile-swap = Swap A and B
profile-remove = Remove profile B
unknown-profile = The link contained a target profile that is not used: { $param } = { $value }. A target profile gives each vision area with source material a share in whole per cent, and the shares add up to 100.

## Doubles

chart-together = Which vision areas share initiatives?
together-sentence =
    { $n ->
        [0] { $whole ->
            [one] The initiative is not in several of { $areas }.
           *[other] None of { $whole } initiatives is in several of { $areas }.
        }
        [one] { $n } of { $whole } initiatives is in several of { $areas }, { $alone } in only one of them.
       *[other] { $n } of { $whole } initiatives are in several of { $areas }, { $alone } in only one of them.
    }
together-alone =
    { $n ->
        [one] { $label }: { $n } initiative only here
       *[other] { $label }: { $n } initiatives only here
    }
together-both =
    { $n ->
        [0] { $label } and { $other }: no initiative in common
        [one] { $label } and { $other }: { $n } initiative in common
       *[other] { $label } and { $other }: { $n } initiatives in common
    }
together-reading = On the diagonal are those in only one of the vision areas. They have no list of their own, because a selection cannot say “only here”; all in an area are reached from its name and its sum. In the other cells are those in both; the number leads to the list below.
chart-doubles = Initiatives in several vision areas
doubles-sentence =
    { $n ->
        [one] This initiative is in several vision areas; full counting counts it in each.
       *[other] These { $n } initiatives are in several vision areas; full counting counts them in each.
    }
doubles-more =
    { $n ->
        [one] { $n } more initiative is in several vision areas; narrow the selection to see it.
       *[other] { $n } more initiatives are in several vision areas; narrow the selection to see them.
    }
doubles-listed = { $area } ({ $stages })
column-listed = Vision area and stage
chart-near-twins = Initiatives that look alike
near-twins-sentence =
    { $n ->
        [0] No selected initiatives look so much alike that somebody needs to check.
        [one] { $n } pair of initiatives looks alike. That is a reason to check whether they are the same; nothing is merged.
       *[other] { $n } pairs of initiatives look alike. That is a reason to check whether they are the same; nothing is merged.
    }
near-twins-most = These are the { $n } pairs of initiatives that look most alike; there are more. Likeness is a reason to check whether they are the same; nothing is merged.
twin-and = and
twin-words = Words in common: { $words }.
twin-link = Both link to “{ $label }”.
column-other = Other initiative
column-likeness = Likeness
column-why = What is alike

## Tables to take along

provenance-title = Title
provenance-sentence = What the numbers show
provenance-selection = Basis
provenance-dated = Data as of
provenance-source = Source
provenance-address = Link
workbook-about = About
workbook-initiatives = Initiatives
workbook-definitions = Definitions
workbook-sheet = Sheet
workbook-shows = What the sheet shows
workbook-shows-initiatives =
    { $n ->
        [one] { $n } initiative. The list can be changed and imported again.
       *[other] { $n } initiatives. The list can be changed and imported again.
    }
workbook-labels = Labels
workbook-shows-labels = What is in Initiatives, with a row for each label of an initiative: to count and to make pivot tables of. The import does not read the sheet.
workbook-shows-definitions = What the words and columns mean
workbook-page = Page &P of &N
workbook-word = Word
workbook-column = The column “{ $label }”
workbook-means = Meaning
workbook-cut =
    { $n ->
        [one] { $n } cell has longer text than Excel can hold. The end is missing here and is in CSV, JSON and Parquet.
       *[other] { $n } cells have longer text than Excel can hold. The ends are missing here and are in CSV, JSON and Parquet.
    }
workbook-too-long = “{ $table }” has { $rows } rows, and an Excel file from here holds { $most } at most. Choose CSV or Parquet instead, or a smaller selection.
means-code = The initiative’s fixed name in all files and links. Leave it as it is; leave the cell empty for a new initiative.
means-initiative = The title as shown.
means-title = The title as the city writes it, where that differs from the one shown.
means-summary = Our own summary in one sentence.
means-vision_area = The vision areas whose pages describe the initiative. Several are separated by a vertical bar.
means-stage = The heading that the initiative is listed under, one per vision area and in the same order.
means-position = The initiative’s place below the heading, counted from the top; in the same order.
means-link_label = The text of the initiative’s link, in the same order; empty where it has none.
means-inferred = Which of the preceding a rule has inferred from the text. The city itself states the rest. The import does not read this column.
means-dimension = What the label is about.
means-term = The label itself, a district for example. The initiative has one row for each, so that a value has as many rows as initiatives.
means-provenance = Whether the city itself states the label or a rule has inferred it; empty where the source does not say.
means-label = The initiative’s { $dimension }. Several are separated by a vertical bar; “{ not-stated }” where the source does not say.
export-one-table =
    { $n ->
        [0] The selection leaves nothing to show in the chart. Choose another selection.
       *[other] This format holds a single table, and there are { $n } here. Choose Excel or JSON, or one of the charts.
    }
export-without-codes = This format holds a single list of initiatives, and these are several selections. Choose PowerPoint, PDF, Excel or JSON, or one of the selections.

## What goes along

source-line = Source: web pages of { $municipality }, compiled by Visionskollen.
dated = Data as of { $snapshot }
dated-unpinned = Data as of { $date }, with changes since the latest snapshot
chart-initiatives = The selected initiatives
sentence-initiatives =
    { $more ->
        [yes] The selection has { $n } initiatives. Here are the first { $shown }; CSV and Excel have them all.
       *[no] { $n ->
            [one] The selection has { $n } initiative.
           *[other] The selection has { $n } initiatives.
        }
    }
deck-basis = Each slide says which initiatives it is about.

## Documents and pictures

document-page = Page { $page } of { $pages }
document-open-view = Open the view
document-open = Open on the web
document-definitions = What the words mean
document-no-rows = The table has no rows.
document-table = The table stands under “{ $title }”
document-more-rows =
    { $n ->
        [one] Here are the first { $printed } rows. { $n } more row is in the CSV and Excel files.
       *[other] Here are the first { $printed } rows. { $n } more rows are in the CSV and Excel files.
    }

## Decks

page-deck = Decks
question-deck = Which views do you want to show, in which order, and what do you want to say about them?
deck-filters = Every slide shows its own view, with the filters and in the language it had when it was added.
deck-own = Your deck
deck-list = Existing decks
deck-count =
    { $n ->
        [0] no slides
        [one] { $n } slide
       *[other] { $n } slides
    }
deck-unreadable-file = cannot be read
deck-open-file = Open a deck from a file (.toml)
deck-file-opened = The deck in the file is open. It is in the link now, and in this browser as your deck.
deck-file-unreadable = The file cannot be opened as a deck. Correct it and choose it again. What is wrong with it, in Swedish:
deck-file-no-deck = The file cannot be opened: it is no deck, or larger than one can be. Choose one that was downloaded here.
deck-file-too-large = The file is larger than a deck can be, so it has not been opened. Divide the deck into two files.
deck-empty-title = How to make a deck
deck-empty-1 = Go to a page and set the filters so that the chart shows what you want.
deck-empty-2 = Choose “Add to a deck” below the chart. Do the same for every slide.
deck-empty-3 = Come back here, order the slides, write what you want to say and choose “Present”.
deck-empty-go = Begin at the overview
deck-no-such = There is no deck { $code } here. Choose one of those that exist, or make your own.
deck-broken-link = The link to the deck has been cut short or changed, so it cannot be read. Ask for it again.
deck-broken-file = The deck { $code } cannot be read. Correct the file. What is wrong with it, in Swedish:
deck-too-large = A deck holds at most { $slides } slides and the text that its link can carry, so the change has not been made. Remove slides, shorten notes or divide the deck in two.
deck-no-room =
    { $n ->
        [one] The link holds the whole deck and has no room for all of the text, so the change has not been made. What you wrote is still there: shorten it by one character.
       *[other] The link holds the whole deck and has no room for all of the text, so the change has not been made. What you wrote is still there: shorten it by { $n } characters.
    }
deck-long-link = The link is { $letters } characters long, and some programs do not accept links of that length. Download the deck as a file and send that instead.
deck-added = The slide has been added at the end of the deck.
deck-added-before = The slide is in the deck already.
deck-not-added = The link does not lead to any chart, so no slide has been added.
deck-title = Title of the deck
deck-untitled = Deck
deck-present = Present
deck-link = Link to the deck
deck-download = Download as a file (.toml)
deck-slide-heading = { $number }. { $title }
deck-slide-title = Your own heading for slide { $number }
deck-slide-title-hint = Empty: the sentence is the heading
deck-slide-note = Note for slide { $number }
deck-slide-note-hint = Shown only to the presenter
deck-up = Move up
deck-up-slide = Move slide { $number } up
deck-down = Move down
deck-down-slide = Move slide { $number } down
deck-remove = Remove
deck-remove-slide = Remove slide { $number }
deck-open-view = Open the view
deck-moved = The slide is now number { $number }.
deck-removed = Slide { $number } has been removed. The browser’s back button brings it back.
deck-save-code = File name of the deck
deck-save-says = Lower-case letters a–z, digits and hyphens. The file is put in { $folder }, and the deck is then among the existing ones, for everyone.
deck-save = Save
deck-saved = The deck has been saved as { $file }.
deck-not-saved = The deck has not been saved. The reason, in Swedish:
deck-code-wrong = The name { $code } cannot be used. Write lower-case letters a–z, digits and hyphens.
deck-code-taken = There is already another deck called { $code }. Choose another name.
slide-no-page = The address { $view } does not lead to any page. Correct it in the deck or remove the slide.
slide-no-panel = The page has no chart called { $panel }. Correct the name in the deck or remove the slide.
slide-unknown = The view holds something that is not in the data: { $param } = { $value }. Correct the address in the deck or remove the slide.
slide-nothing = The view has nothing to show in this chart.
slide-no-data = The data of the view cannot be read: { $says }
slide-broken = The slide cannot be shown
slide-of = Slide { $number } of { $count }
slide-frozen = { $dated } (frozen)
slide-more-rows = … and { $n } more
slide-living = Living view
present-previous = Previous slide
present-next = Next slide
present-notes = Show the notes (N)
present-window = Speaker window (S)
present-blank = Blank the screen (B)
present-code = The code to the view, large (Q)
present-full = Full screen (F)
present-leave = Leave (Esc)
present-controls = Controls of the deck
present-blanked = The screen is blank. Press B to show it again.
present-upcoming = Next
present-last = This is the last slide.
present-no-note = No note for this slide.
present-elapsed = Elapsed
present-clock = Time

## Presentations

presentation-reading = How to read the numbers: “n of N” is how many of all initiatives the selection holds. { what-numbers-mean }
presentation-rest = { $rest }: in the CSV and Excel files.
presentation-districts = These are the districts with initiatives or great need. All { $n } are in the CSV and Excel files.

## Take along

take-panel = Export
take-page = Export the page
take-list = Export the list
take-deck = Export the deck
take-shown = To show
take-tables = Tables
take-pictures = Picture
take-programs = For programs
take-print = Print
take-add = Add to a deck
take-starting = Requesting the file …
take-again = Try again
take-unreachable = The server did not answer as it should. Check that you are connected, or reload the page.
take-long = The address is too long for a server on the way. Pick fewer filters, or download the deck as a file.
format-png = PNG
format-svg = SVG
format-csv = CSV
format-xlsx = Excel
format-pptx = PowerPoint
format-pdf = PDF
format-parquet = Parquet
format-json = JSON
export-waiting = { $format } is waiting for its turn.
export-working = { $format } is being made.
export-done = { $format } is ready: { $name }
export-failed = { $format } could not be made. The error has been noted in the log. Try again, or choose another format.
export-nothing = The selection leaves nothing to export. Change or clear the filters.
export-no-page = There is no page “{ $asked }” to export. Those that exist are { $there }.
figure-none = The page has no figure “{ $asked }” to explore. Reload the page.
export-no-panel =
    { $n ->
        [0] The page has no chart “{ $asked }”. Export the whole page instead.
       *[other] The page has no chart “{ $asked }”. Those that exist are { $there }.
    }
export-no-format = There is no format “{ $asked }” here. Those that exist are { $there }.
export-no-data = There is no data to export. Run “dashboard build” where Visionskollen runs, and try again.
export-busy = Many files are being made right now. Try again in a little while.
export-other-site = Files can only be requested from Visionskollen’s own pages. Open the page and export the file from there.
export-not-made = The file is not ready. Wait a moment, or request it again from the page.
export-gone = The file is no longer there. Request it again from the page.

## Accessibility statement

statement-conformance = How accessible Visionskollen is
statement-conforms =
    { $conformance ->
        [fully] Visionskollen conforms fully with the Swedish act on accessibility to digital public service.
        [partly] Visionskollen conforms partly with the Swedish act on accessibility to digital public service. The shortcomings are listed below.
       *[not] Visionskollen does not conform with the Swedish act on accessibility to digital public service. The shortcomings are listed below.
    }
statement-responsible = { $responsible } is responsible for the website.
statement-no-responsible = { $municipality } has not said yet who is responsible for the website.
statement-report = Tell us if something does not work
statement-report-says = Say which page it is about, what you wanted to do and which assistive technology you use. If you need the data in another form, ask for it in the same way. Every chart can also be read as a table, right below the chart.
statement-email = E-mail
statement-phone = Telephone
statement-form = Form
statement-no-contact = { $municipality } has not said yet whom to contact.
statement-supervision = Supervision
statement-supervision-says = { $supervisor } monitors compliance with the act. You can report shortcomings there, above all those that you have pointed out without their being put right.
statement-supervision-link = Report a lack of accessibility
statement-technical = The requirements
statement-technical-says = The act (2018:1937) requires what the standard EN 301 549 V3.2.1 says of the web, which rests on WCAG 2.1 levels A and AA. Visionskollen is built to meet WCAG 2.2 levels A and AA as well.
statement-lacking = What is not accessible
statement-non-compliance = Does not meet the requirements
statement-burden = Would be a disproportionate burden to adapt (section 12)
statement-exempt = Not covered by the act (section 9)
statement-not-assessed = Not assessed yet
statement-none-known = Nothing known.
statement-tested = How it has been tested
statement-tested-self = This is a self-assessment; nobody from outside has reviewed the website.
statement-tested-external = Somebody from outside has reviewed the website.
statement-tested-on = The assessment was made on { $date }.
statement-updated-on = The statement was last changed on { $date }.
statement-approved-on = The statement was approved on { $date }.
statement-approved-by = Approved by { $role }.
statement-not-approved = { $municipality } has not approved the statement yet.
statement-missing = There is no accessibility statement yet. { $municipality } puts it into data/accessibility.toml.
statement-unreadable = The accessibility statement cannot be shown, as the file with it has errors.

## Signing in

sign-in = Sign in
sign-out = Sign out
signed-in-editor = Signed in as { $who }, who may write here.
signed-in-reader = Signed in as { $who }, who may read here but not write.
decisions-sign-in = You can only read here. Those who may record decisions sign in first.
decide-refused = The decision has not been saved.
write-not-signed-in = You are not signed in, or your sign-in has run out. It lasts eight hours. Copy what you have written, sign in and try again.
write-not-editor = You are signed in but may not write here. Whoever runs the service decides who may.
write-not-noted = Nothing has been saved, as there was no way to note who wrote it. Whoever runs the service finds the reason in the log.

## What is not let in

refused-path = There is no such page
refused-advice-path = The address leads nowhere. Check how it is spelt, or go on from here.
refused-host = This address is not in use
refused-advice-host = The site does not answer to this host name. Its operator lists those that it answers to in DASHBOARD_HOSTS.
refused-length = The address is too long
refused-advice-length = A link may have 32,000 characters at most. Save a large deck as a file instead of sending it in a link.
refused-body = Nothing can be sent here
refused-advice-body = This address takes no files or other content.
refused-method = That cannot be done here
refused-advice-method = This address can only be read.
refused-failed = Something went wrong
refused-advice-failed = Reload the page. If that does not help, wait a little and try again.

## Share

share = Share
share-living = Living link
share-living-says = Shows the same selection with the data that applies when the link is opened.
share-frozen = Frozen link
share-frozen-says = Always shows the data as of { $snapshot } and says what has changed since. Suitable for minutes.
share-copy-link = Copy the link
share-copy-code = Copy the code
share-copied = Copied.
share-by-hand = It could not be copied from here. Select the text and press Ctrl+C.
share-mail = Send by e-mail
share-mail-long = The address is too long to begin an e-mail with. Copy it and paste it there.
share-code = QR code: { $link }
share-code-long = The address is too long for a QR code that cameras can read.
share-unpinned = The data has changed since the latest snapshot, so there is no snapshot to freeze to yet.
share-unpinned-how = Whoever looks after the data runs these commands. Then the frozen link is here.
share-take = Take a snapshot now
share-takes = It is kept in { $folder }, with all the others.
share-not-taken = The snapshot could not be taken. The reason, in Swedish:
share-data-differ = No snapshot was taken: the files in data are not the ones shown here. Run dashboard build, look at the page again, then take it.
share-only-here = The address works on this computer only.
share-only-here-how = Whoever runs the service sets in DASHBOARD_ADDRESS where others can reach it; then there are QR codes here too.
share-embed = Embed
share-embed-says = Paste the code into another web page, on the intranet for example. Links in the frame open Visionskollen in a new tab.
share-embed-nowhere = No other site is allowed yet: ask whoever runs this one to let yours in.
share-embed-what = Show
share-embed-page = The whole page { $page }
embed-open = Open in { $product }
link-here = Copy the link here: { $title }
