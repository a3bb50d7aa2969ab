"""Typesetting: a template of ours and plain data become a PDF, or pictures of its pages."""

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from game.i18n import _
from game.office.letters import Cleaner, coverage

if TYPE_CHECKING:
    import typst

FONT = "Atkinson Hyperlegible"
EMBEDDED = ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern")
"""The fonts inside typst, for the letters that ours lacks; asked in this order."""
STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]
_TRIAL = (
    b'#set document(title: "x")\n#set text(lang: "nl")\n= x\n'
    b'#image(sys.inputs.at("picture"), alt: "x")'
)


class TypesetError(Exception):
    """Pages could not be made; its text is a sentence in the language of the screen."""

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.detail = detail
        """What typst says of it, in English."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Say it on a terminal, with the detail for who can do something with it."""
        return (str(self), self.detail) if self.detail else (str(self),)


class Drawing(str):
    """SVG, whole or in part; its letters are cleaned, but its long words stay whole."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """What was typeset, and what could not be shown as it was meant."""

    pdf: bytes
    pictures: tuple[bytes, ...]
    """Each page as PNG, where that was asked instead of a PDF."""
    notes: tuple[Any, ...]
    """What the template says about itself: the values of its `<note>` labels."""
    missing: tuple[str, ...]
    """Letters that no font has."""
    broken: tuple[str, ...]
    """Names of pictures that cannot be drawn."""


class Job:
    """One document to typeset: where its template is, what it says, and its pictures."""

    def __init__(
        self,
        package: str,
        template: str,
        data: Mapping[str, Any],
        pictures: Mapping[str, Path] | None = None,
    ) -> None:
        """Take a template that is a file of a package, and data of dicts, lists, texts, numbers.

        The texts are data to the template and never markup. A picture is known to the template
        by its name; those that cannot be drawn are in the list `broken` of the data.
        """
        self._package, self._template = package, template
        self._pictures = dict(pictures or {})
        self._cleaner = Cleaner(tuple(coverage()[name] for name in _families()))
        cleaned = {key: self._clean(value) for key, value in data.items()}
        self._data = {"fonts": list(_families()), **cleaned}

    def pdf(self) -> Pages:
        """Typeset as one PDF that is PDF/UA-1 and PDF/A-2a.

        Raises:
            TypesetError: typst is not here, or refuses.
        """
        return self._made("pdf", 0)

    def pages(self, dots: float) -> Pages:
        """Typeset as pictures of the pages, with so many dots an inch.

        Raises:
            TypesetError: typst is not here, or refuses.
        """
        return self._made("png", dots)

    def _clean(self, value: Any) -> Any:
        match value:
            case Drawing():
                return self._cleaner.drawn(value)
            case str():
                return self._cleaner.text(value)
            case Mapping():
                return {str(key): self._clean(part) for key, part in value.items()}
            case list() | tuple():
                return [self._clean(part) for part in value]
            case _:
                return value

    def _made(self, kind: Literal["pdf", "png"], dots: float) -> Pages:
        typst = _typst()
        with tempfile.TemporaryDirectory(prefix="sferenspel-") as folder:
            root = Path(folder)
            broken = self._lay_out(root)
            try:
                return self._compiled(root, kind, dots, broken)
            except typst.TypstError as error:
                worse = {name for name in self._pictures if not _drawable(root, name)} - broken
                if not worse:
                    sentence = _("The pages could not be made.")
                    raise TypesetError(sentence, error.message) from None
            try:
                return self._compiled(root, kind, dots, broken | worse)
            except typst.TypstError as error:
                raise TypesetError(_("The pages could not be made."), error.message) from None

    def _lay_out(self, root: Path) -> set[str]:
        """Put all that the template may read in one folder; name the pictures that cannot be."""
        source = files(self._package).joinpath(self._template)
        (root / "main.typ").write_bytes(source.read_bytes())
        common = files("game.office").joinpath("house.typ")
        (root / "house.typ").write_bytes(common.read_bytes())
        broken = set()
        for name, path in self._pictures.items():
            try:
                (root / name).write_bytes(path.read_bytes())
            except OSError:
                broken.add(name)
        return broken

    def _compiled(
        self, root: Path, kind: Literal["pdf", "png"], dots: float, broken: set[str]
    ) -> Pages:
        data = json.dumps({**self._data, "broken": sorted(broken)}, ensure_ascii=False)
        compiler = _typst().Compiler(
            root / "main.typ",
            root=root,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            # Neither a packages folder of the user nor the network is ever asked.
            package_path=root,
            package_cache_path=root,
        )
        if kind == "pdf":
            made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=0)
        else:
            made = compiler.compile(format="png", ppi=dots, timestamp=0)
        notes = json.loads(compiler.query("<note>", field="value"))
        pages = (made,) if isinstance(made, bytes) else tuple(made or ())
        return Pages(
            pages[0] if kind == "pdf" else b"",
            pages if kind == "png" else (),
            tuple(notes),
            tuple(sorted(self._cleaner.missing)),
            tuple(sorted(broken)),
        )


def _drawable(root: Path, name: str) -> bool:
    """Try a picture on a page of its own."""
    typst = _typst()
    try:
        compiler = typst.Compiler(
            _TRIAL, root=root, font_paths=_fonts(), sys_inputs={"picture": f"/{name}"}
        )
        compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=0)
    except typst.TypstError:
        return False
    return True


def _typst() -> Any:
    """Import what sets the pages, which some computers have no build of."""
    try:
        import typst
    except ImportError as error:
        sentence = _("This computer cannot make PDF files: the part for it (typst) is missing.")
        raise TypesetError(sentence, str(error)) from None
    return typst


@lru_cache(1)
def _fonts() -> Any:
    folder = _font_folder()
    return _typst().Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])


@lru_cache(1)
def _families() -> tuple[str, ...]:
    return (FONT, *EMBEDDED) if _font_folder() else EMBEDDED


@lru_cache(1)
def _font_folder() -> Path | None:
    """Find our own font; without it the fonts inside typst do."""
    try:
        from fontpkg_atkinson_hyperlegible import ROOT
    except ImportError:
        return None
    folder = Path(ROOT, "files")
    return folder if any(folder.glob("*.ttf")) else None
