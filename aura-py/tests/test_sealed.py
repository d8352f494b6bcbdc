"""A run reaches no file, no socket, no clock of the kernel and no other process: the kernel would kill it.

The child below gives up every system call but those for memory, locks and writing its answer (seccomp, for the whole
process and for good), and then runs. Its digest is that of a run without the seal. A clock that is read without a
system call (vDSO) is not seen here; `web.test.mjs` shows that the same code, built for WebAssembly, imports none.
"""

import platform
import subprocess
import sys

import pytest

CHILD = """
import asyncio, ctypes, os, struct, sys
import aura

# Threads for the work are there before the seal: the first answer may come before its thread is free again.
async def warm():
    await asyncio.gather(*(aura.AsyncSession().interpret("Guests pay by card.") for _ in range(8)))

asyncio.run(warm())
session = aura.Session(clock=False, threads=1)
project = session.interpret("Guests pay by card and get a receipt. The clerk packs the parcel.").project
session.plan(project)

# read-only memory and locks: mmap, mprotect, munmap, brk, signal masks, mremap, madvise, futex; getpid (is this still the
# process that made the runtime?); write, exit
ALLOWED = [9, 10, 11, 12, 13, 14, 15, 24, 25, 28, 39, 131, 186, 202, 1, 60, 231]
FORBIDDEN = {"open": lambda: os.open("/dev/null", os.O_RDONLY), "socket": lambda: __import__("_socket").socket()}
import _socket

def seal():
    code = [struct.pack("HBBI", 0x20, 0, 0, 4), struct.pack("HBBI", 0x15, 1, 0, 0xC000003E)]
    code += [struct.pack("HBBI", 0x06, 0, 0, 0x80000000), struct.pack("HBBI", 0x20, 0, 0, 0)]
    for place, number in enumerate(ALLOWED):
        code.append(struct.pack("HBBI", 0x15, len(ALLOWED) - place, 0, number))
    code += [struct.pack("HBBI", 0x06, 0, 0, 0x80000000), struct.pack("HBBI", 0x06, 0, 0, 0x7FFF0000)]
    kept = ctypes.create_string_buffer(b"".join(code))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(code), ctypes.addressof(kept)))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl.argtypes = [ctypes.c_int] + 4 * [ctypes.c_ulong]
    assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, ctypes.addressof(program), 0, 0) == 0, ctypes.get_errno()

way = sys.argv[1]
if way != "free":
    seal()
if way in FORBIDDEN:
    FORBIDDEN[way]()
digest = session.simulate(project, seed=7, cases=2000).run.digest
os.write(1, digest.encode())
os._exit(0)
"""


def child(way: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([sys.executable, "-c", CHILD, way], capture_output=True, timeout=120)


@pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64"),
    reason="the seal is that of Linux on x86-64; the imports of the WebAssembly build are checked everywhere",
)
def test_a_run_needs_nothing_but_memory() -> None:
    free, sealed = child("free"), child("sealed")
    assert free.returncode == 0 and len(free.stdout) > 20, free.stderr.decode()
    assert sealed.returncode == 0, (sealed.returncode, sealed.stderr.decode())
    assert sealed.stdout == free.stdout
    # The seal holds: whoever opens a file or a socket is killed.
    for way in ("open", "socket"):
        assert child(way).returncode == -31, way
