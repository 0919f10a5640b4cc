-- What are initiatives labelled with, as far as the page counts or filters by it?
select distinct initiative, dimension, term
from classification
where list_contains($dimensions, dimension);
