-- Of which vision areas was the page never captured?
select file, line, code as value
from text_term
where dimension = 'vision_area' and captured = 'no';
