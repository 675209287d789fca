"""Markdown pages with the constructs that real TechDocs have, about as often as they have them."""

import os.path
import random

from corpus.code import code_block
from corpus.prose import Prose

SHORTEST, LONGEST = 500, 30_000


class PageWriter:
    """Writes the pages of one repository."""

    def __init__(self, prose: Prose, source: random.Random, paths: list[str], pictures: list[str]):
        """
        - paths: all pages of the repository, relative to its docs folder; links lead to them.
        - pictures: pictures in the same folder.
        """
        self.prose = prose
        self.source = source
        self.paths = paths
        self.pictures = pictures
        self._blocks = [
            (30, prose.paragraph),
            (13, self._list),
            (14, lambda: code_block(source, prose.subject)),
            (3, self._table),
            (4, self._admonition),
            (1, self._details),
            (1.5, self._tabs),
            (1, self._tasks),
            (1.5, self._quote),
            (2, self._picture),
            (1, self._footnote),
            (12, self._linking_paragraph),
        ]
        self._weights = [weight for weight, _ in self._blocks]
        self._path = ""
        self._footnotes = 0

    def page(self, path: str, title: str) -> str:
        """A page of 0.5 to 30 kB, of 5 to 6 kB on average."""
        self._path = path
        self._footnotes = 0
        length = min(LONGEST, max(SHORTEST, int(self.source.lognormvariate(8.25, 0.85))))
        parts = [self._front_matter(title), f"# {title}", self.prose.paragraph()]
        written = sum(len(part) for part in parts)
        depth = 2
        while written < length:
            if self.source.random() < 0.2:
                depth = self.source.choice((2, 2, 3, 3, 4)) if depth > 2 else 3
                part = "#" * min(depth, 4) + " " + self.prose.title()
            else:
                part = self.source.choices(self._blocks, weights=self._weights)[0][1]()
            parts.append(part)
            written += len(part) + 2
        return "\n\n".join(part for part in parts if part) + "\n"

    def _front_matter(self, title: str) -> str:
        if self.source.random() > 0.13:
            return ""
        tags = ", ".join(self.prose.words(2))
        return f'---\ntitle: "{title}"\ndescription: About {title.lower()}\ntags: [{tags}]\n---'

    def _link(self) -> str:
        """To another page of the repository, relative to this one."""
        target = self.source.choice(self.paths)
        relative = os.path.relpath(target, os.path.dirname(self._path) or ".")
        return f"[{self.prose.identifier()} {self.prose.identifier()}]({relative})"

    def _linking_paragraph(self) -> str:
        return self.prose.paragraph() + f"\nSee {self._link()} and {self._link()}."

    def _list(self) -> str:
        """Two levels, sometimes three; some loose, some with code inside."""
        numbered = self.source.random() < 0.35
        loose = self.source.random() < 0.15
        marker = "1. " if numbered else "- "
        indent = " " * len(marker)
        lines = []
        for _ in range(self.source.randint(2, 7)):
            lines.append(marker + self.prose.sentence())
            chance = self.source.random()
            if chance < 0.2:
                for _ in range(self.source.randint(1, 3)):
                    lines.append(f"{indent}- {' '.join(self.prose.words(6))}")
                if chance < 0.05:
                    lines.append(f"{indent}  - {' '.join(self.prose.words(5))}")
            elif chance < 0.25:
                block = code_block(self.source, self.prose.subject).split("\n")
                lines += [""] + [indent + line if line else line for line in block] + [""]
            if loose:
                lines.append("")
        return "\n".join(lines).rstrip()

    def _table(self) -> str:
        columns = self.source.randint(2, 5)
        rows = [" | ".join(self.prose.words(columns)), " | ".join(["---", ":---:", "---:"][
            (column % 3)] for column in range(columns))]
        for _ in range(self.source.randint(3, 14)):
            cells = [" ".join(self.prose.words(self.source.randint(1, 4))) for _ in range(columns)]
            cells[0] = f"`{cells[0].replace(' ', '_')}`"
            rows.append(" | ".join(cells))
        return "\n".join(f"| {row} |" for row in rows)

    def _indented(self, blocks: list[str]) -> str:
        lines = "\n\n".join(blocks).split("\n")
        return "\n".join("    " + line if line else line for line in lines)

    def _admonition(self) -> str:
        kind = self.source.choice(("note", "tip", "warning", "danger", "info", "example"))
        title = f' "{self.prose.title()}"' if self.source.random() < 0.5 else ""
        return f"!!! {kind}{title}\n\n" + self._indented([self.prose.paragraph()])

    def _details(self) -> str:
        body = [self.prose.paragraph(), code_block(self.source, self.prose.subject)]
        return f'??? note "{self.prose.title()}"\n\n' + self._indented(body)

    def _tabs(self) -> str:
        return "\n\n".join(
            f'=== "{self.prose.identifier().capitalize()}"\n\n'
            + self._indented([self.prose.paragraph(1), code_block(self.source, self.prose.subject)])
            for _ in range(self.source.randint(2, 3))
        )

    def _tasks(self) -> str:
        marks = self.source.choices(("x", " "), k=self.source.randint(2, 5))
        return "\n".join(f"- [{mark}] {self.prose.sentence()}" for mark in marks)

    def _quote(self) -> str:
        text = "> " + self.prose.paragraph().replace("\n", "\n> ")
        return "> [!NOTE]\n" + text if self.source.random() < 0.6 else text

    def _picture(self) -> str:
        relative = os.path.relpath(
            self.source.choice(self.pictures), os.path.dirname(self._path) or "."
        )
        return f"![{self.prose.title()}]({relative})"

    def _footnote(self) -> str:
        self._footnotes += 1
        number = self._footnotes
        return f"{self.prose.paragraph()}[^{number}]\n\n[^{number}]: {self.prose.sentence()}"
