-- Which listing carries which labels, by their numbers?
select listing, label
from listing_label;
