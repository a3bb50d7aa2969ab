"""A form with several fields, by keyboard."""

from collections.abc import Callable

from game.ui.scene import Scene
from game.ui.widgets.dialog import Field, form
from tests.ui.conftest import Pilot


def test_enter_goes_through_the_fields_before_it_closes(pilot: Callable[..., Pilot]) -> None:
    given: list[dict[str, str] | None] = []
    fields = (Field("first", "First"), Field("second", "Second"))
    driver = pilot(Scene())
    driver.window.change(form("Split", "", fields, given.append))
    driver.type("koffie")
    driver.key("enter")
    assert given == []
    driver.type("werk")
    driver.key("enter")
    assert given == [{"first": "koffie", "second": "werk"}]
