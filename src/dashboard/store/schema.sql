-- What does the store hold? docs/data.md is written from the comments here.

create table build (
    schema_version varchar not null,
    version varchar not null,
    built_at timestamp not null,
    initiatives integer not null,
    listings integer not null
);
comment on table build is 'What this file is: one row.';
comment on column build.schema_version is 'Check sum of the statements that make tables, views and macros; the app reads no other.';
comment on column build.version is 'Check sum of schema_version, the other statements and every data file: same content, same version.';
comment on column build.built_at is 'When the file was built, UTC.';
comment on column build.initiatives is 'Number of initiatives.';
comment on column build.listings is 'Number of listings.';

create table municipality (
    key varchar not null,
    value varchar not null
);
comment on table municipality is 'Whose portfolio this is: names, vision, programme, population, licence.';
comment on column municipality.key is 'Key in municipality.toml.';
comment on column municipality.value is 'Its value as text.';

create table dimension (
    code varchar not null,
    position integer not null,
    of_listing boolean not null
);
comment on table dimension is 'The ways to look at the portfolio; each has a vocabulary of terms.';
comment on column dimension.code is 'Code, also the name of the vocabulary file.';
comment on column dimension.position is 'Reading order, from 1.';
comment on column dimension.of_listing is 'True where the page itself gives the term, so that it is always stated.';

create table term (
    dimension varchar not null,
    code varchar not null,
    label_sv varchar not null,
    label_en varchar not null,
    position integer not null,
    kind varchar not null,
    captured boolean not null,
    aliases varchar[] not null,
    description_sv varchar,
    description_en varchar
);
comment on table term is 'The values of every dimension. Codes are frozen; labels may change.';
comment on column term.dimension is 'Dimension that the term belongs to.';
comment on column term.code is 'Code, unique within its dimension.';
comment on column term.label_sv is 'Swedish label, as published where there is one.';
comment on column term.label_en is 'English label.';
comment on column term.position is 'Reading order within the dimension, from 1.';
comment on column term.kind is '`whole` for what reaches the entire municipality, else `term`.';
comment on column term.captured is 'False where the source page was never captured, so that nothing can be said.';
comment on column term.aliases is 'Other spellings and retired codes.';
comment on column term.description_sv is 'What the term covers, in Swedish.';
comment on column term.description_en is 'What the term covers, in English.';

create table district_fact (
    district varchar not null,
    population integer,
    population_year integer,
    area_type varchar[] not null,
    area_type_year integer,
    low_income_pct double,
    low_income_year integer,
    area_km2 double,
    lat double,
    lon double,
    regso varchar[] not null
);
comment on table district_fact is 'Figures for the districts, which together partition the municipality.';
comment on column district_fact.district is 'Term of the dimension district.';
comment on column district_fact.population is 'Inhabitants.';
comment on column district_fact.population_year is 'Year of the population.';
comment on column district_fact.area_type is 'Socio-economic area types 1 (great challenges) to 5; several where a district is merged.';
comment on column district_fact.area_type_year is 'Year of the area types.';
comment on column district_fact.low_income_pct is 'Per cent of inhabitants with low economic standard.';
comment on column district_fact.low_income_year is 'Year of that share.';
comment on column district_fact.area_km2 is 'Area in square kilometres, within generalised boundaries.';
comment on column district_fact.lat is 'Latitude of a point in the district, WGS84 degrees.';
comment on column district_fact.lon is 'Longitude of that point, WGS84 degrees.';
comment on column district_fact.regso is 'Codes of the statistical areas (RegSO) that make up the district.';

create table place_fact (
    place varchar not null,
    kind varchar not null,
    part_of varchar,
    district varchar,
    population integer,
    population_year integer,
    lat double,
    lon double,
    source varchar
);
comment on table place_fact is 'The gazetteer. Levels overlap: never add its populations.';
comment on column place_fact.place is 'Term of the dimension place.';
comment on column place_fact.kind is 'Sort of place, such as neighbourhood, locality, work-area or nature.';
comment on column place_fact.part_of is 'The place that it lies in.';
comment on column place_fact.district is 'The district that it lies in, where it lies in one.';
comment on column place_fact.population is 'Inhabitants, where known.';
comment on column place_fact.population_year is 'Year of the population.';
comment on column place_fact.lat is 'Latitude, WGS84 degrees.';
comment on column place_fact.lon is 'Longitude, WGS84 degrees.';
comment on column place_fact.source is 'Source of the figures.';

