-- Which pages of the city's does the portfolio rest on, as they were captured?
select code, title, address, fetched, last_changed, sha256, statement_id
from source
where kind in ('vision-area-page', 'programme-page') and sha256 is not null;
