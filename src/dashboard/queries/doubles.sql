-- Which selected initiatives carry several of these terms of a dimension, which, and in which stages under each?
with
listed as (
    select distinct carried.initiative, carried.term, listing.stage
    from carried($dimension, $terms, $picks, $words, $inferred) as carried
    join listing on listing.code = carried.listing
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
having count(*) > 1
order by initiative.display_title collate sv, under.initiative
limit $limit;
