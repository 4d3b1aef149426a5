"""The house stands as drawn: generator/CMakeLists.txt against what the sources include. Each check has a red twin."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from architecture.walls import find_faults, read_rooms

ROOT = Path(__file__).resolve().parents[2]
ROOMS = Path(os.environ.get("VAV_ROOMS") or ROOT / "build/release/rooms.txt")


class Generator(unittest.TestCase):
    def test_no_wall_is_broken(self):
        rooms = read_rooms(ROOMS)
        self.assertGreater(len(rooms), 10)
        self.assertEqual([], find_faults(ROOT / "generator", rooms))

    def test_every_folder_is_a_room(self):
        folders = {path.name for path in (ROOT / "generator").iterdir() if path.is_dir()}
        self.assertEqual(set(), folders - set(read_rooms(ROOMS)))


class MadeUpHouse(unittest.TestCase):
    """A small house with one fault at a time."""

    ROOMS = {"base": (set(), {"icu"}), "disk": ({"base"}, set()), "yaml": ({"base"}, {"yaml-cpp"}), "pages": ({"base", "yaml"}, set())}
    FILES = {
        "base/text.cc": '#include "base/text.h"\n#include <unicode/coll.h>\n',
        "base/text.h": "#include <string>\n",
        "disk/disk.cc": "#include <filesystem>\n#include <unistd.h>\n",
        "yaml/parse.cc": '#include <yaml-cpp/parser.h>\n\n#include "base/text.h"\n',
        "pages/page.cc": '#include <fmt/format.h>\n#include <sys/types.h>\n\n#include "yaml/parse.h"\n',
    }

    def faults(self, **changed):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {**self.FILES, **{k.replace("__", "/") + ".cc": v for k, v in changed.items()}}.items():
                path = Path(folder, name)
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return find_faults(folder, self.ROOMS)

    def test_a_sound_house_has_no_fault(self):
        self.assertEqual([], self.faults())

    def test_an_include_up_the_storeys(self):
        self.assertEqual(["base/wrong.cc:2: base may not include pages (pages/page.h)"],
                         self.faults(base__wrong='#include <string>\n#include "pages/page.h"\n'))

    def test_an_include_of_a_room_above_that_is_not_named(self):
        self.assertEqual(["pages/wrong.cc:1: pages may not include disk (disk/disk.h)"],
                         self.faults(pages__wrong='#include "disk/disk.h"\n'))

    def test_an_include_written_with_odd_spaces(self):
        self.assertEqual(["base/wrong.cc:1: base may not include yaml (yaml/parse.h)"],
                         self.faults(base__wrong='\t#  include\t"yaml/parse.h"\n'))

    def test_a_library_outside_its_room(self):
        self.assertEqual(["pages/wrong.cc:1: pages does not wrap yaml-cpp (yaml-cpp/node/node.h)",
                          "pages/wrong.cc:2: pages does not wrap cmark-gfm (cmark-gfm-extension_api.h)"],
                         self.faults(pages__wrong="#include <yaml-cpp/node/node.h>\n#include <cmark-gfm-extension_api.h>\n"))

    def test_a_library_that_nobody_wraps(self):
        self.assertEqual(["pages/wrong.cc:1: <boost/regex.hpp> is of a library that nobody wraps"],
                         self.faults(pages__wrong="#include <boost/regex.hpp>\n"))

    def test_a_door_to_the_disk_beside_the_door(self):
        self.assertEqual(["pages/wrong.cc:1: <fstream> belongs in disk, not in pages"],
                         self.faults(pages__wrong="#include <fstream>\n"))

    def test_a_long_file(self):
        self.assertEqual(["yaml/wrong.cc: 451 lines, more than 450"], self.faults(yaml__wrong="//\n" * 451))
        self.assertEqual([], self.faults(yaml__right="//\n" * 450))

    def test_a_source_in_no_room(self):
        self.assertEqual(["attic/wrong.cc: lies in no room"], self.faults(attic__wrong="\n"))


class Plan(unittest.TestCase):
    """vav_room() itself refuses a plan that points the wrong way."""

    def configure(self, *calls):
        with tempfile.TemporaryDirectory() as folder:
            for room in ("below", "above"):
                Path(folder, room).mkdir()
                Path(folder, room, "x.cc").write_text("", encoding="utf-8")
            Path(folder, "CMakeLists.txt").write_text(
                f"cmake_minimum_required(VERSION 3.25)\nproject(house CXX)\ninclude({ROOT}/generator/rooms.cmake)\n" + "\n".join(calls),
                encoding="utf-8")
            run = subprocess.run(["cmake", "-S", folder, "-B", folder + "/build", "-G", "Ninja"], capture_output=True, text=True, check=False)
            rooms = Path(folder, "build/rooms.txt")
            return run.returncode, " ".join(run.stderr.split()), rooms.read_text(encoding="utf-8") if rooms.exists() else ""

    def test_a_room_may_use_one_above(self):
        status, errors, rooms = self.configure("vav_room(above)", "vav_room(below USES above)")
        self.assertEqual((0, ""), (status, errors))
        self.assertEqual("above||\nbelow|above|\n", rooms)

    def test_a_room_may_not_use_one_below(self):
        status, errors, _ = self.configure("vav_room(above USES below)", "vav_room(below)")
        self.assertEqual(1, status)
        self.assertIn("room 'above' may not use 'below'", errors)

    def test_an_empty_room_does_not_exist_yet(self):
        status, errors, _ = self.configure("vav_room(attic)")
        self.assertEqual(1, status)
        self.assertIn("room 'attic' has no source file", errors)


if __name__ == "__main__":
    unittest.main()
