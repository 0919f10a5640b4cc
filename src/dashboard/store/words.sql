-- In which listings does each word occur, and in which order are initiatives listed?
-- What readers search has no white space in it, so it occurs in a text exactly where it occurs in one of the
-- text's words as spaces divide them, signs included.

create temp view written as
select
    counted_listing.number as listing,
    list_distinct(string_split(lower(concat_ws(
        ' ', initiative.title, display_title, summary_sv, summary_en, link_label
    )), ' ')) as words
from listing
join counted_listing on counted_listing.listing = listing.code
join initiative on initiative.code = listing.initiative;

insert into search_word by name
with
each_word as (
    select unnest(words) as word from written
)
select (row_number() over (order by word) - 1)::integer as number, word
from each_word
group by word;

insert into word_listing by name
with
each_word as (
    select unnest(words) as word, listing from written
)
select search_word.number as word, listing
from each_word
join search_word using (word)
order by all;

drop view written;

insert into listing_order by name
with
placed as (
    select
        counted_listing.number as listing,
        counted_listing.initiative,
        listing.initiative as code,
        display_title,
        row_number() over (order by area.position, stage.position, listing.position) as published
    from listing
    join counted_listing on counted_listing.listing = listing.code
    join initiative on initiative.code = listing.initiative
    left join term as area on area.dimension = 'vision_area' and area.code = listing.vision_area
    left join term as stage on stage.dimension = 'stage' and stage.code = listing.stage
),
titled as (
    select initiative, row_number() over (order by display_title collate sv, min(published)) as title
    from placed
    group by initiative, display_title
)
select listing, initiative, code, published, title
from placed
join titled using (initiative)
order by published;

insert into list_order by name
with
way as (
    select sort, with_inferred
    from unnest(['published', 'title', 'vision_area', 'target_area', 'district', 'stage']) as sorts (sort)
    cross join unnest([true, false]) as choices (with_inferred)
),
first_place as (
    select initiative, min(published) as published, any_value(title) as title
    from listing_order
    group by initiative
),
first_term as (
    select way.sort, way.with_inferred, counted_listing.initiative, min(term.position) as position
    from listing_label
    join counted_label on counted_label.number = listing_label.label
    join way on way.sort = counted_label.dimension and (way.with_inferred or counted_label.stated)
    join term on term.dimension = counted_label.dimension and term.code = counted_label.term
    join counted_listing on counted_listing.number = listing_label.listing
    group by all
)
select
    way.sort,
    way.with_inferred,
    initiative,
    row_number() over (
        partition by way.sort, way.with_inferred
        order by first_term.position nulls last, if(way.sort = 'title', title, published)
    ) as position
from first_place
cross join way
left join first_term using (sort, with_inferred, initiative)
order by way.sort, way.with_inferred, position;
