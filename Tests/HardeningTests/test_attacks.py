"""Hostile repositories are built by the real program, and what comes out is judged."""

from __future__ import annotations

import re
import subprocess
import unittest

from corpora import descriptors, markdown, repositories, yaml_files
from judging import counts, markup, program, sites

CONFIGURATION = (
    "site_name: Attacks\nmarkdown_extensions: [toc, attr_list, md_in_html, admonition, footnotes, abbr, def_list, tables,"
    " pymdownx.snippets, pymdownx.details, pymdownx.superfences, pymdownx.tabbed, pymdownx.keys, pymdownx.critic,"
    " pymdownx.mark, pymdownx.caret, pymdownx.tilde, pymdownx.arithmatex, pymdownx.emoji, pymdownx.magiclink, pymdownx.tasklist]\n"
)


class Judged(unittest.TestCase):
    """What holds for every site, whatever is in it."""

    maxDiff = None

    def expect_harmless(self, build: program.Build) -> None:
        """The build ended in time, nothing in the output runs or loads, and the program's own audit says so, too."""
        self.assertIn(build.code, (0, 1), build.text[-2_000:])
        self.assertEqual(markup.faults(build.output)[:20], [])
        audit = subprocess.run(
            [str(program.program), "audit", "--format", "text", "--color", "never", str(build.output)],
            text=True, capture_output=True, check=False, cwd="/", errors="replace",
        )
        errors = re.findall(r"^(error: .*)\n\s*--> (.*)", audit.stdout, re.M)
        self.assertEqual(errors[:20], [], audit.stderr)
        self.assertIn(audit.returncode, (0, 1), audit.stderr)


class MarkdownTests(Judged):
    def test_attacks_in_pages_become_text(self) -> None:
        self.assertGreaterEqual(markdown.COUNT, 200)
        with program.Place() as place:
            before = sites.baseline(place)
            sites.add(place, {"attacks": {
                "catalog-info.yaml": sites.component("attacks", owner="nobody").encode(),
                "mkdocs.yml": CONFIGURATION.encode(),
                "docs/index.md": b"# Attacks\n",
                **{f"docs/{name}": page for name, page in markdown.pages().items()},
            }})
            build = place.build()
            self.expect_harmless(build)
            self.assertEqual(sites.changed(before.output, build.output), [])
            # A page that is refused says so; all others show what honest authors wrote around the attack.
            for name in markdown.pages():
                stem = name.removesuffix(".md")
                page = build.output / f"docs/default/component/attacks/{stem}/index.html"
                self.assertTrue(page.exists(), stem)
                self.assertIn(b"honest line", page.read_bytes(), stem)
            counts.tell(f"{markdown.COUNT} pages")


class DescriptorTests(Judged):
    def test_attacks_in_descriptors_become_text(self) -> None:
        self.assertGreaterEqual(descriptors.COUNT, 40)
        with program.Place() as place:
            before = sites.baseline(place)
            sites.add(place, descriptors.repositories())
            build = place.build()
            self.expect_harmless(build)
            self.assertEqual(sites.changed(before.output, build.output), [])
            self.assertFalse([path for path in place.path.parent.glob("escaped*")])
            counts.tell(f"{descriptors.COUNT} descriptors")

    def test_a_table_for_spreadsheets_computes_nothing(self) -> None:
        with program.Place() as place:
            place.write({"site.yaml": sites.SETTINGS})
            sites.add(place, {name: descriptors.repositories()[name] for name in ("title-formula", "title-formulas", "tags")})
            place.build()
            table = subprocess.run(
                [str(program.program), "query", "--source", str(place.path / "dist"), "--format", "csv", "{}"],
                text=True, capture_output=True, check=False, cwd=place.path,
            )
            for field in re.findall(r'(?:^|,)"?([=@][^,]*)', table.stdout, re.M):
                self.fail(f"{field!r} begins as a formula does")


class YAMLTests(Judged):
    def test_broken_files_cost_themselves_only(self) -> None:
        self.assertGreaterEqual(yaml_files.COUNT, 60)
        with program.Place() as place:
            before = sites.baseline(place)
            sites.add(place, yaml_files.repositories())
            build = place.build()
            self.expect_harmless(build)
            self.assertEqual(sites.changed(before.output, build.output), [])
            self.assertLess(build.peak_kilobytes, 1_500_000)
            found: dict[str, set[str]] = {}
            for match in re.finditer(r"\[([a-z-]+)\]\n\s*--> ([^:\n]+):", build.text):
                found.setdefault(match[2], set()).add(match[1])
            for name, (_, expected) in yaml_files.FILES.items():
                # Nobody owns any of them.
                ids = found.get(name, set()) - {"relation-target-missing"}
                if expected is None:
                    self.assertFalse(ids, name)
                    self.assertTrue((build.output / f"catalog/default/component/yaml-{name}/index.html").exists(), name)
                elif expected != yaml_files.ANY:
                    self.assertIn(expected, ids, name)
            counts.tell(f"{yaml_files.COUNT} files of YAML")


class RepositoryTests(Judged):
    def test_nothing_is_read_run_or_written_outside(self) -> None:
        self.assertGreaterEqual(repositories.COUNT, 50)
        with program.Place() as place:
            before = sites.baseline(place)
            outside = place.path / "outside"
            names = repositories.make_all(place.path / "repos", outside)
            clones = "".join(f"  - {{git: {place.path}/repos/{name}/.git, name: {name}-clone}}\n" for name in repositories.CLONED)
            place.write({"site.yaml": sites.SETTINGS + clones})
            around = program.contents(outside)
            build = place.build(environment={"CALLBOARD_CANARY": repositories.CANARY + "-environment"})
            self.expect_harmless(build)
            self.assertEqual(sites.changed(before.output, build.output), [])
            self.assertNotIn(repositories.CANARY, build.text)
            checkouts = str(place.path / "repos").encode()
            for path, content in program.contents(build.output).items():
                self.assertNotIn(repositories.CANARY.encode(), content, path)
                self.assertNotIn(checkouts, content, path)
            self.assertFalse((outside / "executed").exists(), "a program of a repository has run")
            self.assertEqual(program.contents(outside), around)
            self.assertLess(build.peak_kilobytes, 1_500_000)
            self.expect_safe_names(build)
            counts.tell(f"{len(names)} repositories")

    def expect_safe_names(self, build: program.Build) -> None:
        """No two published files are one to a file system that folds case or accents, none has a name of Windows'."""
        import unicodedata

        folded: dict[str, str] = {}
        for path in program.contents(build.output):
            # What entities are called is Backstage's to say.
            if not path.startswith("docs/"):
                self.assertNotIn(path, {"_headers", "CNAME", "sw.js", ".htaccess"})
                continue
            key = unicodedata.normalize("NFC", path).casefold()
            self.assertNotIn(key, folded, f"{path} and {folded.get(key)}")
            folded[key] = path
            for part in path.split("/")[4:]:
                self.assertIsNone(re.fullmatch(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", part), path)
                self.assertFalse(part.endswith((".", " ")), path)
                self.assertFalse(part.startswith("."), path)
                self.assertIsNone(re.search(r'[<>:"|?*\\\x00-\x1f]', part), path)
