"""A function run as a stranger's input deserves: in a process of its own, ten seconds, 500 MB."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import traceback
from collections.abc import Callable
from pathlib import Path

SECONDS = 10  # of the processor: a busy machine is not the input's fault
HANG = 120  # by the clock, for what waits and costs nothing, such as a pipe
MEMORY = 500_000_000


def limited(function: Callable[[], object]) -> object:
    """What the function gives, or an AssertionError that says what it broke."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _run(function, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        data = answer.read()
    _, status = os.waitpid(child, 0)
    assert data, f"ended by signal {os.WTERMSIG(status)}: too slow, or waits for ever"
    told, result = pickle.loads(data)
    assert not told, told
    return result


def _run(function: Callable[[], object], writing: int) -> None:
    try:
        signal.alarm(HANG)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_DATA, (_own() + MEMORY, -1))
        try:
            answer = ("", function())
        except BaseException:  # noqa: BLE001 - told in the process that waits
            answer = (traceback.format_exc(), None)
        with os.fdopen(writing, "wb") as out:
            out.write(pickle.dumps(answer))
    finally:
        os._exit(0)


def _own() -> int:
    """The bytes that this process holds already."""
    status = Path("/proc/self/status").read_text("utf-8")
    return 1024 * int(status.partition("VmData:")[2].split()[0])
