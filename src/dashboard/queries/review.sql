-- What should a person look at, because an import was not sure?
select
    review.initiative,
    initiative.display_title,
    review.reason,
    review.dimension,
    review.term,
    review.quote,
    labelled.role,
    exists (
        from classification
        where classification.initiative = review.initiative and classification.dimension = review.dimension
    ) as is_labelled,
    rule.label_sv as rule_sv,
    rule.label_en as rule_en
from review
join initiative on initiative.code = review.initiative
left join rule on rule.code = review.rule
left join classification as labelled
    on (labelled.initiative, labelled.dimension, labelled.term)
        = (review.initiative, review.dimension, review.term)
where review.settled is null
order by review.reason, initiative.display_title collate sv, review.dimension, review.term;
