-- Which typed rows do the checked CSV rows become? Each `text_…` relation is a file as text, empty fields null.

insert into dimension by name
select code, position, of_listing
from text_dimension;

insert into municipality by name
select key, value
from text_municipality;

insert into term by name
select
    dimension, code, label_sv, label_en, position, kind, captured,
    coalesce(string_split(aliases, '|'), []) as aliases, description_sv, description_en
from text_term;

insert into district_fact by name
select
    district, population, population_year, coalesce(string_split(area_type, '|'), []) as area_type,
    area_type_year, low_income_pct, low_income_year, area_km2, lat, lon,
    coalesce(string_split(regso, '|'), []) as regso
from text_district_fact;

insert into place_fact by name
select place, kind, part_of, district, population, population_year, lat, lon, source
from text_place_fact;

insert into source by name
select code, kind, title, address, fetched, sha256, vision_area, last_changed, statement_id
from text_source;

-- An initiative that no page lists any more stays in its file, with its labels, in case it comes back.
create temp view listed as
select distinct initiative
from text_listing;

insert into initiative by name
select
    code, title, display_title, coalesce(summary_sv, '') as summary_sv, coalesce(summary_en, '') as summary_en,
    coalesce(string_split(other_titles, '|'), []) as other_titles
from text_initiative
join listed on listed.initiative = text_initiative.code;

insert into listing by name
select
    concat_ws(':', vision_area, stage, position) as code, initiative, source, vision_area, stage, position, title,
    link_label, link_external, link_new_window, text_id
from text_listing;

insert into text by name
select id, text
from text_text;

insert into classification by name
select initiative, dimension, term, role, provenance, rule, quote, source, reviewer, reviewed_at
from text_classification
join listed using (initiative);

insert into fact by name
select initiative, kind, value, quote, source
from text_fact
join listed using (initiative);

insert into rule by name
select code, dimension, term, pattern, exceptions, weight, label_sv, label_en
from text_rule;

insert into review by name
select initiative, reason, dimension, term, rule, quote, source, settled, settled_by, settled_at
from text_review
join listed using (initiative);

insert into import_problem by name
select rule, source, line, value
from text_import_problem;

insert into not_relevant by name
select place, reason_sv, reason_en, declared_by, declared_at
from text_not_relevant;

insert into gap_decision by name
select
    position, concat_ws(',', dimension || ':' || term, across_dimension || ':' || across_term) as gap, dimension, term,
    across_dimension, across_term, decision, owner_role, decided_by, reason, decided_at, review_at, case_number,
    case_address
from text_gap_decision;

insert into build by name
select
    schema_version, version, built_at,
    (select count(*) from initiative) as initiatives, (select count(*) from listing) as listings
from text_build;

-- A page of the list looks up some fifty initiatives among all of them.
create index initiative_code on initiative (code);
create index listing_initiative on listing (initiative);
create index classification_initiative on classification (initiative);
create index fact_initiative on fact (initiative);
