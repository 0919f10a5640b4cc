-- What is each label, by number?
select number, dimension, term, stated
from counted_label
order by number;
