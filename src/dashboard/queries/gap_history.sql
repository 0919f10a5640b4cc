-- What has been decided about `$gap`, the latest first?
select
    position, decision, owner_role, decided_by, reason, decided_at, review_at,
    coalesce(case_number, '') as case_number, coalesce(case_address, '') as case_address
from gap_decision
where gap = $gap
order by position desc;
