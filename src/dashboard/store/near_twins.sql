-- Which two initiatives are so alike that they may be the same?
-- Compared by the rare words of title, links and summary. Only those with a rare word in both titles, or with the
-- same rare link, are compared at all: so the work grows with the portfolio, not with its square. Where things
-- are has dimensions of its own, so two initiatives in one place are not alike for that.
insert into near_twin by name
with
limits as (
    select
        8 as rare, -- a word or link that more initiatives have says little of any of them
        5 as shortest, -- letters; shorter words are mostly those between others
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
),
worded as (
    select initiative, unnest(regexp_extract_all(lower(text), '[\p{L}\p{N}]+')) as word, in_title
    from written
),
place_name as (
    select unnest(list_append(aliases, label_sv)) as text
    from term
    where dimension in ('district', 'place')
),
place_word as (
    select distinct unnest(regexp_extract_all(lower(text), '[\p{L}\p{N}]+')) as word
    from place_name
),
said as (
    select initiative, word, bool_or(in_title) as in_title, count(*) over (partition by word) as carriers
    from worded
    anti join place_word using (word)
    where len(word) >= (select shortest from limits)
    group by initiative, word
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
    join rare as other on other.word = one.word and other.initiative > one.initiative
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
        list(one.word order by one.carriers, one.word) as words,
        count(*) / (any_value(own.total) + any_value(others.total) - count(*)) as likeness
    from pair
    join rare as one using (initiative)
    join rare as other on other.initiative = pair.other and other.word = one.word
    join size as own on own.initiative = pair.initiative
    join size as others on others.initiative = pair.other
    group by pair.initiative, pair.other, pair.link_label
)
select initiative, other, likeness, words, link_label
from compared
where len(words) >= (select enough from limits) or likeness >= (select half from limits);
