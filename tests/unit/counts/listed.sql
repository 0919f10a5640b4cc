-- Whose listing is each?
select code, initiative
from listing;
