-- How many of the selected initiatives carry a label that a rule has inferred, whether or not it counts?
select count(distinct initiative) as initiatives
from label
where not stated and initiative in (select initiative from selected($picks, $words, $inferred));
