-- How many selected initiatives carry each of these terms of a dimension?
-- An initiative with several terms counts in full in each (`initiatives`), shared among them (`weight`), or in
-- none (`only`).
with
carried as (
    select facet.initiative, facet.term, bool_or(facet.stated) as stated, count(*) as listings
    from facet($inferred) as facet
    join selected($picks, $words, $inferred) as chosen using (listing)
    where facet.dimension = $dimension and list_contains($terms, facet.term)
    group by facet.initiative, facet.term
),
shared as (
    select *, count(*) over (partition by initiative) as terms
    from carried
)
select
    term,
    count(*) as initiatives,
    count(*) filter (where stated) as stated,
    count(*) filter (where terms = 1) as only,
    sum(listings)::bigint as listings,
    sum(1 / terms) as weight
from shared
group by term;
