"""`python -m constructs_lib.cli` is `userpool`."""

import sys

from constructs_lib.cli.main import main

sys.exit(main())
