"""What stands in the way of beginning a plugin."""

import errno

from .situation import Situation, failing

_NEW = "plugin new {} --prefix {} --title '{}' --stage {}"
_HOUSING = _NEW.format("housing", "HSG", "housing services", "screening")
_TYPED = "Night Shelters\nschools\nnight_shelters\nnsh\nSCH\nNSH\n \nnight shelters\nnet\nnetwork\n"


def _answered(
    title: str, name: str = "housing", prefix: str = "HSG", called: str = "housing services", stage: str = "screening"
) -> Situation:
    return Situation(f"a new plugin {title}", _NEW.format(name, prefix, called, stage))


# fmt: off
SITUATIONS = [
    Situation("a new plugin without answers", "plugin new"),
    Situation("a new plugin with one answer", "plugin new housing"),
    _answered("with a name in other letters", name="Night-Shelters"),
    _answered("with a name that cannot be mended", name="9"),
    _answered("with a name that is too long", name="a" * 25),
    _answered("with the name of another", name="schools"),
    _answered("with the name of a key", name="length"),
    _answered("with a prefix in small letters", prefix="hsg"),
    _answered("with the prefix of another", prefix="SCH"),
    _answered("with a stage that is misspelt", stage="screning"),
    _answered("with an empty title", called=" "),
    _answered("with quotation marks in its title", called='our "homes"'),
    _answered("with a title that is too long", called="a" * 51),
    Situation("a new plugin in the place of a folder", _HOUSING, {"mentorkit-housing/README.md": ""}),
    Situation("a new plugin where nobody may look", _HOUSING,
              given=failing("os.path.lexists", PermissionError(errno.EACCES, "Permission denied"))),
    Situation("a new plugin where nothing may be written", _HOUSING,
              given=failing("tempfile.TemporaryDirectory", PermissionError(errno.EACCES, "Permission denied"))),
    Situation("a new plugin where the disk is full", _HOUSING,
              given=failing("pathlib.Path.write_text", OSError(errno.ENOSPC, "No space left on device"))),
    Situation("a new plugin on a disk that fails", _HOUSING,
              given=failing("pathlib.Path.write_text", OSError(errno.EIO, "Input/output error"))),
    Situation("a new plugin with answers that cannot be used", "plugin new", typed=_TYPED, terminal=True,
              given=failing("pathlib.Path.write_text", OSError(errno.ENOSPC, "No space left on device"))),
    Situation("a new plugin with no answer", "plugin new", terminal=True),
]
