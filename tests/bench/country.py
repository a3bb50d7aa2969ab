"""A folder with the sessions of a whole country, made of a few by varying what was chosen."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from random import Random

from game.demo import playing
from game.store.lines import NO_CHECKSUM, SEALED, checksum
from tests.bench import sample

PLACES = (b"personal", b"communal", b"institutional", b"outside")
BASES = 4
IN_FOLDER = 500
_ID = re.compile(rb'"session_id":"[^"]*"')
_WHERE = re.compile(rb'"gemeente":"[^"]*","wijk":"[^"]*"')
_VOTE = re.compile(rb'"vote":"(?:personal|communal|institutional|outside)"')
_ONE_PLACE = re.compile(rb'"places":\["[a-z]+"\]')


def bases(folder: Path, cards: int = sample.CARDS, count: int = BASES) -> list[list[bytes]]:
    """Play a few sessions, and give their lines without checksums."""
    folder.mkdir(parents=True, exist_ok=True)
    deck = sample.venue(folder).deck(playing.DECK)
    found = []
    for seed in range(1, count + 1):
        path = folder / f"base-{seed}.rec"
        if not path.exists():
            playing.record(deck, path, seed=seed, cards=cards)
        with path.open("rb") as file:
            found.append([SEALED.sub(b"}", line) for line in file])
    return found


def write(folder: Path, saves: int, played: Sequence[Sequence[bytes]]) -> Path:
    """Write so many saves, the same every time; what is there already is left as it is."""
    target = folder / f"country-{saves}"
    for number in range(saves):
        part = target / f"gemeente-{number // IN_FOLDER:02}"
        path = part / f"tafel-{number:05}.jsonl"
        if not path.exists():
            part.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_varied(played[number % len(played)], number))
    return target


def _varied(lines: Sequence[bytes], number: int) -> bytes:
    chance = Random(number)
    place, _other = chance.sample(PLACES, 2)
    name = f"Gemeente {number % 340}"
    where = f'"gemeente":{json.dumps(name)},"wijk":{json.dumps(f"Wijk {number}")}'.encode()
    before, written = NO_CHECKSUM, []
    for line_number, plain in enumerate(lines):
        line = plain
        if line_number == 0:
            line = _ID.sub(f'"session_id":"{number:016x}"'.encode(), line, count=1)
        elif line_number == 1:
            line = _WHERE.sub(where, line, count=1)
        elif chance.random() < 0.2:
            line = _VOTE.sub(b'"vote":"' + place + b'"', line)
            line = _ONE_PLACE.sub(b'"places":["' + place + b'"]', line)
        before = checksum(before, line)
        written.append(line[:-1] + f',"crc":"{before}"}}\n'.encode())
    return b"".join(written)
