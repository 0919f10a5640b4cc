-- How many selected initiatives carry each two of these terms of a dimension, and how many one alone?
-- A term met with itself is the latter.
with
counted as (
    select initiative, term, count(*) over (partition by initiative) as terms
    from carried($dimension, $terms, $picks, $words, $inferred)
    group by initiative, term
)
select one.term, other.term as other, count(*) as initiatives
from counted as one
join counted as other using (initiative)
where one.term <> other.term or one.terms = 1
group by one.term, other.term;
