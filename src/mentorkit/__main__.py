"""Where the command begins: the console script, and `python -m mentorkit`."""

import gc
import sys

# A short run leaves no garbage worth collecting, and looking for it takes a sixth of the time, most of it while click
# and attrs are imported; a long run is still looked after.
gc.set_threshold(100_000, 50, 100)


def run() -> None:
    """Runs a command; pressing Ctrl-C before it has begun, while Python still imports, ends in 130 as it does later."""
    try:
        from mentorkit.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