create table source (
    code varchar not null,
    kind varchar not null,
    title varchar not null,
    address varchar,
    fetched date,
    sha256 varchar,
    vision_area varchar,
    last_changed date,
    statement_id varchar
);
comment on table source is 'Pages and statistics that everything else rests on.';
comment on column source.code is 'Code of the source.';
comment on column source.kind is 'vision-area-page, programme-page, city-page, statistics or spreadsheet.';
comment on column source.title is 'Title as published.';
comment on column source.address is 'Address on the web, where known.';
comment on column source.fetched is 'Day it was captured, where known.';
comment on column source.sha256 is 'Check sum of the capture.';
comment on column source.vision_area is 'The vision area that the page is about.';
comment on column source.last_changed is 'Day the city last changed the page, where the page says so.';
comment on column source.statement_id is 'What the page says the vision is, as an id in text.';

create table initiative (
    code varchar not null,
    title varchar not null,
    display_title varchar not null,
    summary_sv varchar not null,
    summary_en varchar not null,
    other_titles varchar[]
);
comment on table initiative is 'What the city does: one row per distinct initiative, however often it is listed.';
comment on column initiative.code is 'Frozen code.';
comment on column initiative.title is 'Title as published, misspellings kept.';
comment on column initiative.display_title is 'Title as shown.';
comment on column initiative.summary_sv is 'One plain Swedish sentence of our own; empty until somebody has written it.';
comment on column initiative.summary_en is 'The same in English.';
comment on column initiative.other_titles is 'Other titles that it is or was published under.';

create table listing (
    code varchar not null,
    initiative varchar not null,
    source varchar not null,
    vision_area varchar not null,
    stage varchar not null,
    position integer not null,
    title varchar not null,
    link_label varchar,
    link_external boolean,
    link_new_window boolean,
    text_id varchar
);
comment on table listing is 'Entries on the captured pages; an initiative may have several.';
comment on column listing.code is '`vision_area:stage:position`.';
comment on column listing.initiative is 'The initiative that is listed.';
comment on column listing.source is 'The page that lists it.';
comment on column listing.vision_area is 'Vision area of the page.';
comment on column listing.stage is 'The heading that it stands under.';
comment on column listing.position is 'Place under that heading, from 1.';
comment on column listing.title is 'Title in this entry, as published.';
comment on column listing.link_label is 'Text of its link; null where it has none.';
comment on column listing.link_external is 'Whether the link leaves the city''s own pages.';
comment on column listing.link_new_window is 'Whether the link opens a new window.';
comment on column listing.text_id is 'Check sum of its description: another id means that the city has reworded it.';

create table text (
    id varchar not null,
    text varchar not null
);
comment on table text is 'Descriptions as captured; only those that were read on this machine.';
comment on column text.id is 'First 16 digits of the SHA-256 of the text.';
comment on column text.text is 'The city''s words, in one line.';

create table counted_listing (
    number integer not null,
    initiative integer not null,
    listing varchar not null
);
comment on table counted_listing is 'Every listing by number, to count by in memory.';
comment on column counted_listing.number is 'From 0; the listings of an initiative stand together.';
comment on column counted_listing.initiative is 'Number of its initiative, from 0.';
comment on column counted_listing.listing is 'Code of the listing.';

create table counted_label (
    number integer not null,
    dimension varchar not null,
    term varchar not null,
    stated boolean not null
);
comment on table counted_label is 'Every label that occurs, by number.';
comment on column counted_label.number is 'From 0; the labels of a dimension stand together.';
comment on column counted_label.dimension is 'Its dimension.';
comment on column counted_label.term is 'Its term.';
comment on column counted_label.stated is 'Whether the city states it, or a rule has inferred it.';

create table listing_label (
    listing integer not null,
    label integer not null
);
comment on table listing_label is 'Which listing carries which labels, as in the view label: by dimension, then by listing.';
comment on column listing_label.listing is 'Number of the listing.';
comment on column listing_label.label is 'Number of the label.';

create table search_word (
    number integer not null,
    word varchar not null
);
comment on table search_word is 'Every word of titles, summaries and links, in small letters and with its signs.';
comment on column search_word.number is 'From 0, in the order of the words.';
comment on column search_word.word is 'The word.';

