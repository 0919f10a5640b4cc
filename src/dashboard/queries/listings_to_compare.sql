-- Which listings are there, and does the reader look at their initiative?
-- Where a page was captured before descriptions got ids, `text_id` is null; a listing without words has ''.
with
chosen as (
    select distinct initiative from selected($picks, $words, $inferred)
),
assessed as (
    select initiative, string_agg(distinct dimension || ':' || term, '|' order by dimension || ':' || term) as labels
    from classification
    where $inferred or provenance = 'stated'
    group by initiative
)
select
    listing.code,
    listing.initiative,
    initiative.display_title,
    listing.vision_area,
    listing.stage,
    listing.position,
    listing.title,
    case when count(text_id) over (partition by listing.source) > 0 then coalesce(text_id, '') end as text_id,
    link_label,
    coalesce(link_external, false) as link_external,
    coalesce(link_new_window, false) as link_new_window,
    coalesce(labels, '') as labels,
    listing.initiative in (select initiative from chosen) as selected
from listing
join initiative on initiative.code = listing.initiative
left join assessed on assessed.initiative = listing.initiative;
