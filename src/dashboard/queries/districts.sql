-- Who lives in each district, and under what conditions?
select district_fact.*
from district_fact
join term on term.dimension = 'district' and term.code = district_fact.district
order by term.position;
