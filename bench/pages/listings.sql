-- Which initiative stands where? One row per listing.
select initiative, vision_area, stage
from listing
order by vision_area, stage, position;
