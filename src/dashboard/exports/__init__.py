"""What readers take along."""
