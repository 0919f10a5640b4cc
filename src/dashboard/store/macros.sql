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

-- Which listings does the reader look at? `picks` holds dimension:term
-- (dimension:any for whatever is known), `words` lower-case words that must all occur.
create macro selected(picks, words, with_inferred) as table
with
matched as (
    select listing, count(distinct dimension) as dimensions
    from facet(with_inferred)
    where list_contains(picks, dimension || ':' || term)
        or (term <> 'not-stated' and list_contains(picks, dimension || ':any'))
    group by listing
),
searchable as (
    select
        listing.code as listing,
        initiative.code as initiative,
        lower(concat_ws(
            ' ', initiative.title, initiative.display_title, summary_sv, summary_en, listing.link_label
        )) as text
    from listing
    join initiative on initiative.code = listing.initiative
)
select searchable.listing, searchable.initiative
from searchable
left join matched using (listing)
where coalesce(matched.dimensions, 0) = len(list_distinct([split_part(pick, ':', 1) for pick in picks]))
    and len([word for word in words if not contains(searchable.text, word)]) = 0;

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
