-- Which initiatives does no page list any more?
select file, line, code as value
from text_initiative
where code not in (select initiative from text_listing);
