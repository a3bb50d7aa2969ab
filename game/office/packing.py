"""Putting parts in an office file so that the same parts make the same file."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def put(archive: ZipFile, name: str, content: bytes, how: int = ZIP_DEFLATED) -> None:
    """Add a part without the moment at which that is done."""
    about = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    about.compress_type = how
    archive.writestr(about, content)


def timeless(content: bytes) -> bytes:
    """Pack a file anew, without the moments at which its parts were added."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w") as archive:
        for part in source.infolist():
            put(archive, part.filename, source.read(part), part.compress_type)
    return out.getvalue()
