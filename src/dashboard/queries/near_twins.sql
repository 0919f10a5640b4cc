-- Which two selected initiatives are so alike that somebody should look whether they are one?
with
chosen as (
    select distinct initiative from selected($picks, $words, $inferred)
)
select
    near_twin.initiative,
    initiative.display_title,
    near_twin.other,
    other.display_title as other_title,
    near_twin.likeness,
    near_twin.words,
    near_twin.link_label
from near_twin
join chosen using (initiative)
join chosen as other_chosen on other_chosen.initiative = near_twin.other
join initiative on initiative.code = near_twin.initiative
join initiative as other on other.code = near_twin.other
order by likeness desc, initiative.display_title collate sv, other_title collate sv
limit $limit;
