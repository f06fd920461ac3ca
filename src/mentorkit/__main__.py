"""Where the command begins: the console script, and `python -m mentorkit`."""

import sys


def run() -> None:
    """Runs a command; pressing Ctrl-C before it has begun, while Python still imports, ends in 130 as it does later."""
    try:
        from mentorkit.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
