-- Which places have been declared no district with a gap, why, by whom and when?
select not_relevant.*, place_fact.kind, place_fact.district
from not_relevant
left join place_fact using (place)
order by place;
