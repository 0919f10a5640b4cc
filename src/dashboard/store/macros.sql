-- Which terms does each listing carry? A row per listing, dimension and term.
-- The page itself gives vision area, stage and link, the text its facts; the rest are labels of the initiative,
-- stated or inferred.
create view label as
select code as listing, initiative, 'vision_area' as dimension, vision_area as term, true as stated
from listing
union all
select code, initiative, 'stage', stage, true
from listing
union all
select listing.code, initiative, classification.dimension, classification.term, classification.provenance = 'stated'
from listing
join classification using (initiative)
union all
select distinct listing.code, listing.initiative, 'fact', fact.kind, true
from listing
join fact using (initiative)
union all
select code, initiative, 'fact', 'link', true
from listing
where link_label is not null;

-- The same as readers see it: inferred labels only if they count, and "not-stated" where nothing is known.
create macro facet(with_inferred) as table
with
visible as (
    from label where with_inferred or stated
)
select listing, initiative, dimension, term, stated
from visible
union all
select listing.code, listing.initiative, dimension.code, 'not-stated', true
from listing
cross join dimension
where not exists (
    from visible where visible.listing = listing.code and visible.dimension = dimension.code
);

-- What must a listing have? A row per demand, each with a bit of its own: a dimension of which any of some terms
-- is picked, or a word.
create macro demanded(picks, words) as table
with
demand as (
    select split_part(pick, ':', 1) as dimension, list(split_part(pick, ':', 2)) as terms, null as word
    from (select unnest(picks) as pick)
    group by dimension
    union all
    select null, null, unnest(list_distinct(words))
)
select dimension, terms, word, 1::hugeint << (row_number() over (order by dimension, word) - 1)::integer as bit
from demand;

-- Which listings, by number, does the reader look at? `picks` holds dimension:term
-- (dimension:any for whatever is known), `words` lower-case words that must all occur. What nobody asks for is
-- ruled out by constants, so that it is not even read.
create macro found(picks, words, with_inferred) as table
with
demand as materialized (
    from demanded(picks, words)
),
visible as materialized (
    select number as label, bit, list_contains(terms, term) or list_contains(terms, 'any') as picked
    from counted_label
    join demand using (dimension)
    where with_inferred or stated
),
searched as materialized (
    select number as word, bit
    from search_word
    join demand on contains(search_word.word, demand.word)
),
said as (
    select listing, bit, picked
    from listing_label
    join visible using (label)
    where len(picks) > 0
),
met as (
    select listing, bit from said where picked
    union all
    select counted_listing.number, bit
    from counted_listing
    cross join demand
    where contains(list_aggregate(picks, 'string_agg', ' '), ':not-stated')
        and list_contains(demand.terms, 'not-stated')
        and not exists (
            from said where said.listing = counted_listing.number and said.bit = demand.bit
        )
    union all
    select listing, bit
    from word_listing
    join searched using (word)
    where len(words) > 0
)
select listing as number
from met
group by listing
having bit_or(bit) = (select sum(bit) from demand)
union all
select number
from counted_listing
where len(picks) + len(words) = 0;

-- The same by code, with their initiatives.
create macro selected(picks, words, with_inferred) as table
select counted_listing.listing, listing_order.code as initiative
from found(picks, words, with_inferred) as found
join counted_listing using (number)
join listing_order on listing_order.listing = counted_listing.number;

-- Which of these terms of a dimension do the selected listings carry? A row per listing and term.
create macro carried(in_dimension, of_terms, picks, words, with_inferred) as table
select facet.listing, facet.initiative, facet.term, facet.stated
from facet(with_inferred) as facet
join selected(picks, words, with_inferred) as chosen using (listing)
where facet.dimension = in_dimension and list_contains(of_terms, facet.term);

-- What holds about each gap: the latest decision on it, unless that one reopens it.
create view gap_decision_in_force as
with
latest as (
    from gap_decision
    qualify position = max(position) over (partition by gap)
)
from latest
where decision <> 'reopened';
