-- Which partners, years, ages and amounts do the texts name?
select initiative, kind, value, quote
from fact
where list_contains($initiatives, initiative)
order by initiative, kind, value;
