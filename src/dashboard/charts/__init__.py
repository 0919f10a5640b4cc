"""Charts as pure functions: numbers and words in, a picture, a figure or a fragment of HTML out."""
