-- Which selected initiatives may be out of date on `$day`, and why?
-- The text promises a time that has passed, or no listing has a link any more where one had `before`, the answer
-- of linked_initiatives.
with
chosen as (
    select distinct initiative from selected($picks, $words, $inferred)
),
overdue as (
    select initiative, 'promise' as reason, try_cast(value as date) as promised, quote, source
    from fact
    where kind = 'promise' and promised < $day::date
),
unlinked as (
    select before.initiative, 'link' as reason, null::date as promised, before.link_label as quote, null as source
    from before
    join listing using (initiative)
    group by before.initiative, before.link_label
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
