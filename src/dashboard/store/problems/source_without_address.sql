-- Which sources cannot be looked up on the web?
select file, line, code as value
from text_source
where address is null;
