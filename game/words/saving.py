"""What the screen says when a save cannot be read or written: what is wrong, and what to do."""

import errno
import os
from typing import assert_never

from game.i18n import _
from game.store.errors import Notice, NoticeKind, Problem, SaveError, Trouble, TroubleKind


def save_error(error: SaveError) -> str:
    """Say in plain words why a file cannot be used, and what to do about it."""
    name = error.path.name or str(error.path)
    match error.problem:
        case Problem.NOT_FOUND:
            text = _("There is no file {name}. Look whether it was moved or renamed.")
        case Problem.UNREADABLE:
            text = _("{name} cannot be read ({text}). Look whether you may open it.")
        case Problem.BROKEN_HEADER:
            text = _("{name} is no saved conversation, or its first line is damaged.")
        case Problem.DAMAGED:
            text = _("{name} is damaged at line {line}. What comes before it can be read.")
        case Problem.NEWER:
            text = _("{name} was made by a newer version of the game. Update the game first.")
        case Problem.EMPTY:
            text = _("{name} is empty: this conversation never started.")
        case Problem.IN_USE:
            text = _("{name} is open in another window. Close it there first.")
        case Problem.READ_ONLY:
            text = _("{name} was opened only to be read. Nothing can be changed in it.")
        case Problem.EXISTS:
            text = _("There is already a file {name}. Choose another name.")
        case Problem.BAD_NAME:
            text = _("A file cannot be called “{text}”. Choose another name.")
        case Problem.NOT_WRITTEN:
            text = _("{name} cannot be written ({text}). Choose another folder.")
        case Problem.BROKEN_SETUP if error.line:
            text = _("The set-up {name} cannot be read: line {line} is not well formed.")
        case Problem.BROKEN_SETUP:
            text = _("The set-up {name} cannot be read. Look at “{text}” in it.")
        case _:
            assert_never(error.problem)
    # What exactly is wrong in a set-up is in English; where it stands is all that is told.
    broken = error.problem is Problem.BROKEN_SETUP
    detail = error.text.partition(":")[0] if broken else said_by_system(error.text)
    return text.format(name=name, line=error.line, text=detail)


def said_by_system(text: str) -> str:
    """Say in the language of the screen what the system said, where it is a common thing."""
    known = {
        errno.ENOENT: _("the file or the folder is not there"),
        errno.ENOTDIR: _("the file or the folder is not there"),
        errno.EISDIR: _("it is a folder, not a file"),
        errno.EEXIST: _("it is there already"),
        errno.EACCES: _("that is not allowed here"),
        errno.EPERM: _("that is not allowed here"),
        errno.EROFS: _("nothing can be written there"),
        errno.ENOSPC: _("the disk is full"),
        errno.EFBIG: _("there is no room for so large a file"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.ELOOP: _("the link leads nowhere"),
        errno.EBUSY: _("another program uses it"),
        errno.EINVAL: _("this name is not possible here"),
        errno.EIO: _("the disk does not answer well"),
    }
    return next((said for number, said in known.items() if os.strerror(number) == text), text)


def notice(notice: Notice) -> str:
    """Say what the table should know about a save that was opened."""
    match notice.kind:
        case NoticeKind.TORN_LINE:
            text = _("The last step was only half saved. It was set aside in {name}.")
        case NoticeKind.TORN_LINE_PASSED:
            text = _("The last step was only half saved. It is left out here.")
        case NoticeKind.REST_SET_ASIDE:
            text = _("From line {line} on the file was damaged. That part is now in {name}.")
        case NoticeKind.REST_PASSED:
            text = _("From line {line} on the file is damaged. That part is left out here.")
        case NoticeKind.IN_USE:
            text = _("This conversation is open in another window. Here you can only look.")
        case NoticeKind.NOT_WRITABLE:
            text = _("This file may not be changed. Here you can only look.")
        case _:
            assert_never(notice.kind)
    return text.format(name=notice.path.name, line=notice.line)


def trouble(trouble: Trouble) -> str:
    """Say why the conversation is not being saved, and what to do about it."""
    match trouble.kind:
        case TroubleKind.DISK_FULL:
            text = _("Not saved: the disk is full. Make room, or choose another folder.")
        case TroubleKind.NO_PERMISSION:
            text = _("Not saved: the folder may not be written. Choose another folder.")
        case TroubleKind.GONE:
            text = _("Not saved: {name} is not there any more. Choose another folder.")
        case TroubleKind.CHANGED:
            text = _("Not saved: another program changed {name}. Choose another folder.")
        case TroubleKind.OTHER:
            text = _("Not saved ({text}). Choose another folder.")
        case _:
            assert_never(trouble.kind)
    return text.format(name=trouble.path.name, text=said_by_system(trouble.text))
