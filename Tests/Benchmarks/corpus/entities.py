"""A large catalog without documentation, whose entities differ in popularity as real ones do."""

import bisect
import itertools
import json
import random
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

VERSION = 1
"""Raise it with every change to what is generated."""

_RELATIONS_EACH = 2.65
_BUSIEST_SHARE = 0.05
"""How many of all entities depend on the one that most depend on."""

_PER_REPOSITORY = 4
_KINDS = {  # Share of all entities.
    "Group": 0.05, "User": 0.09, "Domain": 0.01, "System": 0.06,
    "API": 0.12, "Resource": 0.12, "Component": 0.55,
}


@dataclass(frozen=True)
class EntityCorpus:
    """What was generated, as its stamp file has it."""

    version: int
    entities: int
    relations: int
    """Declared ones; the catalog also has the opposite of each."""
    busiest: int
    """How many entities depend on the most popular one."""

    @staticmethod
    def made(folder: Path, count: int) -> "EntityCorpus":
        """The corpus in a folder, generated unless it is there already."""
        stamp = folder / "corpus.json"
        if stamp.exists():
            found = EntityCorpus(**json.loads(stamp.read_text()))
            if (found.version, found.entities) == (VERSION, count):
                return found
        shutil.rmtree(folder, ignore_errors=True)
        corpus = _Catalog(count).write(folder)
        stamp.write_text(json.dumps(asdict(corpus)))
        return corpus


class _Catalog:
    def __init__(self, count: int):
        self.random = random.Random(f"entities/{count}")
        self.count = count
        self.sizes = {kind: max(2, int(count * share)) for kind, share in _KINDS.items()}
        self.sizes["Component"] += count - sum(self.sizes.values())
        self.relations = 0
        self.dependents = [0] * (self.sizes["Component"] + self.sizes["Resource"])

    def write(self, folder: Path) -> EntityCorpus:
        documents = [
            self._document(kind, number)
            for kind, size in self.sizes.items()
            for number in range(size)
            if kind != "Component"
        ]
        documents += self._components()
        self.random.shuffle(documents)
        for start in range(0, len(documents), _PER_REPOSITORY):
            repository = folder / f"repos/repository-{start // _PER_REPOSITORY:06}"
            repository.mkdir(parents=True)
            text = "---\n".join(documents[start:start + _PER_REPOSITORY])
            (repository / "catalog-info.yaml").write_text(text)
        (folder / "site.yaml").write_text("site: {title: Benchmark}\nsources: [{path: repos/*}]\n")
        return EntityCorpus(VERSION, self.count, self.relations, max(self.dependents))

    def _components(self) -> list[str]:
        """Components take as many dependencies as are needed to reach the number of relations."""
        size = self.sizes["Component"]
        # Each also has an owner and a system.
        wanted = int(self.count * _RELATIONS_EACH) - self.relations - 2 * size
        weights = list(itertools.accumulate(
            _power_law(len(self.dependents), self.count * _BUSIEST_SHARE / wanted)))
        order = list(range(len(self.dependents)))
        self.random.shuffle(order)
        documents = []
        for number in range(size):
            targets: set[int] = set()
            dependencies = wanted * (number + 1) // size - wanted * number // size
            while len(targets) < dependencies:
                target = order[bisect.bisect(weights, self.random.random() * weights[-1])]
                if target != number:
                    targets.add(target)
            for target in targets:
                self.dependents[target] += 1
            self.relations += dependencies
            names = ", ".join(self._dependency(target) for target in sorted(targets))
            documents.append(self._document("Component", number, f"  dependsOn: [{names}]\n"))
        return documents

    def _dependency(self, target: int) -> str:
        components = self.sizes["Component"]
        if target < components:
            return f"component:component-{target}"
        return f"resource:resource-{target - components}"

    def _document(self, kind: str, number: int, more: str = "") -> str:
        name = f"{kind.lower()}-{number}"
        return (
            f"apiVersion: backstage.io/v1alpha1\nkind: {kind}\nmetadata:\n  name: {name}\n"
            f"  description: The {kind.lower()} of number {number} in a made-up catalog.\n"
            f"  tags: [tag-{number % 97}]\nspec:\n{self._spec(kind, number)}{more}"
        )

    def _spec(self, kind: str, number: int) -> str:
        match kind:
            case "Group":
                # The first group has no parent.
                parent = f"  parent: group-{self._related(number)}\n" if number else ""
                return f"  type: team\n  children: []\n{parent}"
            case "User":
                return f"  memberOf: [{self._some('Group')}]\n"
            case "Domain":
                return f"  owner: {self._some('Group')}\n"
            case "System":
                return f"  owner: {self._some('Group')}\n  domain: {self._some('Domain')}\n"
            case _:
                lifecycle = "" if kind == "Resource" else "  lifecycle: production\n"
                definition = '  definition: "{}"\n' if kind == "API" else ""
                return (
                    f"  type: {self.random.choice(('alpha', 'beta', 'gamma'))}\n{lifecycle}"
                    f"{definition}  owner: {self._some('Group')}\n"
                    f"  system: {self._some('System')}\n"
                )

    def _some(self, kind: str) -> str:
        return f"{kind.lower()}-{self._related(self.sizes[kind])}"

    def _related(self, limit: int) -> int:
        """The number of an entity that one more relation leads to."""
        self.relations += 1
        return self.random.randrange(limit)


def _power_law(count: int, top_share: float) -> list[float]:
    """Weights that fall with a power of the rank; the first has a given share of their sum."""
    low, high = 0.0, 3.0
    for _ in range(40):
        exponent = (low + high) / 2
        if 1 / sum((rank + 1) ** -exponent for rank in range(count)) < top_share:
            low = exponent
        else:
            high = exponent
    return [(rank + 1) ** -high for rank in range(count)]
