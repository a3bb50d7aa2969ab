"""Write the golden pictures, or the pictures of the README."""

import argparse
import sys
import tempfile
from pathlib import Path

import pygame

from tests.ui.golden import picture
from tests.ui.golden.shots import PICTURES, SHOTS, taken

HERE = Path(__file__).parent
LARGE = (1600, 900)


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.ui.golden", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the golden pictures")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="write those of the README")
    parser.add_argument("names", nargs="*", help="only these")
    chosen = parser.parse_args(arguments)
    if not chosen.write and not chosen.pictures:
        parser.error("nothing to do: give --write or --pictures DIR")
    wanted = [shot for shot in SHOTS if not chosen.names or shot.name in chosen.names]
    for shot in wanted if chosen.write else ():
        with tempfile.TemporaryDirectory() as folder:
            picture.write(taken(shot, Path(folder)), HERE / f"{shot.name}.png")
        print(f"{shot.name}.png")
    if chosen.write and not chosen.names:
        for path in HERE.glob("*.png"):
            if path.stem not in {shot.name for shot in SHOTS}:
                path.unlink()
    if chosen.pictures:
        chosen.pictures.mkdir(parents=True, exist_ok=True)
        for shot in PICTURES:
            path = chosen.pictures / f"{shot.name}.png"
            with tempfile.TemporaryDirectory() as folder:
                picture.write(taken(shot, Path(folder), LARGE), path)
            print(path)
    pygame.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
