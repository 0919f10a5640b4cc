-- Which initiatives are selected, in the reader's order, a page at a time?
-- `$sort` is "published" (as on the city's pages), "title", or a dimension: by its first term, unknown last.
with
chosen as (
    select chosen.initiative, min((vision_term.position, stage_term.position, listing.position)) as published
    from selected($picks, $words, $inferred) as chosen
    join listing on listing.code = chosen.listing
    join term as vision_term on vision_term.dimension = 'vision_area' and vision_term.code = listing.vision_area
    join term as stage_term on stage_term.dimension = 'stage' and stage_term.code = listing.stage
    group by chosen.initiative
),
first_term as (
    select facet.initiative, min(term.position) as position
    from facet($inferred) as facet
    join selected($picks, $words, $inferred) as chosen using (listing)
    join term on term.dimension = facet.dimension and term.code = facet.term
    where facet.dimension = $sort
    group by facet.initiative
)
select initiative.*
from chosen
join initiative on initiative.code = chosen.initiative
left join first_term on first_term.initiative = initiative.code
order by
    first_term.position nulls last,
    case when $sort = 'title' then display_title end collate sv,
    chosen.published,
    display_title collate sv
limit $limit offset $offset;
