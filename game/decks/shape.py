"""The shape of a deck file: which keys it has, of what type, how long, and which are missing."""

import re
from collections.abc import Iterator
from dataclasses import replace

from game.core.cards import (
    TEXT_LENGTH,
    TITLE_LENGTH,
    ActivityCard,
    ClosingQuestion,
    CriterionCard,
    CriterionKind,
    Place,
    Sphere,
)
from game.decks.alike import Alike
from game.decks.draft import ID, Draft
from game.decks.fields import Fields, Reader, is_empty
from game.decks.findings import Fault, Report, Spot, Where
from game.decks.icons import known_icon, nearest_icons
from game.decks.source import Mention, Source
from game.decks.tree import PARSED, Items, Mapping, Node, Refused, Text

FORMAT = 1
_TELL_EVERY = 250
ABOUT_LENGTH = 4000
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

DECK_KEYS = (
    "format",
    "id",
    "title",
    "language",
    "version",
    "about",
    "based_on",
    "drop",
    "spheres",
    "activities",
    "criteria",
    "closing",
)
ACTIVITY_KEYS = ("id", "title", "text", "icon", "picture", "tags")
CRITERION_KEYS = ("id", "kind", "title", "question", "icon")
CLOSING_KEYS = ("id", "question")
SPHERE_KEYS = ("title", "explanation")


def read_shape(root: Node, report: Report) -> Source:
    """Read what a deck file says, noting everything that is not as it should be.

    What it gives is whole only if the report has no errors afterwards.
    """
    return _Shape(report).deck(root)


