"""From what the pages say to the portfolio's tables: matched, compared, never guessed."""
