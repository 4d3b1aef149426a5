"""Runs vav as its user does, in folders of its own."""
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAV = os.environ.get("VAV") or str(ROOT / "build/bin/vav")
CONTENT = ROOT / "content"
# The day of the newest page: nothing is still to come, and nothing has grown old.
TODAY = max(day for path in CONTENT.rglob("*.md") for day in re.findall(r"^(?:published|updated): (\d{4}-\d\d-\d\d)", path.read_text(encoding="utf-8"), re.MULTILINE))


def vav(*arguments, cwd=ROOT, environment=None, umask=None, program=VAV):
    """A finished run: returncode, stdout, stderr."""
    return subprocess.run([program, *map(str, arguments)], cwd=cwd, env={**os.environ, "NO_COLOR": "1", **(environment or {})},
                          capture_output=True, text=True, timeout=300, check=False, umask=-1 if umask is None else umask)


def build(content, out, *arguments, **how):
    return vav("build", content, "--out", out, "--today", TODAY, *arguments, **how)


def tree(folder):
    """path -> hash of the bytes, for every file below."""
    folder = Path(folder)
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def copy_content(to):
    """The real knowledge base, to be spoilt."""
    shutil.copytree(CONTENT, to)
    return Path(to)
