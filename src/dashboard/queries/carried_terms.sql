-- How many selected initiatives carry how many of these terms of a dimension?
with
carried as (
    select facet.initiative, count(distinct facet.term) as terms
    from facet($inferred) as facet
    join selected($picks, $words, $inferred) as chosen using (listing)
    where facet.dimension = $dimension and list_contains($terms, facet.term)
    group by facet.initiative
)
select terms, count(*) as initiatives
from carried
group by terms
order by terms;
