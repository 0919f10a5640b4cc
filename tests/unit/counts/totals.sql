-- How many initiatives and listings are selected, of how many?
select
    (select count(distinct initiative) from selected($picks, $words, $inferred)) as initiatives,
    (select count(*) from selected($picks, $words, $inferred)) as listings,
    (select count(*) from initiative) as all_initiatives;
