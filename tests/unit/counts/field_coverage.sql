-- For how many of the selected initiatives is each field known, and how many of those does the city state?
-- Each kind of fact is a field of its own.
with
chosen as (
    select distinct initiative from selected($picks, $words, $inferred)
),
carried as (
    select initiative, case dimension when 'fact' then term else dimension end as field, bool_or(stated) as stated
    from label
    join chosen using (initiative)
    where $inferred or stated
    group by initiative, field
)
select field, count(*) as initiatives, count(*) filter (where stated) as stated
from carried
group by field;
