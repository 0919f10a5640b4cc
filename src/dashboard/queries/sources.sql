-- What is the portfolio built from?
select source.*, count(listing.code) as listings
from source
left join listing on listing.source = source.code
group by all
order by listings desc, source.code;
