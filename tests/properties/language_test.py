"""vav tells its findings in the language of who runs it; what it writes does not depend on that."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

from properties.program import CONTENT, build, copy_content, tree, vav

SWEDISH, ENGLISH = {"LC_ALL": "sv_SE.UTF-8"}, {"LC_ALL": "C.UTF-8"}
NONE = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}
FAULTY = "---\ntitle: Fel\nsummary: Fel.\ndefinition: Fel.\npublished: 2025-01-01\n---\n\nSe [[finns-inte-alls]].\n\n# Fel\n"


class Language(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.faulty = copy_content(Path(cls.folder, "content"))
        Path(cls.faulty, "begrepp/fel.md").write_text(FAULTY, encoding="utf-8")

    def check(self, *arguments, **environment):
        run = vav("check", self.faulty, *arguments, environment={**NONE, **environment})
        self.assertEqual(1, run.returncode, run.stderr)
        return run.stderr

    def assert_swedish(self, told):
        self.assertIn("ingen sida har id, rubrik, kortnamn eller alias 'finns-inte-alls'", told)
        self.assertNotIn("no page has", told)

    def assert_english(self, told):
        self.assertIn("no page has the id, title, short name or alias 'finns-inte-alls'", told)
        self.assertNotIn("ingen sida har", told)

    def test_the_site_is_the_same(self):
        sites = []
        for name, environment in (("sv", SWEDISH), ("en", ENGLISH)):
            out = Path(self.folder, "site-" + name)
            run = build(CONTENT, out, environment=environment)
            self.assertEqual((0, ""), (run.returncode, run.stderr))
            sites.append(tree(out))
        self.assertGreater(len(sites[0]), 50)
        self.assertEqual(*sites)

    def test_findings_follow_the_locale(self):
        self.assert_swedish(self.check(**SWEDISH))
        self.assert_english(self.check(**ENGLISH))
        self.assert_english(self.check())

    def test_the_first_variable_with_a_value_decides(self):
        self.assert_swedish(self.check(LANG="sv_SE.UTF-8"))
        self.assert_swedish(self.check(LC_MESSAGES="sv", LANG="en_GB.UTF-8"))
        self.assert_english(self.check(LC_MESSAGES="fi_FI.UTF-8", LANG="sv_SE.UTF-8"))
        self.assert_english(self.check(LC_ALL="C", LC_MESSAGES="sv_SE.UTF-8", LANG="sv_SE.UTF-8"))

    def test_the_option_decides_before_the_locale(self):
        self.assert_swedish(self.check("--language", "sv", **ENGLISH))
        self.assert_english(self.check("--language", "en", **SWEDISH))

    def test_the_frame_is_the_same(self):
        """Programs read path, line, column, severity, id and the lines that are shown."""
        def frame(told):
            return [line.split("] ")[0] if "] " in line else line for line in told.splitlines() if not line.startswith("  hint: ")]
        swedish, english = frame(self.check(**SWEDISH)), frame(self.check(**ENGLISH))
        self.assertEqual(swedish[:-1], english[:-1])
        self.assertTrue(any("begrepp/fel.md:8:6: error: [unknown-reference" in line for line in english), english)
        self.assertTrue(any("begrepp/fel.md:10:1: warning: [heading-level" in line for line in english), english)
        self.assertEqual(["1 fel, 1 varning", "1 error, 1 warning"], [swedish[-1], english[-1]])

    def test_json_and_sarif(self):
        for format_, text_of in (("json", lambda found: " ".join(one["message"] for one in found)),
                                 ("sarif", lambda found: " ".join(one["message"]["text"] for one in found["runs"][0]["results"]))):
            with self.subTest(format=format_):
                self.assert_swedish(text_of(json.loads(self.check("--diagnostics", format_, **SWEDISH))))
                self.assert_english(text_of(json.loads(self.check("--diagnostics", format_, **ENGLISH))))

    def test_the_list_of_findings(self):
        swedish, english = (vav("check", "--list", environment=environment).stdout for environment in (SWEDISH, ENGLISH))
        self.assertIn("duplicate-id (error, always)\n  Två sidor har samma id.\n", swedish)
        self.assertIn("duplicate-id (error, always)\n  Two pages have the same id.\n", english)
        self.assertEqual(swedish.splitlines()[::2], english.splitlines()[::2])
        self.assertEqual(set(), set(swedish.splitlines()[1::2]) & set(english.splitlines()[1::2]))

    def test_verify(self):
        out = Path(self.folder, "spoilt")
        self.assertEqual(0, build(CONTENT, out).returncode)
        Path(out, "SHA256SUMS").unlink()
        self.assertIn("[verify-bad-sum] mappen har ingen SHA256SUMS", vav("verify", out, environment=SWEDISH).stderr)
        self.assertIn("[verify-bad-sum] the folder has no SHA256SUMS", vav("verify", out, environment=ENGLISH).stderr)
        self.assertIn("mappen har ingen SHA256SUMS", vav("verify", out, "--language", "sv", environment=ENGLISH).stderr)

    def test_every_command_that_tells_findings_takes_the_option(self):
        for command in (["build", self.faulty, "--out", Path(self.folder, "no")], ["check", self.faulty], ["search", "x", self.faulty],
                        ["inspect", "uka", self.faulty]):
            with self.subTest(command=command[0]):
                run = vav(*command, "--language", "sv", environment=ENGLISH)
                self.assertEqual(1, run.returncode, run.stderr)
                self.assert_swedish(run.stderr)

    def test_another_language_is_a_wrong_argument(self):
        self.assertEqual(2, vav("check", self.faulty, "--language", "fi").returncode)


if __name__ == "__main__":
    unittest.main()
