"""What the tests of what we ship share: uv, and running a program that has to succeed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UV = os.environ.get("UV") or shutil.which("uv") or shutil.which(str(ROOT / ".tools/bin/uv"))

needs_uv = pytest.mark.skipif(UV is None, reason="needs uv to build wheels; the README's first command installs it")


def call(*args: str | Path, cwd: Path) -> str:
    """Runs a program that has to succeed; gives what it wrote to standard output."""
    ran = subprocess.run([str(arg) for arg in args], cwd=cwd, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout
