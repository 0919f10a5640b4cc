-- What did the rules in `problems` find?
insert into problem by name
select rule, file, line, value
from found;
