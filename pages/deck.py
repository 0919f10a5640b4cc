"""Bildspel: views that somebody shows in an order of their own, made and presented."""

from dashboard.ui.deck import show_deck_page

show_deck_page()
