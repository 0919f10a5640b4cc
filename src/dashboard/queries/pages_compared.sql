-- What is another in the pages that were captured, from `before` (an answer of captured_pages) to now?
-- `change` is the most that can be said: new, gone, statement (the words on the vision), content, or none.
with
now as (
    select code, title, address, fetched, last_changed, sha256, statement_id
    from source
    where kind in ('vision-area-page', 'programme-page') and sha256 is not null
)
select
    coalesce(now.title, before.title) as title,
    coalesce(now.address, before.address) as address,
    before.fetched as was_fetched,
    now.fetched as now_fetched,
    now.last_changed,
    before.statement_id as was_statement_id,
    now.statement_id as now_statement_id,
    case
        when before.code is null then 'new'
        when now.code is null then 'gone'
        when before.statement_id <> now.statement_id then 'statement'
        when before.sha256 <> now.sha256 then 'content'
        else 'none'
    end as change
from now
full join before using (code)
order by coalesce(now.title, before.title) collate sv;
