-- Which selected initiatives carry several of these terms of a dimension, and which?
with
carried as (
    select distinct facet.initiative, facet.term
    from facet($inferred) as facet
    join selected($picks, $words, $inferred) as chosen using (listing)
    where facet.dimension = $dimension and list_contains($terms, facet.term)
)
select initiative.code as initiative, initiative.display_title, list(carried.term order by term.position) as terms
from carried
join initiative on initiative.code = carried.initiative
join term on term.dimension = $dimension and term.code = carried.term
group by initiative.code, initiative.display_title
having count(*) > 1
order by initiative.display_title collate sv, initiative.code
limit $limit;
