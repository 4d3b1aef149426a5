"""Reads the walls of generator/ (rooms.txt, which CMake writes from the vav_room() lines) and finds what breaks them."""
import re
from pathlib import Path

MAX_LINES = 450

# Headers of each outside library, by the name that vav_library() gives it.
LIBRARY_HEADERS = {
    "fmt": r"fmt/.*",
    "icu": r"unicode/.*",
    "xxhash": r"xxh(ash|3)\.h",
    "md": r"(sha|sha1|sha2|sha256|sha512|md5|rmd160)\.h",
    "yaml-cpp": r"yaml-cpp/.*",
    "gumbo": r"gumbo\.h",
    "cli11": r"CLI/.*",
    "cmark-gfm": r"cmark-gfm.*|(cmark_ctype|inlines|parser|registry|syntax_extension)\.h",
    "libarchive": r"archive(_entry)?\.h",
    "zlib": r"zlib\.h",
    "cpp-httplib": r"httplib\.h",
}
# Formatting is every room's: vav_room() links it everywhere.
EVERYWHERE = {"fmt"}
# Headers of the system that only these rooms may include: disk is the one door to the file system, cli alone prints.
SYSTEM_HEADERS = {
    "filesystem": {"disk"}, "fstream": {"disk"}, "fcntl.h": {"disk"}, "dirent.h": {"disk"}, "sys/stat.h": {"disk"},
    "unistd.h": {"disk", "cli"}, "sys/mman.h": {"disk"}, "iostream": {"cli"}, "fmt/ostream.h": {"cli"},
}
# Headers in C++20 have no dot and no folder; POSIX and Linux have these.
SYSTEM = re.compile(r"^([a-z_0-9]+|(sys|linux|netinet|arpa|bits)/.*|[a-z]+\.h)$")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<([^>]+)>|"([^"]+)")', re.MULTILINE)


def read_rooms(path):
    """rooms.txt: `room|uses|wraps` a line, in storey order."""
    rooms = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        name, uses, wraps = line.split("|")
        rooms[name] = (set(uses.split()), set(wraps.split()))
    return rooms


def library_of(header):
    return next((library for library, headers in LIBRARY_HEADERS.items() if re.fullmatch(headers, header)), None)


def faults_of_include(room, quoted, header, rooms):
    uses, wraps = rooms[room]
    library = library_of(header)
    if quoted and "/" in header and not library:
        used = header.split("/")[0]
        if used not in rooms:
            return [f'"{header}" is in no room']
        if used != room and used not in uses:
            return [f"{room} may not include {used} ({header})"]
        return []
    if library:
        return [] if library in wraps | EVERYWHERE else [f"{room} does not wrap {library} ({header})"]
    if quoted:
        return [f'"{header}" does not begin with its room']
    if header in SYSTEM_HEADERS and room not in SYSTEM_HEADERS[header]:
        return [f"<{header}> belongs in {' or '.join(sorted(SYSTEM_HEADERS[header]))}, not in {room}"]
    return [] if SYSTEM.match(header) else [f"<{header}> is of a library that nobody wraps"]


def find_faults(generator, rooms):
    """Every broken wall, as `PATH:LINE: what` relative to the generator folder."""
    faults = []
    for path in sorted(Path(generator).rglob("*")):
        if path.suffix not in {".cc", ".h"}:
            if path.is_file() and path.suffix in {".cpp", ".hpp", ".cxx", ".c", ".hh"}:
                faults.append(f"{path.relative_to(generator)}: sources here end in .cc and .h")
            continue
        name = path.relative_to(generator)
        text = path.read_text(encoding="utf-8")
        room = name.parts[0]
        if room not in rooms or len(name.parts) != 2:
            faults.append(f"{name}: lies in no room")
            continue
        length = text.count("\n")
        if length > MAX_LINES:
            faults.append(f"{name}: {length} lines, more than {MAX_LINES}")
        for match in INCLUDE.finditer(text):
            header = match[2] or match[3]
            line = text.count("\n", 0, match.start()) + 1
            faults += [f"{name}:{line}: {what}" for what in faults_of_include(room, match[3] is not None, header, rooms)]
    for room in rooms:
        if not any((Path(generator) / room).glob("*.cc")):
            faults.append(f"{room}: a room without a source file")
    return faults
