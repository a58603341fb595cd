"""Judges: stance, aggregation, calibration."""
