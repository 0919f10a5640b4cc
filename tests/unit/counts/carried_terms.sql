-- How many selected initiatives carry how many of these terms of a dimension?
with
counted as (
    select initiative, count(distinct term) as terms
    from carried($dimension, $terms, $picks, $words, $inferred)
    group by initiative
)
select terms, count(*) as initiatives
from counted
group by terms
order by terms;
