"""Queries with a known answer, made from the sources of the pages and from no engine's index.

An answer is a set of pages, because some texts stand on several: a query counts as answered by any of
them. A query is only asked when three pages at most would do.
"""

import random
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from searching.pages import Entity, Page

MOST_ANSWERS = 3
_TRIES = 400
_TWIN_SHARE = 0.15
"""How many of the queries for a text are for a page that has a near duplicate, where there is one."""


@dataclass(frozen=True)
class Query:
    """What is typed, and what should come."""

    sort: str
    text: str
    answers: frozenset[str]
    """Keys of pages or entities."""


class QueryMaker:
    """Makes queries of every sort over one corpus."""

    def __init__(self, pages: list[Page], entities: list[Entity]):
        self.pages = pages
        self.entities = entities
        self.twins = [page for page in pages if page.is_twin]
        self.plain = [page for page in pages if not page.is_twin]
        self.titled = [page for page in self.plain if page.title.split()]
        self.keys: list[str] = []
        self.holders: dict[str, array[int]] = defaultdict(lambda: array("I"))
        """The places in `keys` of the pages and entities that have a word, in order."""
        self.titles: dict[str, set[str]] = defaultdict(set)
        self.headings: dict[str, set[str]] = defaultdict(set)
        self.blocks = {page.key: page.blocks for page in pages}
        for page in pages:
            self.titles[page.title.lower()].add(page.key)
            for heading in page.headings:
                self.headings[heading.lower()].add(page.key)
            self._hold(page.key, {word for block in page.blocks for word in block})
        for entity in entities:
            self._hold(entity.key, set(entity.words))
            self.titles[entity.title.lower()].add(entity.key)
        self.sorts: dict[str, Callable[[random.Random], tuple[str, set[str]] | None]] = {
            "title": self._title,
            "two words": self._two_words,
            "heading": self._heading,
            "prefix": self._prefix,
            "typo": self._typo,
            "entity name": self._entity_name,
            "name as words": self._name_as_words,
            "content words": self._content_words,
            "phrase": self._phrase,
        }

    def make(self, seed: int, count: int) -> list[Query]:
        """So many queries of each sort; fewer where the corpus has no more."""
        queries = []
        for sort, make in self.sorts.items():
            source = random.Random(f"{seed}/{sort}")
            made: dict[str, Query] = {}
            for _ in range(_TRIES * count):
                if len(made) == count:
                    break
                drawn = make(source)
                if drawn and 0 < len(drawn[1]) <= MOST_ANSWERS:
                    made.setdefault(drawn[0], Query(sort, drawn[0], frozenset(drawn[1])))
            queries += made.values()
        return queries

    def _titled(self, source: random.Random) -> tuple[str, set[str]]:
        title = source.choice(self.titled).title
        return title, self.titles[title.lower()]

    def _title(self, source: random.Random) -> tuple[str, set[str]]:
        return self._titled(source)

    def _prefix(self, source: random.Random) -> tuple[str, set[str]] | None:
        title, answers = self._titled(source)
        *_, last = title.split()
        if len(last) < 5:
            return None
        cut = len(last) - source.randint(1, min(3, len(last) - 3))
        return title[: len(title) - len(last) + cut], answers

    def _typo(self, source: random.Random) -> tuple[str, set[str]] | None:
        """One slip in the longest word of a title, not in its first letter."""
        title, answers = self._titled(source)
        parts = title.split()
        place = max(range(len(parts)), key=lambda index: len(parts[index]))
        word = parts[place]
        if len(word) < 5 or not word.isalpha():
            return None
        at = source.randrange(1, len(word) - 1)
        letter = source.choice("abcdefghijklmnopqrstuvwxyz")
        parts[place] = source.choice((
            word[:at] + word[at + 1:],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1:],
            word[:at] + word[at + 1] + word[at] + word[at + 2:],
        ))
        return (" ".join(parts), answers) if parts[place] != word else None

    def _heading(self, source: random.Random) -> tuple[str, set[str]] | None:
        headings = source.choice(self.plain).headings
        if not headings:
            return None
        heading = source.choice(headings)
        return heading, self.headings[heading.lower()] | self.titles[heading.lower()]

    def _entity_name(self, source: random.Random) -> tuple[str, set[str]]:
        entity = source.choice(self.entities)
        return entity.name, {other.key for other in self.entities if other.name == entity.name}

    def _name_as_words(self, source: random.Random) -> tuple[str, set[str]]:
        name, answers = self._entity_name(source)
        return name.replace("-", " ").replace("_", " "), answers

    def _paragraph(self, source: random.Random) -> list[str] | None:
        is_twin = self.twins and source.random() < _TWIN_SHARE
        paragraphs = source.choice(self.twins if is_twin else self.plain).paragraphs
        return source.choice(paragraphs) if paragraphs else None

    def _hold(self, key: str, words: set[str]) -> None:
        for word in words:
            self.holders[word].append(len(self.keys))
        self.keys.append(key)

    def _having(self, chosen: list[str]) -> set[str]:
        return {self.keys[place] for place in set.intersection(*(set(self.holders[word]) for word in chosen))}

    def _two_words(self, source: random.Random) -> tuple[str, set[str]] | None:
        """Two words that hardly another page has together."""
        limit = max(3, len(self.pages) // 50)
        return self._drawn(source, 2, limit)

    def _content_words(self, source: random.Random) -> tuple[str, set[str]] | None:
        """Three words of a paragraph, each of which many pages have."""
        limit = max(20, len(self.pages) // 8)
        return self._drawn(source, 3, limit)

    def _drawn(self, source: random.Random, count: int, limit: int) -> tuple[str, set[str]] | None:
        paragraph = self._paragraph(source) or []
        known = sorted({
            word for word in paragraph if len(word) >= 4 and 1 < len(self.holders[word]) <= limit
        })
        if len(known) < count:
            return None
        chosen = source.sample(known, count)
        return " ".join(chosen), self._having(chosen)

    def _phrase(self, source: random.Random) -> tuple[str, set[str]] | None:
        """Four to six words in a row, common ones among them."""
        paragraph = self._paragraph(source) or []
        length = source.randint(4, 6)
        if len(paragraph) < length:
            return None
        start = source.randrange(len(paragraph) - length + 1)
        phrase = paragraph[start:start + length]
        holders = self._having(phrase)
        return " ".join(phrase), {
            key for key in holders if _has_row(self.blocks.get(key, []), phrase)
        }


def _has_row(blocks: list[list[str]], phrase: list[str]) -> bool:
    return any(row == phrase for block in blocks for row in _rows(block, len(phrase)))


def _rows(words: list[str], length: int) -> Iterator[list[str]]:
    return (words[start:start + length] for start in range(len(words) - length + 1))
