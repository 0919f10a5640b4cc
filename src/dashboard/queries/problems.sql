-- What could not be placed, or does the source not say?
select rule, file, line, value
from problem
order by rule, file, line;
