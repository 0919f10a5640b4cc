-- How many selected initiatives stand where two dimensions meet?
-- Both terms must belong to the same listing: an initiative that one page calls ongoing and another calls
-- developing is not ongoing under both.
with
chosen as (
    from selected($picks, $words, $inferred)
),
row_label as (
    select facet.* from facet($inferred) as facet join chosen using (listing) where dimension = $rows
),
column_label as (
    select facet.* from facet($inferred) as facet join chosen using (listing) where dimension = $columns
),
met as (
    select
        row_label.initiative,
        row_label.term as row_term,
        column_label.term as column_term,
        bool_or(row_label.stated and column_label.stated) as stated
    from row_label
    join column_label using (listing)
    group by all
)
select row_term, column_term, count(*) as initiatives, count(*) filter (where stated) as stated
from met
group by row_term, column_term;
