-- Every selected initiative once per stage, with the vision areas it stands under: the squares of the unit matrix.
select
    initiative.code as initiative,
    initiative.display_title,
    listing.stage,
    list(distinct listing.vision_area order by listing.vision_area) as vision_areas,
    min(listing.position) as position
from selected($picks, $words, $inferred) as chosen
join listing on listing.code = chosen.listing
join initiative on initiative.code = chosen.initiative
group by all
order by listing.stage, len(vision_areas), vision_areas, position, initiative.code;
