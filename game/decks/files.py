"""Files put in their place in one go: whole, or as they were."""

import os
import shutil
import tempfile
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Put a file in its place in one go, with its rights as they were."""
    number, name = tempfile.mkstemp(prefix=".sferenspel-", dir=file.parent)
    try:
        with os.fdopen(number, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if file.exists():
            shutil.copymode(file, name)
        else:
            Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    # There is no way to ask without setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
