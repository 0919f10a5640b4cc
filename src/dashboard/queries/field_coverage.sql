-- For how many of the selected initiatives is each field known, and how many of those does the city state?
with
chosen as (
    select distinct initiative from selected($picks, $words, $inferred)
),
known as (
    select initiative, dimension as field, provenance = 'stated' as stated
    from classification
    where $inferred or provenance = 'stated'
    union all
    select initiative, kind, true from fact
    union all
    select initiative, 'link', true from listing where link_label is not null
),
carried as (
    select initiative, field, bool_or(stated) as stated
    from known
    join chosen using (initiative)
    group by initiative, field
)
select field, count(*) as initiatives, count(*) filter (where stated) as stated
from carried
group by field;
