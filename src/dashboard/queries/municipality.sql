-- Whose portfolio is this?
select key, value
from municipality;
