"""Sentences, paragraphs and titles."""

import random

from corpus.vocabulary import Vocabulary


class Prose:
    """Writes text about the subject of one repository.

    Every tenth word comes from the subject's own words, so that a search for them finds this
    repository first.
    """

    def __init__(self, vocabulary: Vocabulary, source: random.Random):
        self.vocabulary = vocabulary
        self.source = source
        self.subject = vocabulary.topic(source, 40)
        self.line_length = source.choice((88, 100, 10_000))
        """Where lines are broken; the largest stands for authors who do not break them."""

    def words(self, count: int) -> list[str]:
        drawn = self.vocabulary.draw(self.source, count)
        for position in range(self.source.randrange(10), count, 10):
            drawn[position] = self.source.choice(self.subject)
        return drawn

    def title(self) -> str:
        """Two to four words, at least one of them of the subject."""
        words = self.words(self.source.randint(1, 3)) + [self.source.choice(self.subject)]
        return " ".join(words).capitalize()

    def identifier(self) -> str:
        return self.source.choice(self.subject)

    def sentence(self) -> str:
        words = self.words(self.source.randint(6, 24))
        self._mark_up(words)
        if len(words) > 14:
            words[len(words) // 2] += ","
        words[0] = words[0].capitalize()
        return " ".join(words) + "."

    def paragraph(self, sentences: int | None = None) -> str:
        """Without a line break at its end."""
        count = sentences or self.source.randint(2, 6)
        return self.wrap(" ".join(self.sentence() for _ in range(count)))

    def wrap(self, text: str) -> str:
        """Breaks lines at spaces; a word that is longer than a line stays whole."""
        if len(text) <= self.line_length:
            return text
        lines, line = [], ""
        for word in text.split(" "):
            if line and len(line) + len(word) >= self.line_length:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        return "\n".join(lines + [line])

    def _mark_up(self, words: list[str]) -> None:
        """Sets one word of most sentences in code, bold, italics or as an address."""
        chance = self.source.random()
        position = self.source.randrange(1, len(words))
        word = words[position]
        if chance < 0.30:
            words[position] = f"`{word}_{words[0]}`"
        elif chance < 0.42:
            words[position] = f"**{word}**"
        elif chance < 0.48:
            words[position] = f"*{word}*"
        elif chance < 0.51:
            words[position] = f"[{word}](https://{word}.example/{words[0]})"
        elif chance < 0.53:
            words[position] = f"https://{word}.example/{words[0]}"
