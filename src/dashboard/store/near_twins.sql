-- Which two initiatives are so alike that they may be the same?
-- Compared by the rare words of title, links and summary. Only those with a rare word in both titles, or with the
-- same rare link, are compared at all: so the work grows with the portfolio, not with its square.
-- Forms of a word count once: a Swedish word is inflected at its end and with few letters, so what is left
-- without these is its stem (skola, skolans, skolor: skol; utvecklas, utvecklade: utveckl).
-- The words of areas, stages and places tell initiatives apart as dimensions of their own: two are not alike for
-- being in one place, or for being done together.
insert into near_twin by name
with
limits as (
    select
        8 as rare, -- a word or link that more initiatives have says little of any of them
        5 as shortest, -- letters; shorter words are mostly those between others
        4 as kept, -- letters that no ending takes away
        3 as enough, -- words in common, or
        0.5 as half -- of all words that either has: titles may be short and summaries missing
),
linked as (
    select distinct initiative, link_label
    from listing
    where link_label is not null
),
written as (
    select code as initiative, display_title as text, true as in_title from initiative
    union all
    select code, summary_sv, false from initiative
    union all
    select initiative, link_label, false from linked
    union all
    select null, unnest(list_append(aliases, label_sv)), false
    from term
    where dimension in ('vision_area', 'target_area', 'approach', 'stage', 'district', 'place')
),
worded as (
    select initiative, unnest(regexp_extract_all(lower(text), '[\p{L}\p{N}]+')) as word, in_title
    from written
),
stemmed as (
    select initiative, word, in_title, left(word, kept) || rtrim(substr(word, kept + 1), 'adenorst') as stem
    from worded
    cross join limits
    where initiative is null or len(word) >= shortest
),
said as (
    select
        initiative,
        stem,
        first(word order by len(word), word) as word,
        bool_or(in_title) as in_title,
        count(*) over (partition by stem) as carriers
    from stemmed
    where initiative is not null and stem not in (select stem from stemmed where initiative is null)
    group by initiative, stem
),
rare as (
    from said where carriers <= (select rare from limits)
),
rare_link as (
    select initiative, link_label
    from linked
    qualify count(*) over (partition by link_label) <= (select rare from limits)
),
candidate as (
    select one.initiative, other.initiative as other, null as link_label
    from rare as one
    join rare as other on other.stem = one.stem and other.initiative > one.initiative
    where one.in_title and other.in_title
    union all
    select one.initiative, other.initiative, one.link_label
    from rare_link as one
    join rare_link as other on other.link_label = one.link_label and other.initiative > one.initiative
),
pair as (
    select initiative, other, min(link_label) as link_label
    from candidate
    group by initiative, other
),
size as (
    select initiative, count(*) as total from rare group by initiative
),
compared as (
    select
        pair.initiative,
        pair.other,
        pair.link_label,
        list(
            if(len(other.word) < len(one.word), other.word, one.word)
            order by one.carriers, one.stem
        ) as words,
        count(*) / (any_value(own.total) + any_value(others.total) - count(*)) as likeness
    from pair
    join rare as one using (initiative)
    join rare as other on other.initiative = pair.other and other.stem = one.stem
    join size as own on own.initiative = pair.initiative
    join size as others on others.initiative = pair.other
    group by pair.initiative, pair.other, pair.link_label
)
select initiative, other, likeness, words, link_label
from compared
where len(words) >= (select enough from limits) or likeness >= (select half from limits);
