"""Bring the Dutch catalogue up to date: every sentence of the game in it, and none besides."""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PO = ROOT / "game" / "locale" / "nl" / "LC_MESSAGES" / "sferenspel.po"
MO = PO.with_suffix(".mo")
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "ngettext": (1, 2)}
Id = str | tuple[str, ...]


def extracted() -> dict[Id, str]:
    """Find every sentence in the code, with the first place where it stands."""
    found: dict[Id, str] = {}
    sources = extract_from_dir(ROOT / "game", [("**.py", "python")], keywords=KEYWORDS)
    for name, line, message, _comments, _context in sources:
        found.setdefault(message, f"game/{name}:{line}")
    return found


def catalogue(path: Path = PO) -> Catalog:
    """Read a catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale="nl")


def messages(found: Catalog) -> dict[Id, Message]:
    """List what a catalogue holds, without its header."""
    return {_plain(message.id): message for message in found if message.id}


def _plain(message: str | list[str] | tuple[str, ...]) -> Id:
    return message if isinstance(message, str) else tuple(message)


def brought_up_to_date(old: Catalog, ids: dict[Id, str]) -> tuple[Catalog, list[Id], list[Id]]:
    """Make the catalogue of these sentences, with the translations that there are.

    Returns:
        the catalogue, the ids that still need a translation, and those that were dropped.
    """
    had = messages(old)
    new = Catalog(locale="nl", charset="utf-8", fuzzy=False)
    for message in ids:
        before = had.get(message)
        new.add(message, before.string if before else None, flags=before.flags if before else ())
    missing = [id_ for id_, message in messages(new).items() if not _whole(message)]
    return new, missing, [id_ for id_ in had if id_ not in ids]


def _whole(message: Message) -> bool:
    return bool(strings(message)) and all(strings(message))


def strings(message: Message) -> tuple[str, ...]:
    """List the translations of a sentence: one, or one a plural form."""
    found = message.string
    return (found,) if isinstance(found, str) else tuple(found or ())


def written(found: Catalog) -> bytes:
    """Write a catalogue as it is kept: sorted, a sentence a line, with no places or dates."""
    file = BytesIO()
    for message in found:
        message.flags -= message.flags - {"fuzzy"}
    write_po(file, found, width=0, no_location=True, sort_output=True, omit_header=True)
    head = (
        'msgid ""\nmsgstr ""\n"Project-Id-Version: sferenspel\\n"\n"Language: nl\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return head.encode() + file.getvalue().rstrip(b"\n") + b"\n"


def compiled(found: Catalog) -> bytes:
    """Compile a catalogue to what gettext reads."""
    file = BytesIO()
    write_mo(file, found)
    return file.getvalue()


def main() -> int:
    """Update the catalogue, and say what is left to translate."""
    ids = extracted()
    new, missing, dead = brought_up_to_date(catalogue(), ids)
    PO.write_bytes(written(new))
    # Compiled from what was written, so that the header is the one in the file.
    MO.write_bytes(compiled(catalogue()))
    print(f"{PO.relative_to(ROOT)}: {len(ids)} sentences, {len(dead)} dropped")
    for message in missing:
        print(f"{ids[message]}: to translate: {message!r}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
