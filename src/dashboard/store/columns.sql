-- Which columns does the store have, and what do they mean?
select
    duckdb_columns.table_name as table, duckdb_tables.comment as table_comment, column_name as column,
    lower(data_type) as type, is_nullable as nullable, duckdb_columns.comment as comment
from duckdb_columns()
join duckdb_tables() using (table_oid)
order by table_oid, column_index;
