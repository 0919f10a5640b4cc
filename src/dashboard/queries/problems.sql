-- What could not be placed, or does the source not say?
select problem.rule, problem.file, problem.line, problem.value, source.title as source_title
from problem
left join source on source.code = problem.file
order by rule, file, line;
