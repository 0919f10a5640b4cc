"""From the CSV files in `data/` to the read-only DuckDB file that the app reads."""
