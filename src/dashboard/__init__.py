"""Visionskollen: what a city does for its vision, counted and shown."""
