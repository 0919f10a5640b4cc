-- Which selected initiatives may be out of date on `$day`, and why?
-- The text promises a time that has passed, or no listing has a link any more where one had before: `linked` has
-- initiative, link_label and linked_in, the last snapshot in which that was so.
with
chosen as (
    select distinct initiative from selected($picks, $words, $inferred)
),
overdue as (
    select initiative, 'promise' as reason, try_cast(value as date) as promised, quote, null as linked_in, source
    from fact
    where kind = 'promise' and promised < $day::date
),
unlinked as (
    select
        listing.initiative, 'link' as reason, null::date as promised,
        linked.link_label::varchar as quote, -- also where nothing was linked: then no column has a type
        linked.linked_in::varchar as linked_in, null as source
    from linked
    join listing on listing.initiative = linked.initiative::varchar
    group by all
    having count(listing.link_label) = 0
),
doubtful as (
    from overdue
    union all
    from unlinked
)
select doubtful.*, initiative.display_title, source.title as source_title, source.address as source_address
from doubtful
join chosen using (initiative)
join initiative on initiative.code = doubtful.initiative
left join source on source.code = doubtful.source
order by reason desc, promised, display_title collate sv, quote;
