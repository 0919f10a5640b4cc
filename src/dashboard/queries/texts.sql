-- What do these descriptions say? Only those that were captured on this machine have a row.
select id, text
from text
where list_contains($ids, id);
