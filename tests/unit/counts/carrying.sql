-- Which listings does each code let through? "any" stands for whatever is known.
select dimension, term, listing
from facet($inferred)
union
select dimension, 'any', listing
from facet($inferred)
where term <> 'not-stated';
