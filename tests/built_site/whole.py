"""The built site as one thing: what its pages say of each other. Reads a folder, knows nothing of its maker."""
import hashlib
import posixpath
import re
import urllib.parse
from pathlib import Path

from built_site.page import Page

OUTSIDE = re.compile(r"^(https?|mailto|tel):")


class Site:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.files = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
        self.pages = {name: Page((self.folder / name).read_text(encoding="utf-8")) for name in sorted(self.files) if name.endswith(".html")}

    def is_redirect(self, name):
        return any((attributes.get("http-equiv") or "").lower() == "refresh" for attributes in self.pages[name].all("meta"))

    def link_faults(self, name):
        """Every link of a page leads, by a relative address, to a file and a place in it."""
        for where, address, line in self.pages[name].links:
            fault = self._fault_of(name, where, address)
            if fault:
                yield f"{name}:{line}: {where}={address}: {fault}"

    def _fault_of(self, name, where, address):
        if OUTSIDE.match(address):
            return "" if where == "a href" else "is fetched from elsewhere"
        if where == "a href" and address == "":
            return "leads nowhere"
        if name == "404.html" and address.startswith("/") and not address.startswith("//"):
            address = self._below_root(address)
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc or address.startswith("/"):
            return "is not relative"
        path = urllib.parse.unquote(parts.path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        if target.startswith(".."):
            return "leads out of the site"
        if target not in self.files:
            return "no such file" + (" (a folder, of which file:// shows a listing)" if (self.folder / target).is_dir() else "")
        anchor = urllib.parse.unquote(parts.fragment)
        if anchor and target in self.pages and anchor not in self.pages[target].ids:
            return "no such place in the page"
        return ""

    def _below_root(self, address):
        """Servers show 404.html at any depth, so its links begin at their root; the site may lie in a folder there."""
        steps = address.split("/")[1:]
        inside = ("/".join(steps[i:]) for i in range(len(steps)))
        return next((one for one in inside if urllib.parse.urlsplit(one).path in self.files), address)

    def reached_from(self, start):
        """Pages that links lead to, step by step."""
        seen, todo = {start}, [start]
        while todo:
            name = todo.pop()
            for where, address, _ in self.pages[name].links:
                path = urllib.parse.unquote(urllib.parse.urlsplit(address).path)
                if where != "a href" or OUTSIDE.match(address) or not path:
                    continue
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
                if target in self.pages and target not in seen:
                    seen.add(target)
                    todo.append(target)
        return seen

    def checksum_faults(self):
        listed = {}
        for line in (self.folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
            digest, name = line.split("  ", 1)
            listed[name] = digest
        for name in sorted(self.files - {"SHA256SUMS"} - listed.keys()):
            yield f"{name} is not listed"
        for name, digest in listed.items():
            path = self.folder / name
            if not path.is_file():
                yield f"{name} is missing"
            elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                yield f"{name} is another file"
