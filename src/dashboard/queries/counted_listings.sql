-- Which listings, by number, belong to which initiative?
select number, initiative
from counted_listing
order by number;
