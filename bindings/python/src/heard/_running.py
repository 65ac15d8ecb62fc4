"""Long calls: threads, progress, and how they are stopped."""

from __future__ import annotations

import ctypes
import signal
import threading
from types import FrameType, TracebackType
from typing import Any, Callable, Optional

from . import _structs as s

#: Told `(done, total)` about every 10 ms and once at the end. `done` never falls, `total` never
#: changes within a call. A true value stops the run with :class:`heard.Cancelled`; an exception
#: stops it and is raised by the call that was running.
Progress = Callable[[int, int], object]


class Running:
    """Options of one long call, as a context: `with Running(...) as options: call(..., options)`.

    Ctrl-C stops the call within moments. Python would deliver it inside the callback, before any
    `try` of it, where ctypes prints and forgets it; so the signal is held while the library runs,
    and handed to whoever handled it before as soon as the library is back.
    """

    def __init__(
        self, threads: int = 0, progress: Optional[Progress] = None, final: bool = False
    ) -> None:
        self._progress = progress
        self._kept: Optional[BaseException] = None
        self._interrupt: Optional[tuple[int, Optional[FrameType]]] = None
        self._handler: Any = None
        self._callback = s.heard_progress_fn(self._told)
        self._options = s.heard_run_options(
            ctypes.sizeof(s.heard_run_options), self._callback, None, threads, 1 if final else 0
        )

    def _told(self, now: Any, _user_data: Any) -> int:
        try:
            if self._interrupt is not None:
                return 1
            if self._progress is None:
                return 0
            return 1 if self._progress(now.contents.done, now.contents.total) else 0
        except BaseException as error:  # pylint: disable=broad-exception-caught
            # The first is the cause; what the end of the run brings up later is its consequence.
            self._kept = self._kept or error
            return 1

    def _hold(self, number: int, frame: Optional[FrameType]) -> None:
        self._interrupt = (number, frame)

    def __enter__(self) -> Any:
        # Only the main thread may set handlers, and only one of Python's can be put back.
        if threading.current_thread() is threading.main_thread():
            handler = signal.getsignal(signal.SIGINT)
            if callable(handler):
                self._handler = handler
                signal.signal(signal.SIGINT, self._hold)
        return ctypes.byref(self._options)

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        if self._handler is not None:
            signal.signal(signal.SIGINT, self._handler)
        if self._kept is not None:
            # What is raised is what the callback raised, not a consequence of HEARD_CANCELLED.
            context = self._kept.__context__
            try:
                raise self._kept
            finally:
                self._kept.__context__ = context
        if self._interrupt is not None:
            self._handler(*self._interrupt)
