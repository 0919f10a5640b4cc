-- In which listings, by number, do the words occur?
select number
from found($picks, $words, $inferred);
