-- Which decisions hold about gaps, in the order in which they were recorded?
select
    gap, dimension, term, coalesce(across_dimension, '') as across_dimension, coalesce(across_term, '') as across_term,
    decision, owner_role, decided_by, reason, decided_at, review_at, coalesce(case_number, '') as case_number,
    coalesce(case_address, '') as case_address
from gap_decision_in_force
order by position;
