"""What a presentation is made of: the template, and drawings as charts and tables that can be edited."""
