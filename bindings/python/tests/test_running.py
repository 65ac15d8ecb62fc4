"""Progress, cancelling, and Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest

import heard
from conftest import CASES, EXAMPLE


def long_calls(project, codings):
    """Every call that takes `progress`."""
    path = CASES / "library-hours" / "consultation.toml"
    return [
        lambda progress: heard.open(path, progress=progress),
        lambda progress: project.code(progress=progress),
        lambda progress: project.kwic("open*", progress=progress),
        lambda progress: codings.table(progress=progress),
        lambda progress: codings.report(progress=progress),
    ]


def test_progress_ends_at_its_total(library_hours, codings):
    for call in long_calls(library_hours, codings):
        told = []
        call(lambda done, total, told=told: told.append((done, total)))
        assert told
        assert told == sorted(told)
        assert len({total for _, total in told}) == 1
        assert told[-1][0] == told[-1][1]


def test_a_true_value_cancels(library_hours, codings):
    for call in long_calls(library_hours, codings):
        with pytest.raises(heard.Cancelled):
            call(lambda done, total: True)
        call(None)


class Trouble(Exception):
    pass


def test_an_exception_comes_through_as_it_was(library_hours, codings):
    for call in long_calls(library_hours, codings):
        cause = KeyError("cause")

        def tell(done, total, cause=cause):
            raise Trouble("mine") from cause

        with pytest.raises(Trouble, match="mine") as caught:
            call(tell)
        assert caught.value.__cause__ is cause
        assert not isinstance(caught.value.__context__, heard.HeardError)
        assert any(entry.name == "tell" for entry in caught.traceback)


def test_interrupts_are_raised_in_the_callback_s_call(library_hours):
    def interrupt(done, total):
        os.kill(os.getpid(), signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        library_hours.code(progress=interrupt)
    assert signal.getsignal(signal.SIGINT) is before


def test_other_handlers_are_called(library_hours):
    seen = []
    before = signal.signal(signal.SIGINT, lambda number, frame: seen.append(number))
    try:
        library_hours.code(progress=lambda done, total: os.kill(os.getpid(), signal.SIGINT))
    except heard.Cancelled:
        pass
    finally:
        signal.signal(signal.SIGINT, before)
    assert seen == [signal.SIGINT]


def test_a_thread_that_is_not_the_main_one_may_run(library_hours):
    found = []
    thread = threading.Thread(target=lambda: found.append(len(library_hours.code())))
    thread.start()
    thread.join()
    assert found == [5]


def test_ctrl_c_ends_a_run_without_a_callback():
    # From outside, as a terminal does it, while the library codes over and over.
    program = f"""
import sys, warnings, heard
warnings.simplefilter("ignore")
project = heard.open({str(EXAMPLE)!r})
try:
    print("ready", flush=True)
    while True:
        project.code(threads=1)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout.readline() == "ready\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (out, err) == ("interrupted\n", "")
