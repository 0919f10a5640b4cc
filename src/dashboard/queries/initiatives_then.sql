-- Which initiatives are there, what is each called, and what is its first link called?
select
    initiative.code as initiative,
    initiative.display_title,
    first(listing.link_label order by listing.code) filter (where listing.link_label is not null) as link_label
from initiative
left join listing on listing.initiative = initiative.code
group by initiative.code, initiative.display_title;
