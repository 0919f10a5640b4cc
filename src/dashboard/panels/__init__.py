"""The panels of the pages: query, drawing, sentence and table of each chart, whoever shows it."""
