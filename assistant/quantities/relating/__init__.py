"""What one sentence says of another: figures compared, worked out, and settled without amounts."""
