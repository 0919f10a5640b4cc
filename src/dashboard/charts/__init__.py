"""Charts as pure functions: numbers and words in, a figure or a fragment of HTML out."""
