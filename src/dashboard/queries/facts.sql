-- Which partners, years, ages and amounts do the texts name?
select initiative, kind, value, quote
from fact
where initiative in (select unnest($initiatives))
order by initiative, kind, value;
