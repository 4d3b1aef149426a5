"""The workflow file of a forge: what it says, and each of its steps run as it stands there, in a copy of the tree with a fault on a line."""
import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

import yaml

from properties.program import ROOT, tree

WORKFLOW = ROOT / ".github/workflows/site.yml"
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")
# What a forge does on a bare machine, and ./dev test did before it came here.
NOT_HERE = {"Get git", "Build the program"}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def workflow_faults(text):
    workflow = yaml.safe_load(text)
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if "uses" in step and not PINNED.match(step["uses"]):
                yield f"{step['uses']} is not pinned"
            if "run" in step and "${{" in step["run"]:
                yield f"{step['name']}: what others write comes into a shell by its text"
    for line in text.splitlines():
        if re.match(r"\s*-?\s*uses:", line) and not re.search(r"# v\d+\.\d+\.\d+$", line):
            yield f"no version beside {line.strip()}"
    if workflow.get("permissions") != {"contents": "read"}:
        yield "the workflow may do more than read"


def sarif_faults(sarif, root):
    """What forges need of SARIF 2.1.0."""
    if sarif.get("version") != "2.1.0" or "sarif" not in sarif.get("$schema", ""):
        yield "no SARIF 2.1.0"
    if len(sarif.get("runs", [])) != 1:
        yield "not one run"
        return
    run = sarif["runs"][0]
    driver = run["tool"]["driver"]
    rules = [rule["id"] for rule in driver["rules"]]
    if not driver["name"] or len(set(rules)) != len(rules) or not all(rule["shortDescription"]["text"] for rule in driver["rules"]):
        yield "rules that are nameless, repeated or not explained"
    if run.get("columnKind") not in ("utf16CodeUnits", "unicodeCodePoints"):
        yield "columns of no kind"
    for result in run["results"]:
        if result["ruleId"] not in rules:
            yield f"{result['ruleId']} is no rule"
        if result["level"] not in ("none", "note", "warning", "error"):
            yield f"{result['level']} is no level"
        if not result["message"]["text"]:
            yield "a result without words"
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        if not re.fullmatch(r"[A-Za-z0-9/._~!$&'()*+,;=@%-]+", uri) or uri.startswith("/") or not Path(root, uri).exists():
            yield f"{uri} is no path from the top of the repository"
        region = place["region"]
        if not (region["startLine"] >= 1 and 1 <= region["startColumn"] <= region["endColumn"]):
            yield f"{region} is no region"


