-- Which rules have set labels, and how many each?
select rule.code, rule.dimension, rule.label_sv, rule.label_en, count(*) as labels,
    bool_or(classification.provenance = 'inferred') as inferred
from rule
join classification on classification.rule = rule.code
group by all
order by inferred desc, labels desc, rule.code;
