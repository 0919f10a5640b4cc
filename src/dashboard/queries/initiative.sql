-- Which initiative has this code?
from initiative
where code = $code;
