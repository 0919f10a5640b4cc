-- What is this file?
select schema_version, version
from build;