create table word_listing (
    word integer not null,
    listing integer not null
);
comment on table word_listing is 'Which words occur in which listing, by word: a search reads only what it finds.';
comment on column word_listing.word is 'Number of the word.';
comment on column word_listing.listing is 'Number of the listing.';

create table listing_order (
    listing integer not null,
    initiative integer not null,
    code varchar not null,
    published integer not null,
    title integer not null
);
comment on table listing_order is 'In which order listings stand, by place.';
comment on column listing_order.listing is 'Number of the listing.';
comment on column listing_order.initiative is 'Number of its initiative.';
comment on column listing_order.code is 'Code of that initiative.';
comment on column listing_order.published is 'Place among all listings as one reads the pages, from 1.';
comment on column listing_order.title is 'Place of the initiative by its title as in a Swedish dictionary, from 1.';

create table list_order (
    sort varchar not null,
    with_inferred boolean not null,
    position integer not null,
    initiative integer not null
);
comment on table list_order is 'The whole list of initiatives, in each of its orders: a page of it is a range.';
comment on column list_order.sort is 'published, title, or a dimension: by its first term, unknown last, then as published.';
comment on column list_order.with_inferred is 'Whether inferred labels count.';
comment on column list_order.position is 'Place in the list, from 1.';
comment on column list_order.initiative is 'Number of the initiative.';

create table near_twin (
    initiative varchar not null,
    other varchar not null,
    likeness double not null,
    words varchar[] not null,
    link_label varchar
);
comment on table near_twin is 'Pairs of initiatives that may be the same, by their words: a suggestion to look, never a merge.';
comment on column near_twin.initiative is 'The one whose code comes first.';
comment on column near_twin.other is 'The other.';
comment on column near_twin.likeness is 'Of all rare words that either has in title, links or summary, the part that both have: 0-1.';
comment on column near_twin.words is 'Those words, rarest first; forms of a word are one, told by the shortest.';
comment on column near_twin.link_label is 'Text of a link that both have; null where they have none in common.';

create table classification (
    initiative varchar not null,
    dimension varchar not null,
    term varchar not null,
    role varchar,
    provenance varchar not null,
    rule varchar not null,
    quote varchar not null,
    source varchar not null,
    reviewer varchar,
    reviewed_at date
);
comment on table classification is 'Labels of initiatives in the dimensions that the pages do not give. No row: not stated.';
comment on column classification.initiative is 'The initiative.';
comment on column classification.dimension is 'The dimension.';
comment on column classification.term is 'The term within it.';
comment on column classification.role is 'For places: target (aimed at), venue (held there) or mention.';
comment on column classification.provenance is 'stated (a page of the city''s says so) or inferred (a rule concludes it).';
comment on column classification.rule is 'The rule by which the label was set.';
comment on column classification.quote is 'The words that support it, at most eight.';
comment on column classification.source is 'Where those words stand.';
comment on column classification.reviewer is 'Who has reviewed it; null where nobody has.';
comment on column classification.reviewed_at is 'Day of the review.';

create table fact (
    initiative varchar not null,
    kind varchar not null,
    value varchar not null,
    quote varchar not null,
    source varchar not null
);
comment on table fact is 'Partners, years, ages, money and promised times that the texts name.';
comment on column fact.initiative is 'The initiative.';
comment on column fact.kind is 'partner, year, age, money or promise.';
comment on column fact.value is 'Name, four-digit year, age span such as `16-20`, whole SEK, or the last day of a promised time.';
comment on column fact.quote is 'The words that say so, at most eight.';
comment on column fact.source is 'Where those words stand.';

create table rule (
    code varchar not null,
    dimension varchar,
    term varchar,
    pattern varchar,
    exceptions varchar,
    weight integer,
    label_sv varchar not null,
    label_en varchar not null
);
comment on table rule is 'The rules that labels are set by.';
comment on column rule.code is 'Code of the rule.';
comment on column rule.dimension is 'Dimension that it labels; null where it serves several.';
comment on column rule.term is 'Term that it sets; null where it serves several.';
comment on column rule.pattern is 'Regular expression on title and description, case ignored; null where a person reads.';
comment on column rule.exceptions is 'Regular expression for words that look like the pattern and are not: they are passed over.';
comment on column rule.weight is 'How sure the rule is alone, in per cent; null where a person reads.';
comment on column rule.label_sv is 'The rule in Swedish.';
comment on column rule.label_en is 'The rule in English.';

