-- How many selected initiatives carry each of these terms of a dimension?
-- An initiative with several terms counts in full in each (`initiatives`), shared among them (`weight`), or in
-- none (`only`).
with
shared as (
    select
        initiative,
        term,
        bool_or(stated) as stated,
        count(*) as listings,
        count(*) over (partition by initiative) as terms
    from carried($dimension, $terms, $picks, $words, $inferred)
    group by initiative, term
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
