-- The whole gap register, and which of its rows hold.
select
    gap_decision.position, gap_decision.gap, decision, owner_role, decided_by, reason, decided_at, review_at,
    coalesce(case_number, '') as case_number, coalesce(case_address, '') as case_address,
    exists (from gap_decision_in_force as latest where latest.position = gap_decision.position) as in_force
from gap_decision
order by position;
