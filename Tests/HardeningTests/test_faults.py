"""What the machine does to a build: kills, full disks, missing descriptors, damaged caches, other builds.

The site that is served stays the old one or becomes the new one, and the next build needs no cleaning.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import unittest
from collections.abc import Callable
from pathlib import Path

from judging import counts, faults, program, sites
from judging.faults import Portal

LONG = bool(os.environ.get("CALLBOARD_HARDENING_LONG"))
KILLS, EMIT_KILLS, SIGNALS = (200, 50, 20) if LONG else (8, 4, 2)
REPEATS = 5 if LONG else 1
ROUNDS = 20 if LONG else 2
DISKS = 10 if LONG else 3
BUILDS = 40 if LONG else 8
REPOSITORIES = 30 if LONG else 6


class FaultTests(unittest.TestCase):
    def setUp(self) -> None:
        self.place = program.Place()
        self.addCleanup(self.place.__exit__)
        self.portal = Portal(self.place, REPOSITORIES)

    def expect_recovery(self, what: str, output: str = "dist", cache: str = "cache") -> None:
        """The served site is one of both, and the next build gives the new one."""
        self.assertIn(self.portal.served(output), ("old", "new"), what)
        build = self.portal.build("new", output=output, cache=cache)
        self.assertEqual(build.code, 0, f"{what}: {build.text[-1_000:]}")
        self.assertEqual(self.portal.served(output), "new", what)

    # Signals

    def test_kills_leave_one_of_both_sites(self) -> None:
        chance = random.Random(20261121)
        self.portal.build("old")
        seen: dict[str, int] = {"old": 0, "new": 0}
        running = tries = 0
        # How long after the start a build may be killed: adjusted until every second one ends before, so that all of
        # its time is hit, on a busy machine as well.
        spans = {name: self.portal.seconds for name in seen}
        while running < KILLS:
            tries += 1
            self.assertLess(tries, 10 * KILLS + 100, "builds end before they can be killed")
            name = ("new", "old")[tries % 2]
            if faults.kill_at(self.portal.start(name), chance.random() * spans[name]):
                running += 1
                spans[name] *= 1.05
            else:
                spans[name] = max(0.02, spans[name] * 0.95)
            served = self.portal.served()
            self.assertIn(served, seen, f"after kill {tries}")
            seen[served] += 1
        self.expect_recovery("kills")
        litter = [path.name for path in (self.place.path / ".dist.callboard").iterdir() if path.name not in ("lock", "settled", "tree") and not path.name.startswith("manifest-")]
        self.assertEqual(litter, [])
        counts.tell(f"{running} kills of running builds at random times, {tries} builds: {seen}, 0 mixed")

    def test_kills_while_files_are_written_leave_one_of_both_sites(self) -> None:
        chance = random.Random(7)
        self.portal.build("old")
        hit = number = 0
        while hit < EMIT_KILLS:
            number += 1
            self.assertLess(number, 10 * EMIT_KILLS + 20, "builds end before they can be killed")
            name = ("new", "old")[number % 2]
            hit += faults.kill_in_emit(self.portal.start(name), self.place.path / ".dist.callboard", chance)
            self.assertIn(self.portal.served(), ("old", "new"), f"after kill {number}")
        self.expect_recovery("kills in emit")
        counts.tell(f"{hit} kills while files were written, 0 mixed")

    def test_signals_leave_one_of_both_sites(self) -> None:
        chance = random.Random(8)
        self.portal.build("old")
        for number in range(SIGNALS):
            for sent in (signal.SIGTERM, signal.SIGINT):
                faults.kill_at(self.portal.start(("new", "old")[number % 2]), chance.random() * self.portal.seconds, sent)
                self.assertIn(self.portal.served(), ("old", "new"), sent.name)
        self.expect_recovery("signals")
        counts.tell(f"{SIGNALS} SIGTERM and {SIGNALS} SIGINT, 0 mixed")

    # Disks

    def test_full_disks_leave_the_old_site(self) -> None:
        if not faults.can_mount():
            self.skipTest("no file system can be mounted here")
        need = _bytes_on_disk(self.place.path / "expected-new")
        outcomes: dict[str, int] = {}
        for place in ("output", "cache"):
            for number in range(DISKS):
                size = int(need * (1.05 + 1.05 * number / DISKS)) if place == "output" else 16_384 * (number + 1)
                found, text = self._build_on_disk(place, size)
                self.assertIn(found, ("old", "new"), f"{place} of {size} bytes: {text}")
                outcomes[f"{place} {found}"] = outcomes.get(f"{place} {found}", 0) + 1
        counts.tell(f"{2 * DISKS} sizes of disks: {outcomes}")

    def _build_on_disk(self, which: str, size: int) -> tuple[str, str]:
        """What is served after a build of `new` where the disk is too small, and what the build printed."""
        root = self.place.path
        disk = root / "disk"
        shutil.rmtree(disk, ignore_errors=True)
        disk.mkdir()
        kept = root / "kept"
        shutil.rmtree(kept, ignore_errors=True)
        output = disk / "dist" if which == "output" else root / "plain/dist"
        cache = disk / "cache" if which == "cache" else root / "plain-cache"
        command = f"'{program.program}' build --quiet --color never --output '{output}' --cache '{cache}'"
        script = (
            f"mount -t tmpfs -o size={size} none '{disk}' || exit 9\n"
            f"(cd '{root}/old' && {command} >/dev/null 2>&1) || [ {which} = cache ] || exit 8\n"
            f"(cd '{root}/new' && {command} 2>&1); echo \"code $?\"\n"
            f"cp -a '{output}' '{kept}'\n"
        )
        done = subprocess.run(["unshare", "-m", "bash", "-c", script], text=True, capture_output=True, check=False, errors="replace")
        self.assertNotEqual(done.returncode, 9)
        if done.returncode == 8:  # Not even the old site fits: nothing to keep.
            return "old", "too small for one"
        found = self.portal.served("kept")
        code = int(done.stdout.rpartition("code ")[2] or -1)
        if code == 2:
            self.assertIn("failed:", done.stdout)
            self.assertIn(str(root), done.stdout, "the message names the path")
        else:
            self.assertEqual(code, 0, done.stdout[-500:])
            self.assertEqual(found, "new")
        return found, done.stdout[-500:]

    # Situations

    def test_situations_end_as_they_should(self) -> None:
        count = 0
        situations: list[Callable[[], str | None]] = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("situation_")]
        skipped = []
        for situation in situations:
            for _ in range(REPEATS):
                shutil.rmtree(self.place.path / "dist", ignore_errors=True)
                shutil.rmtree(self.place.path / ".dist.callboard", ignore_errors=True)
                self.assertEqual(self.portal.build("old").code, 0)
                reason = situation()
                if reason:
                    skipped.append(f"{situation.__name__}: {reason}")
                    break
                self.expect_recovery(situation.__name__)
                count += 1
        counts.tell(f"{len(situations)} situations, {count} builds, skipped: {skipped or 'none'}")

    def _expect(self, build: program.Build, *codes: int) -> None:
        self.assertIn(build.code, codes, build.text[-1_000:])
        if build.code == 2:
            self.assertIn("failed:", build.text)

    def situation_output_is_read_only(self) -> str | None:
        if not faults.can_mount():
            return "nothing can be mounted"
        output = self.place.path / "dist"
        script = f"mount --bind '{output}' '{output}' && mount -o remount,ro,bind '{output}' && exec \"$@\""
        self._expect(self.portal.build("new", prefix=("unshare", "-m", "bash", "-c", script, "bash")), 2)
        return None

    def situation_everything_is_read_only(self) -> str | None:
        if not faults.can_mount():
            return "nothing can be mounted"
        root = self.place.path
        script = f"mount --bind '{root}' '{root}' && mount -o remount,ro,bind '{root}' && cd '{root}/new' && exec \"$@\""
        self._expect(self.portal.build("new", prefix=("unshare", "-m", "bash", "-c", script, "bash")), 2)
        return None

    def situation_output_is_a_file(self) -> str | None:
        (self.place.path / "file").write_text("mine")
        self._expect(self.portal.build("new", output="file"), 2)
        self.assertEqual((self.place.path / "file").read_text(), "mine")
        return None

    def situation_output_is_somebody_elses(self) -> str | None:
        other = self.place.path / "other"
        other.mkdir(exist_ok=True)
        (other / "mine.txt").write_text("mine")
        self._expect(self.portal.build("new", output="other"), 2)
        self.assertEqual((other / "mine.txt").read_text(), "mine")
        return None

    def situation_output_is_in_a_repository(self) -> str | None:
        output = "new/repos/0-only-new/dist"
        for _ in range(2):
            build = self.portal.build("new", output=output)
            self._expect(build, 0, 1, 2)
        shutil.rmtree(self.place.path / output, ignore_errors=True)
        shutil.rmtree(self.place.path / "new/repos/0-only-new/.dist.callboard", ignore_errors=True)
        return None

    def situation_output_holds_the_sources(self) -> str | None:
        before = program.contents(self.place.path / "new")
        self._expect(self.portal.build("new", output="new"), 2)
        self.assertEqual(program.contents(self.place.path / "new"), before)
        return None

    def situation_few_descriptors(self) -> str | None:
        for limit in (64, 32, 16):
            self._expect(self.portal.build("new", prefix=("prlimit", f"--nofile={limit}")), 0, 2)
            self.assertIn(self.portal.served(), ("old", "new"))
        return None

    def situation_little_memory(self) -> str | None:
        # Too little to start with ends in the loader; what counts is the site.
        build = self.portal.build("new", prefix=("prlimit", f"--as={600 << 20}"))
        self.assertIn(self.portal.served(), ("old", "new"), build.text[-500:])
        return None

    def situation_writes_fail(self) -> str | None:
        # No file may have more than 4 KiB: every longer write fails as on a broken disk.
        script = "trap '' XFSZ; exec \"$@\""
        build = self.portal.build("new", prefix=("bash", "-c", "ulimit -f 4; " + script, "bash"))
        self._expect(build, 2)
        self.assertEqual(self.portal.served(), "old")
        return None

    def situation_cache_is_damaged(self) -> str | None:
        chance = random.Random(3)
        for file in (self.place.path / "cache").rglob("*"):
            if file.is_file() and file.stat().st_size:
                file.chmod(0o644)
                content = bytearray(file.read_bytes())
                for _ in range(10):
                    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
                file.write_bytes(content)
        self._expect(self.portal.build("new"), 0)
        return None

    def situation_cache_is_cut(self) -> str | None:
        for file in (self.place.path / "cache").rglob("*"):
            if file.is_file():
                file.chmod(0o644)
                os.truncate(file, file.stat().st_size // 2)
        self._expect(self.portal.build("new"), 0)
        return None

    def situation_cache_is_a_file(self) -> str | None:
        (self.place.path / "cache-file").write_text("x")
        self._expect(self.portal.build("new", cache="cache-file"), 0, 2)
        return None

    def situation_no_git(self) -> str | None:
        self._expect(self.portal.build("new", environment={"PATH": "/nonexistent"}), 0, 2)
        return None

    def situation_no_home_or_temporary_folder(self) -> str | None:
        self._expect(self.portal.build("new", environment={"HOME": "/nonexistent", "TMPDIR": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"}), 0)
        return None

    def situation_report_cannot_be_written(self) -> str | None:
        self._expect(self.portal.place.build("--report", "json=/dev/full", source="new"), 0, 2)
        return None

    def situation_workers_are_killed(self) -> str | None:
        shutil.rmtree(self.place.path / "cache", ignore_errors=True)
        process = self.portal.start("new")
        while process.poll() is None:
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
            try:
                for child in children.read_text().split():
                    os.kill(int(child), signal.SIGKILL)
                    break
            except (OSError, ValueError):
                pass
            try:
                process.wait(0.2)
            except subprocess.TimeoutExpired:
                continue
        # A page may have become a stub for this build only.
        self.assertIn(process.returncode, (0, 1), faults.said(process)[-500:])
        self.portal.build("old")
        return None

    # Several at once

    def test_builds_at_once_do_not_meet(self) -> None:
        codes: dict[int, int] = {}
        for width in (2, 4, 8) if LONG else (2, 4):
            for round_ in range(ROUNDS):
                processes = [self.portal.start(("old", "new")[number % 2]) for number in range(width)]
                for process in processes:
                    process.wait(program.PATIENCE)
                    codes[process.returncode] = codes.get(process.returncode, 0) + 1
                    self.assertIn(process.returncode, (0, 2), faults.said(process)[-500:])
                    if process.returncode == 2:
                        self.assertIn("failed:", faults.said(process))
                self.assertTrue(any(process.returncode == 0 for process in processes), f"round {round_}")
                self.assertIn(self.portal.served(), ("old", "new"), f"{width} at once, round {round_}")
        self.expect_recovery("builds at once")
        counts.tell(f"builds at once: exit codes {codes}, 0 mixed")


class DeterminismTests(unittest.TestCase):
    def test_circumstances_change_nothing(self) -> None:
        chance = random.Random(5)
        hashes: dict[str, int] = {}
        with program.Place() as place:
            files = sites.honest(REPOSITORIES)
            names = sorted({path.split("/")[1] for path in files if path.startswith("repos/")})
            place.write(files)
            for number in range(BUILDS):
                order = chance.sample(names, len(names))
                sources = "".join(f"  - path: repos/{name}\n" for name in order)
                place.write({"site.yaml": f'site: {{title: Marks, url: "https://portal.example/"}}\nsources:\n{sources}'})
                environment = {
                    "TZ": chance.choice(["UTC", "Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati"]),
                    "LANG": chance.choice(["C", "de_DE.UTF-8", "tr_TR.UTF-8", "ja_JP.UTF-8"]),
                    "LC_ALL": chance.choice(["C", "C.UTF-8", "tr_TR.UTF-8"]),
                    "HOME": chance.choice(["/", "/nonexistent", str(place.path)]),
                }
                mask = chance.choice(["022", "077", "002"])
                build = place.build(
                    "--jobs", str(chance.choice([1, 2, 8, 32])), output=f"dist-{number}", environment=environment,
                    cache=chance.choice([f"cold-{number}", "warm"]),
                    prefix=("bash", "-c", f"umask {mask}; exec \"$@\"", "bash"),
                )
                self.assertEqual(build.code, 0, build.text[-500:])
                found = program.tree_hash(build.output)
                hashes[found] = hashes.get(found, 0) + 1
                shutil.rmtree(build.output)
        self.assertEqual(len(hashes), 1, hashes)
        counts.tell(f"{BUILDS} builds, {len(hashes)} hash")


def _bytes_on_disk(folder: Path) -> int:
    """As a file system of pages of 4 KiB needs them."""
    return sum(4_096 * (1 + (path.stat().st_size - 1) // 4_096 if path.is_file() else 1) for path in folder.rglob("*"))
