-- Which selected initiatives carry several of these terms of a dimension, which, and in which stages under each?
-- Numbers lead to the few that are asked for; only those are then looked at in words.
with
wanted as (
    select number as label
    from counted_label
    where dimension = $dimension and list_contains($terms, term) and ($inferred or stated)
),
labelled as (
    select listing_order.initiative, listing_order.title, listing_label.listing, listing_label.label
    from listing_label
    join wanted using (label)
    join found($picks, $words, $inferred) as chosen on chosen.number = listing_label.listing
    join listing_order on listing_order.listing = listing_label.listing
),
several as (
    select initiative
    from labelled
    group by initiative
    having count(distinct label) > 1
    order by min(title), initiative
    limit $limit
),
listed as (
    select distinct listing.initiative, counted_label.term, listing.stage
    from labelled
    join several using (initiative)
    join counted_label on counted_label.number = labelled.label
    join counted_listing on counted_listing.number = labelled.listing
    join listing on listing.code = counted_listing.listing
),
under as (
    select
        initiative,
        listed.term,
        term.position,
        list(listed.stage order by stage.position) as stages
    from listed
    join term on term.dimension = $dimension and term.code = listed.term
    join term as stage on stage.dimension = 'stage' and stage.code = listed.stage
    group by initiative, listed.term, term.position
)
select
    under.initiative,
    initiative.display_title,
    list(under.term order by under.position) as terms,
    list(under.stages order by under.position) as stages
from under
join initiative on initiative.code = under.initiative
group by under.initiative, initiative.display_title
order by initiative.display_title collate sv, under.initiative;
