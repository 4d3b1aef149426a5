"""Places to put a site that are not like a plain folder: mounts of their own, taken away again. Needs root, as ./dev test has it."""
import subprocess
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def mounted(kind, place, options="", source="vav-test"):
    """A file system mounted at `place`. Where it cannot be, the test fails and says so: nothing was shown."""
    Path(place).mkdir(parents=True, exist_ok=True)
    arguments = ["--bind", source, place] if kind == "bind" else ["-t", kind, *(["-o", options] if options else []), source, place]
    run = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True, check=False)
    if run.returncode:
        raise AssertionError(f"cannot mount {kind} at {place}, which needs root: {run.stderr.strip()}")
    try:
        yield Path(place)
    finally:
        subprocess.run(["umount", place], check=True)


@contextmanager
def overlay(folder, lower):
    """A folder whose lower layer is `lower` (a site that an image came with, say), on layers of a tmpfs: an overlay on an overlay is refused by some."""
    with mounted("tmpfs", Path(folder, "layers")) as layers:
        for name in ("upper", "work"):
            Path(layers, name).mkdir()
        options = f"lowerdir={lower},upperdir={layers}/upper,workdir={layers}/work"
        with mounted("overlay", Path(folder, "merged"), options) as merged:
            yield merged


# Root is stopped by no permission; with these rights gone it is as everyone else.
AS_EVERYONE_ELSE = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner"]
