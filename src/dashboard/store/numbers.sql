-- Which listing carries which labels, in numbers? That is what counts are made of in memory.
-- The listings of an initiative get consecutive numbers, and so do the labels of a dimension.

insert into counted_listing by name
select
    (row_number() over (order by initiative, code) - 1)::integer as number,
    (dense_rank() over (order by initiative) - 1)::integer as initiative,
    code as listing
from listing;

insert into counted_label by name
with
occurring as (
    select distinct dimension, term, stated
    from label
)
select
    (row_number() over (order by dimension, term, stated) - 1)::integer as number,
    dimension, term, stated
from occurring;

insert into listing_label by name
select counted_listing.number as listing, counted_label.number as label
from label
join counted_listing using (listing)
join counted_label using (dimension, term, stated)
order by counted_label.dimension, counted_listing.number, counted_label.number;
