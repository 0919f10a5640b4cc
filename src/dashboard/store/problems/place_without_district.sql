-- Which places lie in no single district that we know?
select file, line, place as value
from text_place_fact
where district is null;
