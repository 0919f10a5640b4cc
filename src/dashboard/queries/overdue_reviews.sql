-- Which decisions that hold should have been looked at again before `$day`, the longest overdue first?
-- Only a new decision ends the wait, also for what is handled: whoever sets a day asks for a second look.
select gap, decision, owner_role, review_at, date_diff('day', review_at, $day::date) as days
from gap_decision_in_force
where review_at < $day::date
order by review_at, position;
