-- Which initiatives has nobody summed up yet?
select file, line, code as value
from text_initiative
where summary_sv is null or summary_en is null;
