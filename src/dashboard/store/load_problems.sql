-- What did the rules in `problems` find, and what did the last imports notice?
insert into problem by name
select rule, file, line, value
from found
union all
select rule, source, line, value
from import_problem;
