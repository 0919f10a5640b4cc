-- What should a person look at, because an import was not sure?
select
    review.initiative,
    initiative.display_title,
    review.reason,
    review.dimension,
    review.term,
    review.quote,
    rule.label_sv as rule_sv,
    rule.label_en as rule_en
from review
join initiative on initiative.code = review.initiative
left join rule on rule.code = review.rule
order by review.reason, initiative.display_title collate sv, review.dimension, review.term;
