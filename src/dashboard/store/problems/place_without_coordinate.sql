-- Which places cannot be put on a map?
select file, line, place as value
from text_place_fact
where lat is null or lon is null;
