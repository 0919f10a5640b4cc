-- Of which districts do we not know how many live there?
select text_term.file, text_term.line, code as value
from text_term
left join text_district_fact on district = code
where dimension = 'district' and kind = 'term' and population is null;
