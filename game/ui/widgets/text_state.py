"""The editing model of a text field: text, caret, selection, undo; knows no screen."""

import unicodedata

from game.core.frozen import dataclass

_STEPS = 200
_JOINERS = "\u200d\ufe0e\ufe0f"


def typed(text: str, multiline: bool) -> str:
    """Make text fit to be kept: NFC, no controls, line ends as the field wants them."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\t", " ")
    if not multiline:
        text = text.replace("\n", " ")
    return "".join(c for c in text if c == "\n" or not _refused(c))


def _refused(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in ("Cc", "Cs", "Co") or (kind == "Cf" and character not in _JOINERS)


def _glued(character: str) -> bool:
    return bool(unicodedata.combining(character)) or character in _JOINERS


@dataclass(frozen=True, slots=True)
class _Moment:
    text: str
    caret: int
    anchor: int


class TextState:
    """A text being edited; `anchor` is where the selection began, `caret` where it ends."""

    def __init__(self, text: str = "", *, limit: int = 2000, multiline: bool = False) -> None:
        self.limit = limit
        self.multiline = multiline
        self.text = typed(text, multiline)[:limit]
        self.caret = self.anchor = len(self.text)
        self.version = 0
        self.scroll = 0
        self._past: list[_Moment] = []
        self._future: list[_Moment] = []
        self._run = ""

    @property
    def selection(self) -> tuple[int, int]:
        """Give begin and end of what is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """Give the selected text."""
        begin, end = self.selection
        return self.text[begin:end]

    # changing

    def insert(self, text: str) -> bool:
        """Type or paste over the selection; False when the limit cut something off."""
        text = typed(text, self.multiline)
        begin, end = self.selection
        room = self.limit - (len(self.text) - (end - begin))
        kept = text[: max(0, room)]
        if kept or begin != end:
            # What a letter typed over goes back in one go with the letters after it.
            run = "type" if len(kept) == 1 and not kept.isspace() else ""
            self._change(self.text[:begin] + kept + self.text[end:], begin + len(kept), run)
        return len(kept) == len(text)

    def backspace(self, word: bool = False) -> None:
        """Delete the selection, or what stands before the caret."""
        if self.caret == self.anchor:
            self.anchor = self.word_left(self.caret) if word else self.left(self.caret)
        self._delete("" if word else "back")

    def delete(self, word: bool = False) -> None:
        """Delete the selection, or what stands after the caret."""
        if self.caret == self.anchor:
            self.anchor = self.word_right(self.caret) if word else self.right(self.caret)
        self._delete("" if word else "delete")

    def cut(self) -> str:
        """Take the selection out."""
        taken = self.selected
        self._delete("")
        return taken

    def replace_all(self, text: str) -> None:
        """Put another text in its place; can be undone."""
        text = typed(text, self.multiline)[: self.limit]
        if text != self.text:
            self._change(text, len(text), "")

    def _delete(self, run: str) -> None:
        begin, end = self.selection
        if begin == end:
            return
        before = self.caret
        self.anchor = before if run else self.anchor
        self._change(self.text[:begin] + self.text[end:], begin, run)

    def _change(self, text: str, caret: int, run: str) -> None:
        # Letters typed in one go are undone in one go.
        selected = self.caret != self.anchor and run == "type"
        if not run or run != self._run or not self._past or selected:
            self._past.append(_Moment(self.text, self.caret, self.anchor))
            del self._past[:-_STEPS]
        self._run = run
        self._future.clear()
        self.text = text
        self.caret = self.anchor = caret
        self.version += 1

    def undo(self) -> bool:
        """Take the last change back."""
        return self._swap(self._past, self._future)

    def redo(self) -> bool:
        """Make the change again that was taken back."""
        return self._swap(self._future, self._past)

    def _swap(self, source: list[_Moment], target: list[_Moment]) -> bool:
        if not source:
            return False
        target.append(_Moment(self.text, self.caret, self.anchor))
        moment = source.pop()
        self.text, self.caret, self.anchor = moment.text, moment.caret, moment.anchor
        self._run = ""
        self.version += 1
        return True

    # moving

    def move(self, to: int, *, select: bool = False) -> None:
        """Put the caret somewhere; the selection grows when `select`."""
        self.caret = max(0, min(len(self.text), to))
        if not select:
            self.anchor = self.caret
        self._run = ""

    def select_all(self) -> None:
        """Select everything."""
        self.anchor, self.caret = 0, len(self.text)
        self._run = ""

    def select_word(self, at: int) -> None:
        """Select the word at this place."""
        begin = end = max(0, min(len(self.text), at))
        while begin > 0 and _is_word(self.text[begin - 1]):
            begin -= 1
        while end < len(self.text) and _is_word(self.text[end]):
            end += 1
        self.anchor, self.caret = begin, end
        self._run = ""

    def left(self, at: int) -> int:
        """Find the place one letter to the left."""
        at = max(0, at - 1)
        while at > 0 and _glued(self.text[at]):
            at -= 1
        return at

    def right(self, at: int) -> int:
        """Find the place one letter to the right."""
        at = min(len(self.text), at + 1)
        while at < len(self.text) and _glued(self.text[at]):
            at += 1
        return at

    def word_left(self, at: int) -> int:
        """Find the beginning of this word or the one before."""
        while at > 0 and not _is_word(self.text[at - 1]):
            at -= 1
        while at > 0 and _is_word(self.text[at - 1]):
            at -= 1
        return at

    def word_right(self, at: int) -> int:
        """Find the end of this word or the next one."""
        while at < len(self.text) and not _is_word(self.text[at]):
            at += 1
        while at < len(self.text) and _is_word(self.text[at]):
            at += 1
        return at


def _is_word(character: str) -> bool:
    return character.isalnum() or character in "_'’" or _glued(character)
