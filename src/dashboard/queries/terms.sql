-- Which terms does each dimension have?
from term
order by dimension, position;
