"""Prompt files (YAML), package data."""
