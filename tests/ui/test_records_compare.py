"""Tables side by side on the screen: choosing them, the groups, and what is behind a number."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game import i18n
from game.core.session import Phase
from game.store.errors import Problem
from game.ui.scenes.compare import NOTICES, CompareScene
from game.ui.scenes.compare_pick import ComparePickScene
from game.ui.scenes.compare_row import CompareHead
from game.ui.scenes.compare_saving import CompareSavingScene
from game.ui.scenes.reader import ReaderScene
from game.ui.scenes.sessions import SessionsScene
from game.ui.widgets.icon_row import IconRow
from game.venue import Venue
from tests.ui.conftest import Pilot, worked
from tests.ui.many_tables import compared
from tests.ui.spy import spied
from tests.ui.tables import table_at, venue_in

Open = Callable[..., Pilot]


def _two(folder: Path) -> Venue:
    """Play a table twice, and keep a copy and a bad file beside it."""
    for name in ("een", "twee"):
        _venue, table = table_at(Phase.FINISHED, folder / name)
        table.close()
        shutil.move(table.path, folder / f"{name}.jsonl")
        shutil.rmtree(folder / name)
    shutil.copy(folder / "een.jsonl", folder / "kopie.jsonl")
    (folder / "kapot.jsonl").write_text("niets\n")
    return venue_in(folder)


def test_from_the_list_to_the_arguments_by_keyboard_alone(pilot: Open, tmp_path: Path) -> None:
    screen = pilot(SessionsScene(_two(tmp_path)))
    screen.scene.focus_on("compare")
    screen.key("enter")
    assert isinstance(screen.scene, ComparePickScene)
    assert len(screen.scene.entries) == 3  # the bad one cannot be ticked
    screen.scene.focus_on(None)
    screen.key("enter")
    worked(screen)
    scene = screen.scene
    assert isinstance(scene, CompareScene)
    assert scene.comparison.tables == 2
    assert len(scene.compared.doubles) == 1
    screen.key("3")
    cell = next(n for n in screen.names() if n.startswith("row-0-") and not n.endswith("card"))
    found = [n for n in screen.names() if n.startswith("row-0-") and screen.widget(n).focusable]
    assert cell
    scene.focus_on(found[1])
    screen.key("enter")
    assert isinstance(screen.scene, ReaderScene)
    tables = screen.widget("told-0")
    assert isinstance(tables, IconRow)
    assert "2 tafels" in tables.title
    assert "quote-0" in screen.names()
    screen.key("escape")
    scene.focus_on(found[0])
    screen.key("space")
    assert isinstance(screen.scene, ReaderScene)
    screen.key("enter")
    assert type(screen.scene).__name__ == "CompareScene"


def test_a_folder_counts_with_all_that_is_in_it(pilot: Open, tmp_path: Path) -> None:
    _two(tmp_path)
    venue = venue_in(tmp_path / "leeg")
    scene = ComparePickScene(venue, venue.sessions())
    screen = pilot(scene)
    assert not screen.widget("compare").enabled
    scene.add_folder(tmp_path)
    assert scene.folders == {tmp_path: 4}
    screen.press("compare")
    worked(screen)
    assert isinstance(screen.scene, CompareScene)
    (skipped,) = screen.scene.compared.skipped
    assert skipped.problem is Problem.BROKEN_HEADER
    screen.press(f"tab-{NOTICES}")
    told = [w.title for w in screen.scene.all_widgets() if isinstance(w, IconRow)]
    assert any("kapot.jsonl" in text for text in told)
    assert any("kopie.jsonl" in text and "telt" in text for text in told)


def test_what_is_in_a_folder_is_counted_once(pilot: Open, tmp_path: Path) -> None:
    venue = _two(tmp_path)
    scene = ComparePickScene(venue, venue.sessions())
    screen = pilot(scene)
    assert screen.widget("compare").label == "Vergelijken (3)"
    scene.add_folder(tmp_path)
    assert screen.widget("compare").label == "Vergelijken (4)"
    screen.press("none")
    assert not screen.widget("compare").enabled
    screen.press("all")
    screen.press("folder-0")
    assert screen.widget("compare").label == "Vergelijken (3)"


def test_a_folder_without_conversations_is_said(pilot: Open, tmp_path: Path) -> None:
    scene = ComparePickScene(venue_in(tmp_path), ())
    pilot(scene)
    (tmp_path / "niets").mkdir()
    scene.file_dropped(tmp_path / "niets")
    assert scene.said == "In deze map staan geen gesprekken."
    assert not scene.folders


def test_conversations_from_the_mail_are_added_on_screen(pilot: Open, tmp_path: Path) -> None:
    mailed = tmp_path / "Downloads"
    mailed.mkdir()
    _two(mailed)
    venue = venue_in(tmp_path / "leeg")
    scene = ComparePickScene(venue, venue.sessions())
    screen = pilot(scene)
    for name in ("een", "twee", "een"):
        screen.press("folder")
        screen.scene.text_state("path").replace_all(str(mailed))
        screen.press("path")
        screen.key("enter")
        screen.press(f"file-{name}.jsonl")
        # The next time one is in that folder at once.
        assert venue.own_folder == mailed
    assert [entry.path.name for entry in scene.entries] == ["twee.jsonl", "een.jsonl"]
    assert screen.widget("compare").label == "Vergelijken (2)"
    screen.press("compare")
    worked(screen)
    assert isinstance(screen.scene, CompareScene)
    assert screen.scene.comparison.tables == 2


def test_a_whole_folder_is_added_on_screen(pilot: Open, tmp_path: Path) -> None:
    mailed = tmp_path / "Downloads"
    mailed.mkdir()
    _two(mailed)
    venue = venue_in(tmp_path / "leeg")
    venue.visited(tmp_path)
    scene = ComparePickScene(venue, venue.sessions())
    screen = pilot(scene)
    screen.press("folder")
    screen.press("folder-0")
    assert "file-een.jsonl" in screen.names()
    screen.press("take")
    assert scene.folders == {mailed: 4}


def test_conversations_are_dropped_on_the_window(pilot: Open, tmp_path: Path) -> None:
    _two(tmp_path)
    scene = ComparePickScene(venue_in(tmp_path / "leeg"), ())
    screen = pilot(scene)
    for name in ("een", "kapot", "een", "twee"):
        scene.file_dropped(tmp_path / f"{name}.jsonl")
    assert "kapot.jsonl" in scene.said
    scene.file_dropped(tmp_path / "foto.png")
    assert scene.ticked == {tmp_path / "een.jsonl", tmp_path / "twee.jsonl"}
    assert screen.widget("compare").enabled


def test_the_groups_and_what_is_flagged(pilot: Open, tmp_path: Path) -> None:
    venue, table = table_at(Phase.FINISHED, tmp_path)
    scene = CompareScene(venue, (), compared(table))
    screen = pilot(scene)
    sizes = {key: len(scene.rows(key)) for key in ("differ", "divided", "agree", "others")}
    assert all(sizes.values()), sizes
    assert scene.group == "differ"
    shares = [row.same for row in scene.rows("differ")]
    assert shares == sorted(shares, key=lambda share: -1 if share is None else share)
    screen.press("tab-others")
    assert any("eigen woorden" in w.label for w in scene.all_widgets() if w.name.endswith("-card"))


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 640), (800, 600)])
@pytest.mark.parametrize("text_size", [100, 160])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_column_has_its_name_on_screen(
    tmp_path: Path, size: tuple[int, int], text_size: int, language: str
) -> None:
    i18n.use(language)
    venue, table = table_at(Phase.FINISHED, tmp_path)
    scene = CompareScene(venue, (), compared(table))
    look = spied(scene, size, text_size)
    head, rows = scene.widget("columns"), scene.widget("rows-differ")
    assert isinstance(head, CompareHead)
    assert head.rect.bottom <= rows.rect.top
    assert rows.rect.h > look.height_px // 3
    inside = [line for line in look.lines if head.rect.contains(line.rect)]
    shown = " ".join(line.text for line in inside)
    assert all(word in shown for name in head.names for word in name.split())


def test_a_comparison_is_saved_for_everyone(pilot: Open, tmp_path: Path) -> None:
    venue = _two(tmp_path / "saves")
    saves = tuple(sorted((tmp_path / "saves").glob("*.jsonl")))
    from game.store import many

    scene = CompareSavingScene(venue, saves, many.compare(saves), show_folder=lambda _path: True)
    scene.text_state("folder").replace_all(str(tmp_path / "uit"))
    screen = pilot(scene)
    screen.press("kind-csv")
    screen.press("version")
    screen.press("save")
    worked(screen)
    names = sorted(path.name for path in (tmp_path / "uit").iterdir())
    assert names == [
        "vergelijking-2-tafels-openbaar-argumenten.csv",
        "vergelijking-2-tafels-openbaar.csv",
        "vergelijking-2-tafels-openbaar.html",
        "vergelijking-2-tafels-openbaar.xlsx",
    ]
    assert not any(each.problem for each in scene.results)
    assert screen.scene is scene


def test_a_folder_in_a_folder_is_counted_once(pilot: Open, tmp_path: Path) -> None:
    venue = _two(tmp_path / "saves")
    inside = tmp_path / "post" / "mei"
    inside.mkdir(parents=True)
    shutil.copy(next(venue.saves.glob("*.jsonl")), inside / "een.jsonl")
    scene = ComparePickScene(venue, ())
    pilot(scene)
    scene.take(tmp_path / "post")
    scene.take(inside)
    assert scene._count() == len(scene.chosen()) == 1


def test_a_link_to_itself_is_no_conversation(pilot: Open, tmp_path: Path) -> None:
    scene = ComparePickScene(_two(tmp_path / "saves"), ())
    pilot(scene)
    loop = tmp_path / "lus.jsonl"
    loop.symlink_to(loop)
    scene.file_dropped(loop)
    assert scene.said
    assert not scene.chosen()
