-- By which rules are labels set, and how often?
select rule.code, rule.dimension, rule.label_sv, rule.label_en, count(classification.initiative) as labels,
    coalesce(bool_or(classification.provenance = 'inferred'), false) as inferred
from rule
left join classification on classification.rule = rule.code
group by all
order by inferred desc, labels desc, rule.code;
