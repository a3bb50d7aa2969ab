"""Writing a file whole or not at all."""

import contextlib
import errno
import os
from pathlib import Path


def replace_file(target: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that no half file is ever seen.

    Raises:
        OSError: it cannot be written; nothing changed. It names the target.
    """
    if target.exists() and not target.is_file():
        # Moving a file over a device, as root may, would take it away from the whole computer.
        number = errno.EISDIR if target.is_dir() else errno.EINVAL
        raise OSError(number, os.strerror(number), str(target))
    part = target.with_name(f".{target.name[:80]}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(target)) from None
