"""Files that are almost what they should be: no build of them ends otherwise than with its findings."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import unittest

from corpora import mutations
from judging import counts, markup, program, sites

LONG = bool(os.environ.get("CALLBOARD_HARDENING_LONG"))
SITES, REPOSITORIES = (50, 100) if LONG else (1, 40)
SHARDS = 40 if LONG else 3


class MutationTests(unittest.TestCase):
    def test_mutated_files_cost_themselves_only(self) -> None:
        for seed in range(SITES):
            with self.subTest(seed=seed), program.Place() as place:
                before = sites.baseline(place, count=3)
                sites.add(place, mutations.repositories(REPOSITORIES, seed))
                build = place.build()
                self.assertIn(build.code, (0, 1), build.text[-2_000:])
                self.assertNotIn("markdown-render-failed", build.ids, "a worker has died")
                self.assertEqual(sites.changed(before.output, build.output), [])
                self.assertEqual(markup.faults(build.output)[:20], [])
        counts.tell(f"{SITES} sites of {REPOSITORIES} repositories with mutated files")


class ShardTests(unittest.TestCase):
    def test_damaged_shards_change_nothing(self) -> None:
        chance = random.Random(11)
        with program.Place() as place:
            place.write(sites.honest(12))
            expected = program.tree_hash(place.build(output="expected", cache="cache-0").output)
            for round_ in range(SHARDS):
                for shard in ("1/2", "2/2"):
                    subprocess.run(
                        [str(program.program), "scan", "--shard", shard, "--cache", str(place.path / "cache"), "--quiet"],
                        cwd=place.path, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    )
                for file in sorted((place.path / "cache").rglob("*")):
                    if file.is_file() and file.stat().st_size and chance.random() < 0.6:
                        _damage(file, chance)
                build = place.build()
                self.assertEqual(build.code, 0, f"round {round_}: {build.text[-1_000:]}")
                self.assertEqual(program.tree_hash(build.output), expected, f"round {round_}")
                shutil.rmtree(place.path / "cache")
                shutil.rmtree(build.output)
        counts.tell(f"{SHARDS} builds from damaged shards, 1 hash")


def _damage(file: program.Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    way = chance.randrange(4)
    if way == 0:
        for _ in range(chance.choice([1, 3, 50])):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif way == 1:
        content = content[: chance.randrange(len(content))]
    elif way == 2:
        at = chance.randrange(len(content))
        content[at : at + 8] = b"\xff" * 8
    else:
        content += content * 2
    file.chmod(0o644)
    file.write_bytes(content)
