"""`python -m assistant`: the same as `jingmai`."""

from assistant.cli import main

raise SystemExit(main())
