"""The site is built in a folder beside, and takes the earlier one's place in one system call.

Whatever happens to a build, the earlier site stands: readers see one whole site or the other.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}


class PublicationError(Exception):
    """The site cannot be published there; `code` says why, in `wording` under `publication`."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(code)
        self.code, self.path = code, path


@dataclass
class Staging:
    """A site being built: where it will stand, where it is built, what says the build lives."""

    target: Path
    folder: Path
    alive: int | None


def begin(site: Path) -> Staging:
    """An empty folder beside the site, once what dead builds left there is cleared."""
    target = site.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    _look(target)
    with _locked(target.parent):
        _restore(target)
        _clear(target)
        folder = target.with_name(f".{target.name}.building-{secrets.token_hex(8)}")
        folder.mkdir()
        alive = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        _lock(alive, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return Staging(target, folder, alive)


def publish(staging: Staging) -> None:
    """Puts the built site in the place of the earlier one, which is then removed."""
    target, folder = staging.target, staging.folder
    with _locked(target.parent):
        if not target.exists():
            folder.rename(target)
        elif not _exchanged(folder, target):
            _in_two_steps(folder, target)
    abandon(staging)


def abandon(staging: Staging) -> None:
    """Removes what is left of the build (after `publish`, the earlier site); twice is once."""
    with _locked(staging.target.parent):
        _restore(staging.target)
    shutil.rmtree(staging.folder, ignore_errors=True)
    shutil.rmtree(_aside(staging.target), ignore_errors=True)
    if staging.alive is not None:
        os.close(staging.alive)
        staging.alive = None


def _look(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise PublicationError("file", target)
    if os.path.ismount(target):
        raise PublicationError("mount", target)
    if (target / ".git").exists():
        raise PublicationError("git", target)
    writable = os.access(target.parent, os.W_OK)
    if not writable or (target.exists() and not os.access(target, os.W_OK)):
        raise PublicationError("closed", target)


def _aside(target: Path) -> Path:
    """Where the earlier site waits while two renames take the place of one exchange."""
    return target.with_name(f".{target.name}.earlier")


def _restore(target: Path) -> None:
    """A build that died between two renames left the earlier site aside: back it goes."""
    if not target.exists() and _aside(target).is_dir():
        _aside(target).rename(target)


def _clear(target: Path) -> None:
    shutil.rmtree(_aside(target), ignore_errors=True)
    for folder in target.parent.glob(f".{target.name}.building-*"):
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            continue  # an earlier site, removed by the build that replaced it
        try:
            if _lock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB):
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(descriptor)


def _lock(descriptor: int, how: int) -> bool:
    """True where the lock is had: a living build holds its own folder's until it ends."""
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Builds beside each other begin and publish one at a time."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _exchanged(one: Path, other: Path) -> bool:
    """True where the kernel and the file system put each in the other's place at once."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _in_two_steps(folder: Path, target: Path) -> None:
    """Two renames; a build killed between them is mended by the next (`_restore`)."""
    target.rename(_aside(target))
    folder.rename(target)
