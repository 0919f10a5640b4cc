-- How many selected initiatives carry each two of these terms of a dimension, and how many one alone?
-- A term met with itself is the latter.
with
carried as (
    select distinct facet.initiative, facet.term
    from facet($inferred) as facet
    join selected($picks, $words, $inferred) as chosen using (listing)
    where facet.dimension = $dimension and list_contains($terms, facet.term)
),
counted as (
    select *, count(*) over (partition by initiative) as terms
    from carried
)
select one.term, other.term as other, count(*) as initiatives
from counted as one
join counted as other using (initiative)
where one.term <> other.term or one.terms = 1
group by one.term, other.term;
