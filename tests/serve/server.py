"""A running `vav serve` over a small knowledge base of its own, and a browser's side of it."""
import http.client
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAV = os.environ.get("VAV") or str(ROOT / "build/bin/vav")
SITES = ROOT / "tests/sites"
# Nothing is waited for so long but what never comes.
PATIENCE = 60


def until(condition, what):
    """Asks over and over; the first answer that is true."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited in vain: {what}")


def image(width):
    """An SVG image that is that wide."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="10" viewBox="0 0 {width} 10"></svg>'


class Server:
    """`content` and `theme` are copies, to be changed; `cwd` is an empty folder. Without a theme: the one that comes with vav."""

    def __init__(self, *arguments, content=SITES / "minimal/content", theme=SITES / "theme", prepare=None):
        self.folder = Path(tempfile.mkdtemp())
        self.content, self.theme, self.cwd = (self.folder / name for name in ("content", "theme", "cwd"))
        shutil.copytree(content, self.content)
        if theme:
            shutil.copytree(theme, self.theme)
            arguments += ("--theme", self.theme)
        self.cwd.mkdir()
        if prepare:
            prepare(self)
        self.errors_file = self.folder / "errors"
        with open(self.errors_file, "wb") as errors:
            self.process = subprocess.Popen(
                [VAV, "serve", self.content, "--port", "0", "--today", "2026-01-15", *map(str, arguments)],
                cwd=self.cwd, env={**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}, stdout=subprocess.PIPE, stderr=errors)
        self.address = self.process.stdout.readline().decode().strip()
        if not self.address:
            errors = self.errors
            self.close()
            raise AssertionError(f"no address: {errors}")
        self.port = int(self.address.rstrip("/").rsplit(":", 1)[1])

    @property
    def errors(self):
        return self.errors_file.read_text(encoding="utf-8")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self, which=signal.SIGTERM):
        """(exit status, seconds until it had ended)"""
        start = time.monotonic()
        self.process.send_signal(which)
        return self.process.wait(PATIENCE), time.monotonic() - start

    def request(self, method, target, headers=None, body=None):
        """(status, headers, bytes); the target is sent as it stands."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, target, skip_host=bool(headers and "Host" in headers))
            for name, value in {**({"Content-Length": str(len(body))} if body else {}), **(headers or {})}.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def get(self, target="/", **headers):
        status, _, body = self.request("GET", target, headers)
        return status, body.decode()

    def text(self, target="/"):
        return self.get(target)[1]

    def write(self, name, text):
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name, before, after, folder=None):
        path = (folder or self.content) / name
        text = path.read_text(encoding="utf-8")
        assert before in text, (before, text)
        path.write_text(text.replace(before, after), encoding="utf-8")

    def events(self, page="/"):
        return Events(self.port, page)

    def findings(self):
        """The findings of now."""
        with self.events() as events:
            return events.next()["findings"]


class Events:
    """One open event stream."""

    def __init__(self, port, page="/", headers=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.connection.request("GET", f"/_vav/events?page={page}", headers=headers or {})
        self.answer = self.connection.getresponse()

    def next(self):
        """The next event's data; None when the stream has ended."""
        while True:
            line = self.answer.readline()
            if not line:
                return None
            if line.startswith(b"data: "):
                return json.loads(line[6:])

    def until(self, condition, what):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            data = self.next()
            if data is None:
                break
            if condition(data):
                return data
        raise AssertionError(f"waited in vain: {what}")

    def close(self):
        self.answer.close()
        self.connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
