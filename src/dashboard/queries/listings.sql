-- Where does the city describe these initiatives?
with
listed as materialized (
    from listing
    where initiative in (select unnest($initiatives))
)
select
    listing.initiative,
    listing.vision_area,
    listing.stage,
    listing.position,
    listing.title,
    listing.link_label,
    listing.link_external,
    source.title as source_title,
    source.address as source_address,
    source.fetched
from listed as listing
join source on source.code = listing.source
join term as vision_term on vision_term.dimension = 'vision_area' and vision_term.code = listing.vision_area
join term as stage_term on stage_term.dimension = 'stage' and stage_term.code = listing.stage
order by listing.initiative, vision_term.position, stage_term.position, listing.position;
