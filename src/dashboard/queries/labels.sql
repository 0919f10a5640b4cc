-- What is known of these initiatives, label by label, and from where?
with
labelled as materialized (
    from classification
    where initiative in (select unnest($initiatives))
)
select
    classification.initiative,
    classification.dimension,
    classification.term,
    classification.role,
    classification.provenance,
    classification.quote,
    classification.reviewed_at is not null as reviewed,
    rule.code as rule,
    rule.label_sv as rule_sv,
    rule.label_en as rule_en,
    source.title as source_title,
    source.address as source_address
from labelled as classification
join term on term.dimension = classification.dimension and term.code = classification.term
left join rule on rule.code = classification.rule
left join source on source.code = classification.source
where $inferred or classification.provenance = 'stated'
order by classification.initiative, classification.dimension, term.position;