class Workflow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = WORKFLOW.read_text(encoding="utf-8")
        cls.steps = yaml.safe_load(cls.text)["jobs"]["site"]["steps"]

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vav-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.clone = self.folder / "clone"
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).is_file():
                (self.clone / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.clone / name)
        for made in ("bin", "share", "assets"):
            if (ROOT / "build" / made).exists():
                shutil.copytree(ROOT / "build" / made, self.clone / "build" / made, symlinks=True)

    def run_step(self, step, **variables):
        values = {"PUBLISH_BASE_URL": "", "ALLOW_VANISHED": "", **variables}
        return subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=self.clone, capture_output=True, text=True, check=False,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "RUNNER_TEMP": str(self.folder), "PUBLISH_TARGET": str(self.folder / "www"), "RCLONE_CONF": "", **values})

    def run_steps(self, **variables):
        """name -> the finished run, of every step with a shell; as a forge does it, only those that always run go on after a failure."""
        runs = {}
        failed = False
        for step in self.steps:
            condition = str(step.get("if"))
            if "run" not in step or step["name"] in NOT_HERE or (failed and "always()" not in condition):
                continue
            if "vars.PUBLISH_BASE_URL != ''" in condition and not variables.get("PUBLISH_BASE_URL"):
                continue
            if "!inputs.allow_vanished" in condition and variables.get("ALLOW_VANISHED") == "true":
                continue
            runs[step["name"]] = self.run_step(step, **variables)
            failed = failed or runs[step["name"]].returncode != 0
        return runs

    def serve(self):
        """The address at which readers find what is published."""
        (self.folder / "www").mkdir()
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=self.folder / "www"))
        threading.Thread(target=server.serve_forever).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_port}/"

    def assert_sound(self, runs):
        self.assertEqual({}, {name: run.stdout + run.stderr for name, run in runs.items() if run.returncode})

    def sarif(self):
        return json.loads((self.clone / "vav.sarif").read_text(encoding="utf-8"))

    def test_what_it_says(self):
        self.assertEqual([], list(workflow_faults(self.text)))
        self.assertTrue({step.get("name") for step in self.steps} >= NOT_HERE)

    def test_red_twin_what_it_says(self):
        spoilt = (self.text.replace("11bd71901bbe5b1630ceea73d27597364c9af683", "v4"), self.text.replace(" # v4.2.2", ""),
                  self.text.replace("run: ./dev program", "run: echo ${{ github.head_ref }}"), self.text.replace("  contents: read\nconcurrency", "  contents: write\nconcurrency"))
        for text in spoilt:
            self.assertEqual(1, len(list(workflow_faults(text))))

    def test_a_sound_tree_is_published(self):
        runs = self.run_steps()
        self.assert_sound(runs)
        self.assertEqual({step["name"] for step in self.steps if "run" in step} - NOT_HERE - {"Build the site for web servers", "Hold it against what is published"}, runs.keys())
        self.assertEqual([], list(sarif_faults(self.sarif(), self.clone)))
        self.assertEqual(tree(self.clone / "build/site"), tree(self.folder / "www"))
        self.assertTrue((self.clone / "build/site.zip").is_file())

    def test_with_a_base_url_the_site_for_web_servers_is_published_and_none_of_it_vanishes(self):
        address = self.serve()
        runs = self.run_steps(PUBLISH_BASE_URL=address)
        self.assert_sound(runs)
        self.assertEqual({step["name"] for step in self.steps if "run" in step} - NOT_HERE, runs.keys())
        self.assertIn("::notice::", runs["Hold it against what is published"].stdout)
        self.assertEqual(tree(self.clone / "build/web"), tree(self.folder / "www"))
        self.assertEqual("web", json.loads((self.folder / "www/manifest.json").read_text(encoding="utf-8"))["target"])
        self.assertIn(address, (self.folder / "www/sitemap.xml").read_text(encoding="utf-8"))

        # What is published has a page that the next site lacks.
        before = self.publish_one_that_will_vanish()
        runs = self.run_steps(PUBLISH_BASE_URL=address)
        self.assertEqual({"Hold it against what is published": 1}, {name: run.returncode for name, run in runs.items() if run.returncode})
        self.assertNotIn("Publish it", runs)
        self.assertIn("begrepp/borta/index.html", runs["Hold it against what is published"].stderr)
        self.assertEqual(before, tree(self.folder / "www"))

        # Where readers' server shows no manifest, publishing itself sees what would vanish at the target; by hand it can be let.
        publish = next(step for step in self.steps if step.get("name") == "Publish it")
        run = self.run_step(publish, PUBLISH_BASE_URL=address)
        self.assertEqual(1, run.returncode, run.stdout + run.stderr)
        self.assertIn("begrepp/borta/index.html", run.stderr)
        self.assertEqual(before, tree(self.folder / "www"))
        run = self.run_step(publish, PUBLISH_BASE_URL=address, ALLOW_VANISHED="true")
        self.assertEqual(0, run.returncode, run.stdout + run.stderr)
        self.assertIn("begrepp/borta/index.html", run.stderr)
        self.assertEqual(tree(self.clone / "build/web"), tree(self.folder / "www"))

    def publish_one_that_will_vanish(self):
        page = self.clone / "content/begrepp/borta.md"
        page.write_text("---\ntitle: Borta snart\ndefinition: Något som inte blir kvar.\n---\n\nDet blir inte kvar.\n", encoding="utf-8")
        run = subprocess.run([self.clone / "build/bin/vav", "build", "content", "--target", "web", "--base-url", "https://example.org/", "--out", "build/web"], cwd=self.clone, capture_output=True, text=True, check=False)
        self.assertEqual(0, run.returncode, run.stderr)
        # A finished folder alone, whose content nobody asks for.
        run = subprocess.run([self.clone / ".ci/publish.sh", self.clone / "build/web", self.folder / "www"], capture_output=True, text=True, check=False)
        self.assertEqual(0, run.returncode, run.stderr)
        page.unlink()
        return tree(self.folder / "www")

    def test_what_vav_says_when_it_refuses_is_shown_in_one_line(self):
        shutil.rmtree(self.clone / "content")
        runs = self.run_steps()
        self.assertEqual({"Find faults": 3, "Show them on the lines": 3}, {name: run.returncode for name, run in runs.items()})
        shown = runs["Show them on the lines"]
        self.assertEqual("", shown.stderr)
        self.assertRegex(shown.stdout, r"\A::error::There are no findings to show: vav: .*\n\Z")

    def test_faults_are_shown_on_their_lines_and_nothing_is_published(self):
        page = self.clone / "content/begrepp/fel å.md"
        page.write_text("---\ntitle: Fel\ndefinition: Fel\n---\n\nSe [[finns-inte-alls]].\n", encoding="utf-8")
        good_name = self.clone / "content/begrepp/fel.md"
        good_name.write_text("---\ntitle: Fel\ndefinition: Fel\n---\n\nSe [[finns-inte-alls]].\n", encoding="utf-8")
        runs = self.run_steps()
        self.assertEqual({"Find faults": 1, "Show them on the lines": 0}, {name: run.returncode for name, run in runs.items()})
        sarif = self.sarif()
        self.assertEqual([], list(sarif_faults({**sarif, "runs": [{**sarif["runs"][0], "results": [one for one in sarif["runs"][0]["results"] if "%" not in json.dumps(one)]}]}, self.clone)))
        shown = runs["Show them on the lines"].stdout.splitlines()
        self.assertTrue(any(re.match(r"::error file=content/begrepp/fel\.md,line=6,col=\d+,endColumn=\d+,title=[a-z-]+::.*finns-inte-alls", line) for line in shown), shown)
        self.assertTrue(any(line.startswith("::error file=content/begrepp/fel å.md,line=1") for line in shown), shown)
        self.assertFalse((self.folder / "www").exists())

    def test_red_twin_sarif(self):
        self.run_step(next(step for step in self.steps if step.get("name") == "Find faults"))
        good = json.dumps(self.sarif())
        result = {"ruleId": "dead-link", "level": "error", "message": {"text": "x"},
                  "locations": [{"physicalLocation": {"artifactLocation": {"uri": "content/vav.yaml"}, "region": {"startLine": 1, "startColumn": 1, "endColumn": 2}}}]}

        def spoilt(change):
            sarif = json.loads(good)
            sarif["runs"][0]["results"] = [json.loads(json.dumps(result))]
            change(sarif)
            return list(sarif_faults(sarif, self.clone))
        place = lambda sarif: sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        self.assertEqual([], spoilt(lambda sarif: None))
        for change in (lambda sarif: sarif.update(version="2.0"), lambda sarif: sarif["runs"][0]["results"][0].update(ruleId="no-rule"),
                       lambda sarif: place(sarif)["artifactLocation"].update(uri="vav.yaml"), lambda sarif: place(sarif)["region"].update(startLine=0),
                       lambda sarif: sarif["runs"][0].pop("columnKind")):
            self.assertEqual(1, len(spoilt(change)))


if __name__ == "__main__":
    unittest.main()
