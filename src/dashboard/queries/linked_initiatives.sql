-- Which initiatives have a link, and what is the first one called?
select initiative, first(link_label order by code) as link_label
from listing
where link_label is not null
group by initiative;
