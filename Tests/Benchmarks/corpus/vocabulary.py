"""The words of the made-up documentation, common ones first."""

import itertools
import random

COMMON = """
the to of and a in is for it that with be as on are this by or from can when not an if which
will one has each at must its after before all only more into then every than other so no same
until while use service request page file value name call data time error set run config team
key build log user client version list state queue test change table event deploy cluster node
read write check token limit host path message order job step default record rule cache start
index schema field server code stage route group batch alert metric store owner query response
release timeout retry replica topic region account payment secret pipeline container image
backup policy role network traffic storage session worker scheduler consumer producer database
branch commit review incident runbook dashboard threshold latency budget window shard partition
endpoint gateway proxy certificate rotation migration snapshot rollback canary feature flag
tenant invoice ledger catalog inventory shipment booking customer contract report export import
""".split()

_ONSETS = "b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sc sl sp st str tr".split()
_VOWELS = "a e i o u ai ea io ou".split()
_CODAS = ["", "", "", "", "", "", "", "l", "m", "n", "r", "s", "t", "nd"]

SIZE = 30_000
"""Distinct words. A search index over real technical documentation of this length has as many."""


class Vocabulary:
    """Words with frequencies that fall as 1 / rank, as they do in natural language."""

    def __init__(self, seed: int):
        self.words = COMMON + _invented(random.Random(f"{seed}/words"), SIZE - len(COMMON))
        self.cumulative = list(
            itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self.words)))
        )

    def draw(self, source: random.Random, count: int) -> list[str]:
        """Words of running text."""
        return source.choices(self.words, cum_weights=self.cumulative, k=count)

    def topic(self, source: random.Random, count: int) -> list[str]:
        """Rarer words, for the subject of one repository or page."""
        return source.sample(self.words[len(COMMON):], count)


def _invented(source: random.Random, count: int) -> list[str]:
    """Words that can be spoken, of one to four syllables, shorter ones earlier; none is common."""
    words = dict.fromkeys(COMMON)
    while len(words) < count + len(COMMON):
        syllables = source.choice((1, 2, 2, 2, 3, 3, 4))
        words["".join(
            source.choice(_ONSETS) + source.choice(_VOWELS) + source.choice(_CODAS)
            for _ in range(syllables)
        )] = None
    return sorted(list(words)[len(COMMON):], key=lambda word: len(word) // 3)
