-- Which terms are there to count and filter by, and whose pages were captured?
select dimension, code, label_sv as label, captured
from term
where list_contains($dimensions, dimension)
order by dimension, position;
