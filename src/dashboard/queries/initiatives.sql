-- Which initiatives are selected, in the reader's order, a page at a time?
-- `$sort` is "published" (as on the city's pages), "title", or a dimension: by its first term, unknown last.
-- The whole list stands in every order already. That a page is a few rows is told by lists of them: only then are
-- the large tables looked up in and not read through.
with
chosen as (
    select listing, initiative, published, title
    from found($picks, $words, $inferred) as found
    join listing_order on listing_order.listing = found.number
    where len($picks) + len($words) > 0
),
first_term as (
    select chosen.initiative, min(term.position) as position
    from counted_label
    join listing_label on listing_label.label = counted_label.number
    join chosen using (listing)
    join term on term.dimension = counted_label.dimension and term.code = counted_label.term
    where counted_label.dimension = $sort and ($inferred or counted_label.stated)
    group by chosen.initiative
),
placed as (
    select chosen.initiative, first_term.position, if($sort = 'title', any_value(title), min(published)) as place
    from chosen
    left join first_term using (initiative)
    group by chosen.initiative, first_term.position
    order by first_term.position nulls last, place
    limit $limit offset $offset
),
page as materialized (
    select initiative, row_number() over (order by position nulls last, place) as place
    from placed
    union all
    select initiative, position
    from list_order
    where len($picks) + len($words) = 0 and sort = $sort and with_inferred = $inferred
        and position > $offset and position <= $offset + $limit
),
coded as materialized (
    select distinct page.place, listing_order.code
    from listing_order
    join page using (initiative)
    where initiative in (select unnest((select list(initiative) from page)))
)
select initiative.*
from initiative
join coded using (code)
where code in (select unnest((select list(code) from coded)))
order by coded.place;