create table review (
    initiative varchar not null,
    reason varchar not null,
    dimension varchar,
    term varchar,
    rule varchar,
    quote varchar,
    source varchar,
    settled varchar,
    settled_by varchar,
    settled_at date
);
comment on table review is 'What a person should look at: an import was not sure and decided nothing. What is settled stays, so that no import asks again.';
comment on column review.initiative is 'The initiative.';
comment on column review.reason is 'unsure (weak rules), quote-gone (reworded) or sheet-differs (an imported sheet says otherwise).';
comment on column review.dimension is 'Dimension in doubt.';
comment on column review.term is 'Term in doubt.';
comment on column review.rule is 'The rule that suggests it.';
comment on column review.quote is 'The words that it rests on, at most eight.';
comment on column review.source is 'Where those words stand.';
comment on column review.settled is 'accepted (what it suggests holds; of quote-gone: the label is gone) or rejected; null while it is open.';
comment on column review.settled_by is 'The role that settled it.';
comment on column review.settled_at is 'Day on which it was settled.';

create table not_relevant (
    place varchar not null,
    reason_sv varchar not null,
    reason_en varchar not null,
    declared_by varchar not null,
    declared_at date not null
);
comment on table not_relevant is 'Places that are not districts with a gap, as somebody has declared.';
comment on column not_relevant.place is 'Term of the dimension place.';
comment on column not_relevant.reason_sv is 'Why, in Swedish.';
comment on column not_relevant.reason_en is 'Why, in English.';
comment on column not_relevant.declared_by is 'Who declared it.';
comment on column not_relevant.declared_at is 'Day of the declaration.';

create table gap_decision (
    position integer not null,
    gap varchar not null,
    dimension varchar not null,
    term varchar not null,
    across_dimension varchar,
    across_term varchar,
    decision varchar not null,
    owner_role varchar not null,
    decided_by varchar not null,
    reason varchar not null,
    decided_at date not null,
    review_at date,
    case_number varchar,
    case_address varchar
);
comment on table gap_decision is 'The gap register: what people have decided about gaps. Rows are only ever added; the latest on a gap holds. The file appears with the first decision.';
comment on column gap_decision.position is 'Place in the file, from 1: a row that is taken out shows.';
comment on column gap_decision.gap is 'The gap as links spell it, such as `district:norrby,stage:doing-now`.';
comment on column gap_decision.dimension is 'Dimension of the gap; the first of two where dimensions meet.';
comment on column gap_decision.term is 'Its term.';
comment on column gap_decision.across_dimension is 'The other dimension; null where the gap is a whole district.';
comment on column gap_decision.across_term is 'The other term.';
comment on column gap_decision.decision is 'chosen, looking-into, handled, not-relevant, or reopened, which takes the earlier decision back.';
comment on column gap_decision.owner_role is 'The role that answers for it.';
comment on column gap_decision.decided_by is 'Who decided.';
comment on column gap_decision.reason is 'Why.';
comment on column gap_decision.decided_at is 'Day of the decision.';
comment on column gap_decision.review_at is 'Day by which somebody looks again; null where nobody has promised to.';
comment on column gap_decision.case_number is 'Number of the case in the city''s register.';
comment on column gap_decision.case_address is 'Address of the case on the web.';

create table import_problem (
    rule varchar not null,
    source varchar not null,
    line integer not null,
    value varchar not null
);
comment on table import_problem is 'What the last import of each source met and no vocabulary could place.';
comment on column import_problem.rule is 'spelling, unknown-place, unreadable-date, empty-stage or missing-stage.';
comment on column import_problem.source is 'The source that was read.';
comment on column import_problem.line is 'Line of its capture.';
comment on column import_problem.value is 'The words.';

create table problem (
    rule varchar not null,
    file varchar not null,
    line integer not null,
    value varchar
);
comment on table problem is 'What no vocabulary could place or a source does not say: counted, never fatal.';
comment on column problem.rule is 'Name of the statement in `store/problems` that found it, or of what an import noticed.';
comment on column problem.file is 'File in `data/`, or the source whose capture an import read.';
comment on column problem.line is 'Line of that file or capture.';
comment on column problem.value is 'What it concerns.';
