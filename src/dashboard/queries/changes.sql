-- What has become of each listing between two stores?
-- A row per listing of an initiative that is selected before or after. `before` and `after` are the answers of
-- listings_to_compare. Listings of an initiative are the same where they stand under the same vision area and
-- stage, else under the same vision area, else whatever is left of both, each in the order of the page.
with
was_in_place as (
    select *, row_number() over (partition by initiative, vision_area, stage order by position) as nth
    from before
),
now_in_place as (
    select *, row_number() over (partition by initiative, vision_area, stage order by position) as nth
    from after
),
in_place as (
    select was.code as was, now.code as now
    from was_in_place as was
    join now_in_place as now using (initiative, vision_area, stage, nth)
),
was_in_area as (
    select *, row_number() over (partition by initiative, vision_area order by stage, position) as nth
    from before
    where code not in (select was from in_place)
),
now_in_area as (
    select *, row_number() over (partition by initiative, vision_area order by stage, position) as nth
    from after
    where code not in (select now from in_place)
),
in_area as (
    select was.code as was, now.code as now
    from was_in_area as was
    join now_in_area as now using (initiative, vision_area, nth)
),
was_left as (
    select * replace (row_number() over (partition by initiative order by vision_area, stage, position) as nth)
    from was_in_area
    where code not in (select was from in_area)
),
now_left as (
    select * replace (row_number() over (partition by initiative order by vision_area, stage, position) as nth)
    from now_in_area
    where code not in (select now from in_area)
),
paired as (
    select was, now from in_place
    union all
    select was, now from in_area
    union all
    select was_left.code, now_left.code from was_left full join now_left using (initiative, nth)
),
listed as (
    select
        coalesce(now.initiative, was.initiative) as initiative,
        coalesce(now.display_title, was.display_title)::varchar as display_title, -- also where both are empty
        was.vision_area as was_vision_area, now.vision_area as now_vision_area,
        was.stage as was_stage, now.stage as now_stage,
        was.title as was_title, now.title as now_title,
        was.text_id as was_text_id, now.text_id as now_text_id,
        was.link_label as was_link_label, now.link_label as now_link_label,
        was.link_external as was_link_external, now.link_external as now_link_external,
        was.link_new_window as was_link_new_window, now.link_new_window as now_link_new_window,
        was.labels as was_labels, now.labels as now_labels,
        count(was.code) over initiative = 0 as is_new,
        count(now.code) over initiative = 0 as is_gone
    from paired
    left join before as was on was.code = paired.was
    left join after as now on now.code = paired.now
    window initiative as (partition by coalesce(now.initiative, was.initiative))
    qualify bool_or(coalesce(was.selected, false) or coalesce(now.selected, false)) over initiative
)
select
    *,
    [kind for kind in [
        case when is_new then 'new' when now_stage is not null and was_stage is null then 'listed' end,
        case when is_gone then 'gone' when was_stage is not null and now_stage is null then 'unlisted' end,
        case when was_stage <> now_stage then 'stage' end,
        case when was_vision_area <> now_vision_area then 'vision_area' end,
        case when was_title <> now_title then 'title' end,
        case when was_text_id <> now_text_id then 'text' end,
        case when now_stage is not null and was_link_label is not null and now_link_label is null then 'link_gone' end,
        case
            when was_stage is not null and now_link_label is not null
                and (was_link_label, was_link_external, was_link_new_window)
                    is distinct from (now_link_label, now_link_external, now_link_new_window)
            then 'link'
        end,
        case when was_labels <> now_labels then 'assessment' end
    ] if kind is not null] as kinds
from listed
order by display_title collate sv, initiative, coalesce(now_vision_area, was_vision_area),
    coalesce(now_stage, was_stage), was_stage;
