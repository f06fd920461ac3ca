"""What stood in a file at a revision, from git."""

import os
import shutil
import subprocess

from mentorkit.toml.document import MOST_BYTES, TOO_LONG, CannotJudgeError


def read_revision(name: str, revision: str) -> bytes:
    """The bytes of a file at a revision of the repository that it is in.

    Args:
        name: of the file, which need not be there any more.
        revision: as git knows it, such as HEAD~1, a branch or a tag.

    Raises:
        CannotJudgeError: where git is missing, the file is in no repository, there is no such revision or file, or the
            file was longer there than a programme may be; it is not read then.
    """
    folder, file = os.path.split(name)
    where = f"{revision}:{name}"
    git = shutil.which("git")
    if git is None:
        raise CannotJudgeError(where, "git is not installed", "install it, or name two files")

    def ask(*args: str) -> bytes | None:
        """What git answers; None where it refuses."""
        ran = subprocess.run([git, "-C", folder or ".", *args], capture_output=True, check=False)  # noqa: S603 - no shell
        return ran.stdout if ran.returncode == 0 else None

    if ask("rev-parse", "--git-dir") is None:
        raise CannotJudgeError(where, "this file is not in a git repository", "name two files, the old one first")
    # git would take what begins with a dash for an option.
    if revision.startswith("-") or ask("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise CannotJudgeError(where, "there is no such revision in the repository", "'git log' lists those that exist")
    blob = f"{revision}:./{file}"
    size = ask("cat-file", "-s", blob)
    if size is not None and int(size) > MOST_BYTES:
        raise CannotJudgeError(where, *TOO_LONG)
    content = ask("cat-file", "blob", blob)
    if content is None:
        raise CannotJudgeError(where, "this file is not in that revision", f"'git log -- {file}' says when it was")
    return content
