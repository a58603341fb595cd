"""Reading files and pages into documents."""
