"""Bulk checking of claim files."""
