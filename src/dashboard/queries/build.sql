-- Which version of the data is this, and when was it made?
select version, built_at from build;
