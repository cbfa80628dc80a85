"""Where a run keeps its files: one folder below `.work/` in the checkout, and nothing outside of it."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from local_aws.plain_error import PlainError

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Workplace:
    """The folders of one run: the emulator's state, its certificate, the command line's home, the cloud assemblies."""

    root: Path

    @property
    def certificate(self) -> Path:
        return self.root / "certificate.pem"

    @property
    def private_key(self) -> Path:
        return self.root / "private-key.pem"

    @property
    def server_log(self) -> Path:
        return self.root / "server.log"

    @property
    def state(self) -> Path:
        return self.root / "state"

    @property
    def buckets(self) -> Path:
        return self.root / "buckets"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def jsii_packages(self) -> Path:
        """The unpacked aws-cdk-lib, shared by all runs: unpacking it anew costs nine seconds."""
        return CHECKOUT / ".work" / "jsii"

    def assembly(self, name: str) -> Path:
        """Name the folder of a cloud assembly (`cdk.out`)."""
        return self.root / f"{name}.out"


@contextmanager
def workplace(name: str) -> Iterator[Workplace]:
    """Hand out an empty `.work/<name>` to one run at a time, and empty it afterwards.

    Only where a plain error ended the run does the emulator's log stay, for whoever looks for the reason.
    """
    place = Workplace(CHECKOUT / ".work" / name)
    place.root.mkdir(parents=True, exist_ok=True)
    with _locked(place.root):
        _empty(place.root)
        for folder in (place.state, place.buckets, place.temporary, place.home, place.jsii_packages):
            folder.mkdir(exist_ok=True)
        kept: tuple[Path, ...] = ()
        try:
            yield place
        except PlainError:
            kept = (place.server_log,)
            raise
        finally:
            _empty(place.root, kept)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a folder for this process; the lock ends with the process, however that ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise PlainError(f"another run is using .work/{folder.name}: wait until it has ended") from None
    finally:
        os.close(handle)


def _empty(folder: Path, kept: Collection[Path] = ()) -> None:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry not in kept:
            entry.unlink()