class _Shape(Reader):
    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.pictures: list[tuple[Mention, str]] = []

    def deck(self, root: Node) -> Source:
        if isinstance(root, Refused):
            return Source()
        if not isinstance(root, Mapping):
            self.report.add(root.spot, Where(), Fault.WANTS_MAPPING)
            return Source()
        if not self.format_fits(_value(root, "format")):
            # A later format may have other keys; to judge it by these would only confuse.
            return Source()
        below = _value(root, "based_on")
        own = () if below and not is_empty(below) else ("activities", "criteria")
        fields = self.fields(root, Where(), DECK_KEYS, ("format", "id", "title", "language", *own))
        based_on = self.mention(fields.get("based_on"), Where("based_on"))
        drop = self.drop(fields.get("drop"), based_on)
        draft = Draft(
            id=self.identifier(fields.get("id"), Where("id")),
            title=self.line(fields.get("title"), Where("title"), TITLE_LENGTH),
            language=self.language(fields.get("language")),
            version=self.line(fields.get("version"), Where("version"), TITLE_LENGTH, optional=True),
            about=self.text(fields.get("about"), Where("about"), ABOUT_LENGTH, optional=True),
            based_on=based_on.id if based_on else "",
            drop=tuple(mention.id for mention in drop),
            spheres=self.spheres(fields.get("spheres")),
            activities=self.activities(fields.get("activities")),
            criteria=self.criteria(fields.get("criteria")),
            closing=self.closing(fields.get("closing")),
        )
        return Source(
            draft,
            based_on,
            drop,
            written=_length(fields.get("activities")),
            spot=fields["activities"].spot if "activities" in fields else root.spot,
            pictures=tuple(self.pictures),
        )

    def format_fits(self, node: Node | None) -> bool:
        if node is None or isinstance(node, Refused):
            return True
        where = Where("format")
        number = 0
        if isinstance(node, Text) and node.reads_as == "int":
            try:
                number = int(node.value)
            except ValueError:
                number = 0
        if number > FORMAT:
            self.report.add(node.spot, where, Fault.FORMAT_TOO_NEW, str(number), limit=FORMAT)
            return False
        if number != FORMAT:
            value = node.value if isinstance(node, Text) else ""
            self.report.add(node.spot, where, Fault.BAD_FORMAT, value, limit=FORMAT)
        return True

    # The parts of a deck.

    def drop(self, node: Node | None, based_on: Mention | None) -> tuple[Mention, ...]:
        found = []
        for index, item in self.items(node, Where("drop")):
            one = self.mention(item, Where("drop", index))
            if one:
                found.append(replace(one, index=index))
        if found and not based_on and node:
            self.report.add(node.spot, Where("drop"), Fault.DROP_WITHOUT_BASE)
        return tuple(found)

    def spheres(self, node: Node | None) -> tuple[Sphere, ...] | None:
        where = Where("spheres")
        if node is None or self.nothing(node, where, but_quotes=True):
            return None
        if not isinstance(node, Mapping):
            self.wrong_type(node, where, Fault.WANTS_MAPPING)
            return None
        places = tuple(place.value for place in Place)
        found = []
        for key, value in self.fields(node, where, places, ()).items():
            at = Where("spheres", field=key)
            fields = self.mapping(value, at, SPHERE_KEYS, ("title",))
            if fields is None:
                continue
            title = self.line(fields.get("title"), replace(at, field=f"{key}.title"), TITLE_LENGTH)
            explanation = self.text(
                fields.get("explanation"),
                replace(at, field=f"{key}.explanation"),
                TEXT_LENGTH,
                optional=True,
            )
            found.append(Sphere(Place(key), title, explanation))
        return tuple(sorted(found, key=lambda sphere: places.index(sphere.place)))

    def activities(self, node: Node | None) -> tuple[ActivityCard, ...]:
        found = []
        for fields, at in self.cards(node, "activities", ACTIVITY_KEYS, ("id", "title")):
            picture = fields.get("picture")
            name = self.line(picture, replace(at, field="picture"), TEXT_LENGTH, optional=True)
            if name and picture:
                self.pictures.append((Mention(at.card, picture.spot, at.index), name))
            found.append(
                ActivityCard(
                    id=at.card,
                    title=self.line(fields.get("title"), replace(at, field="title"), TITLE_LENGTH),
                    text=self.text(
                        fields.get("text"), replace(at, field="text"), TEXT_LENGTH, optional=True
                    ),
                    icon=self.icon(fields.get("icon"), at),
                    picture=name,
                    tags=self.tags(fields.get("tags"), at),
                )
            )
        return tuple(found)

    def criteria(self, node: Node | None) -> tuple[CriterionCard, ...] | None:
        if node is None:
            return None
        found = []
        alike = Alike(self.report)
        for fields, at in self.cards(
            node, "criteria", CRITERION_KEYS, ("id", "kind", "title", "question")
        ):
            question = self.question(fields.get("question"), at)
            title = self.line(fields.get("title"), replace(at, field="title"), TITLE_LENGTH)
            alike.compare(fields, at, title, question)
            found.append(
                CriterionCard(
                    id=at.card,
                    kind=self.kind(fields.get("kind"), replace(at, field="kind")),
                    title=title,
                    question=question,
                    icon=self.icon(fields.get("icon"), at),
                )
            )
        return tuple(found)

    def closing(self, node: Node | None) -> tuple[ClosingQuestion, ...] | None:
        if node is None or self.nothing(node, Where("closing"), but_quotes=True):
            return None
        return tuple(
            ClosingQuestion(at.card, self.question(fields.get("question"), at))
            for fields, at in self.cards(node, "closing", CLOSING_KEYS, CLOSING_KEYS)
        )

    def cards(
        self, node: Node | None, section: str, keys: tuple[str, ...], required: tuple[str, ...]
    ) -> Iterator[tuple[Fields, Where]]:
        """Go through a list of mappings that each have an id of their own."""
        where = Where(section)
        optional = section == "closing"
        if not optional and (is_empty(node) or (isinstance(node, Items) and not node.items)):
            self.report.add(node.spot if node else Spot(), where, Fault.EMPTY)
            return
        first_line: dict[str, int] = {}
        whole = _length(node)
        for index, item in self.items(node, where):
            if section == "activities" and not index % _TELL_EVERY:
                self.report.read_so_far(PARSED + (1 - PARSED) * index / whole)
            at = Where(section, index, _id_in(item))
            fields = self.mapping(item, at, keys, required)
            if fields is None:
                continue
            self.identifier(fields.get("id"), replace(at, field="id"))
            if at.card in first_line:
                self.report.add(
                    fields["id"].spot,
                    replace(at, field="id"),
                    Fault.DOUBLE_ID,
                    at.card,
                    number=first_line[at.card],
                )
            elif at.card:
                first_line[at.card] = fields["id"].spot.line
            yield fields, at

    # The values of a field.

    def tags(self, node: Node | None, at: Where) -> tuple[str, ...]:
        found = (
            self.line(item, replace(at, field=f"tags[{index}]"), TITLE_LENGTH)
            for index, item in self.items(node, replace(at, field="tags"))
        )
        return tuple(dict.fromkeys(tag for tag in found if tag))

    def icon(self, node: Node | None, at: Where) -> str:
        where = replace(at, field="icon")
        name = self.line(node, where, TITLE_LENGTH, optional=True)
        if name and node and not known_icon(name):
            near = nearest_icons(name) if self.report.may_suggest() else ()
            self.report.add(node.spot, where, Fault.UNKNOWN_ICON, name, nearest=near)
        return name

    def kind(self, node: Node | None, where: Where) -> CriterionKind:
        value = self.line(node, where, 0)
        kinds = tuple(kind.value for kind in CriterionKind)
        if value in kinds:
            return CriterionKind(value)
        if value and node:
            self.report.add(node.spot, where, Fault.UNKNOWN_KIND, value, nearest=kinds)
        return CriterionKind.PROPERTY

    def question(self, node: Node | None, at: Where) -> str:
        return self.line(node, replace(at, field="question"), TEXT_LENGTH)

    def language(self, node: Node | None) -> str:
        where = Where("language")
        value = self.line(node, where, 0)
        if value and node and not LANGUAGE.fullmatch(value):
            self.report.add(node.spot, where, Fault.BAD_LANGUAGE, value)
        return value

    def identifier(self, node: Node | None, where: Where) -> str:
        value = self.line(node, where, 0)
        if value and node and not _is_id(value):
            self.report.add(node.spot, where, Fault.BAD_ID, value, limit=TITLE_LENGTH)
        return value

    def mention(self, node: Node | None, where: Where) -> Mention | None:
        if node is None or (where.section == "based_on" and self.nothing(node, where)):
            return None
        value = self.identifier(node, where)
        return Mention(value, node.spot) if value else None


def _length(node: Node | None) -> int:
    return len(node.items) if isinstance(node, Items) else 0


def _id_in(node: Node) -> str:
    """Find the id of a card, to name it in a finding about another of its fields."""
    value = _value(node, "id") if isinstance(node, Mapping) else None
    return value.value if isinstance(value, Text) and _is_id(value.value) else ""


def _value(node: Mapping, name: str) -> Node | None:
    found = (value for key, value in node.pairs if isinstance(key, Text) and key.value == name)
    return next(found, None)


def _is_id(value: str) -> bool:
    return len(value) <= TITLE_LENGTH and ID.fullmatch(value) is not None
