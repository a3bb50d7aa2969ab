"""Closing a window the way a window manager does, which xdotool cannot without one."""

import ctypes

_CLIENT_MESSAGE = 33


class _Message(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 12),
    )


def ask_to_close(display: str, window: int) -> None:
    """Send a window WM_DELETE_WINDOW, as its cross does."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XInternAtom.restype = ctypes.c_ulong
    xlib.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    xlib.XSendEvent.argtypes = [
        ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.POINTER(_Message),
    ]  # fmt: skip
    xlib.XCloseDisplay.argtypes = [ctypes.c_void_p]
    opened = xlib.XOpenDisplay(display.encode())
    message = _Message(type=_CLIENT_MESSAGE, window=window, format=32)
    message.message_type = xlib.XInternAtom(opened, b"WM_PROTOCOLS", 0)
    message.data[0] = xlib.XInternAtom(opened, b"WM_DELETE_WINDOW", 0)
    xlib.XSendEvent(opened, window, 0, 0, ctypes.byref(message))
    xlib.XCloseDisplay(opened)
