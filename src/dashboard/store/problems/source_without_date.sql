-- Which sources do not say when they were captured?
select file, line, code as value
from text_source
where fetched is null;
