-- How many selected initiatives are aimed at each district, and in which stages do they stand?
-- One that is listed in several stages counts in each, but once among those `under_way`: done now or developing.
with
aimed as (
    select
        facet.initiative,
        facet.term as district,
        bool_or(listing.stage = $now) as now,
        bool_or(listing.stage = $developing) as developing,
        bool_or(listing.stage not in ($now, $developing)) as networks
    from facet($inferred) as facet
    join selected($picks, $words, $inferred) as chosen using (listing)
    join listing on listing.code = facet.listing
    where facet.dimension = 'district'
    group by facet.initiative, facet.term
)
select
    district,
    count(*) as initiatives,
    count(*) filter (where now) as now,
    count(*) filter (where developing) as developing,
    count(*) filter (where networks) as networks,
    count(*) filter (where now or developing) as under_way
from aimed
group by district;
