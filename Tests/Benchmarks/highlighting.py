#!/usr/bin/env python3
"""Compares callboard's highlighting with Pygments': token classes and speed, language by language.

    python3 Tests/Benchmarks/highlighting.py FOLDER… [--choice FILE] [--language go] [--half tuning] [--show 30]

The folders hold unpacked packages with code in them; `corpus/real_code.py` chooses files. Characters
count that Pygments gives a class other than text, white space or name; white space within a token
does not. `peers/pygments_classes.py` has the class of each type of Pygments' tokens, a few by language;
"one table" is the agreement without regard to the language. Speed is processor time of
finding the tokens, over the same files in the same run.
"""

import argparse
import collections
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import pygments
from pygments.lexers import get_lexer_by_name

from corpus import real_code
from corpus.real_code import Sample
from harness import machine
from peers.pygments_classes import expected

PACKAGE = Path(__file__).resolve().parent.parent.parent
PYGMENTS_NAMES = {"jinja": "html+jinja", "hcl": "terraform", "protobuf": "protobuf"}
HALVES = {"tuning": False, "held out": True}


@dataclass
class Score:
    """What was counted of one language and one half."""

    files: int = 0
    size: int = 0
    counted: int = 0
    agreeing: int = 0
    agreeing_generally: int = 0
    """Characters of the class that their type has without regard to the language."""
    seconds: float = 0
    pygments_seconds: float = 0
    misses: collections.Counter = field(default_factory=collections.Counter)
    """Characters by Pygments' type and the classes given instead."""
    examples: dict = field(default_factory=lambda: collections.defaultdict(list))
    """Text and line of some of them."""

    @property
    def agreement(self) -> float:
        return self.agreeing / max(self.counted, 1)

    @property
    def general_agreement(self) -> float:
        return self.agreeing_generally / max(self.counted, 1)


def main() -> None:
    options = _options()
    if not options.probe.exists():
        sys.exit(f"{options.probe} is missing: swift build -c release --product RenderProbe")
    samples = _samples(options)
    scores: dict[tuple[str, str], Score] = {}
    for language, of_language in sorted(samples.items()):
        if options.language and language not in options.language.split(","):
            continue
        for half, is_held_out in HALVES.items():
            chosen = [sample for sample in of_language if sample.is_held_out == is_held_out]
            if chosen and (not options.half or half == options.half):
                score = _score(language, chosen, options)
                if score:
                    scores[language, half] = score
                else:
                    print(f"callboard does not know {language}", file=sys.stderr)
    print(f"Pygments {pygments.__version__}; {machine.description()}\n")
    print(_table(scores))
    if options.show:
        for (language, half), score in scores.items():
            _show(language, half, score, options.show)


def _samples(options: argparse.Namespace) -> dict[str, list[Sample]]:
    if options.choice and options.choice.exists():
        return real_code.read(options.choice)
    samples = real_code.collect(options.folders, options.files)
    if options.choice:
        real_code.write(samples, options.choice)
    return samples


def _score(language: str, samples: list[Sample], options: argparse.Namespace) -> Score | None:
    """None when callboard does not know the language."""
    score = Score()
    found = _tokens(language, samples, options)
    if not found:
        return None
    lexer = get_lexer_by_name(
        PYGMENTS_NAMES.get(language, language), stripnl=False, ensurenl=False
    )
    for sample, (seconds, ours) in zip(samples, found, strict=True):
        score.files += 1
        score.size += len(sample.code)
        score.seconds += seconds
        code = sample.code.decode()
        start = time.process_time()
        theirs = list(lexer.get_tokens(code))
        score.pygments_seconds += time.process_time() - start
        _compare(theirs, sample.code, ours, language, score)
    return score


def _compare(theirs: list, code: bytes, ours: bytes, language: str, score: Score) -> None:
    position = 0
    for token, text in theirs:
        raw = text.encode()
        wanted, general = expected(token, language), expected(token)
        if wanted is not None:
            miss = ""
            for index in range(position, position + len(raw)):
                if code[index] in b" \t\n\r":
                    continue
                given = chr(ours[index])
                score.counted += 1
                score.agreeing += given == wanted
                score.agreeing_generally += given == general
                if given != wanted:
                    miss += given
            if miss:
                key = (".".join(token), "".join(sorted(set(miss))).replace(" ", "_"))
                score.misses[key] += len(miss)
                if len(score.examples[key]) < 400:
                    line = code[code.rfind(b"\n", 0, position) + 1 :].partition(b"\n")[0]
                    score.examples[key].append((text[:40], line.decode()[:90].strip()))
        position += len(raw)


def _tokens(language: str, samples: list[Sample], options: argparse.Namespace) -> list:
    """Seconds and the class of every byte for each sample; empty for an unknown language."""
    with tempfile.TemporaryDirectory() as folder:
        listing = ""
        for number, sample in enumerate(samples):
            path = Path(folder, str(number))
            path.write_bytes(sample.code)
            listing += f"{language}\t{path}\n"
        output = subprocess.run(
            [options.probe, "tokens", str(options.rounds)],
            input=listing.encode(),
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    found = []
    while output:
        header, _, output = output.partition(b"\n")
        _, size, seconds = header.split(b"\t")
        if int(size) < 0:
            return []
        found.append((float(seconds), output[: int(size)]))
        output = output[int(size) :]
    return found


def _table(scores: dict[tuple[str, str], Score]) -> str:
    halves = [half for half in HALVES if any(key[1] == half for key in scores)]
    lines = [
        "| language | files | kB |"
        + "".join(f" {half} | one table |" for half in halves)
        + " MB/s | Pygments MB/s | times |",
        "| --- |" + " ---: |" * (5 + 2 * len(halves)),
    ]
    languages = sorted({language for language, _ in scores})
    ratios = []
    for language in languages:
        row = [scores.get((language, half)) for half in halves]
        present = [score for score in row if score]
        size = sum(score.size for score in present)
        ours = size / 1e6 / sum(score.seconds for score in present)
        theirs = size / 1e6 / sum(score.pygments_seconds for score in present)
        ratios.append(ours / theirs)
        cells = "".join(
            f" {100 * score.agreement:.1f} | {100 * score.general_agreement:.1f} |"
            if score
            else "  |  |"
            for score in row
        )
        files = sum(score.files for score in present)
        lines.append(
            f"| {language} | {files} | {size / 1e3:.0f} |{cells}"
            f" {ours:.1f} | {theirs:.2f} | {ours / theirs:.0f} |"
        )
    total = list(scores.values())
    size = sum(score.size for score in total)
    ours = size / 1e6 / sum(score.seconds for score in total)
    theirs = size / 1e6 / sum(score.pygments_seconds for score in total)
    means = "".join(
        f" {100 * statistics.mean(getattr(score, name) for key, score in scores.items() if key[1] == half):.1f} |"
        for half in halves
        for name in ("agreement", "general_agreement")
    )
    lines.append(
        f"| **mean of {len(languages)}** | {sum(score.files for score in total)} | {size / 1e3:.0f}"
        f" |{means} {ours:.1f} | {theirs:.2f} | {ours / theirs:.0f} |"
    )
    return "\n".join(lines)


def _show(language: str, half: str, score: Score, count: int) -> None:
    """The most frequent differences, for mending a grammar."""
    print(f"\n{language}, {half}: {100 * score.agreement:.2f}")
    for (token, given), number in score.misses.most_common(count):
        share = 100 * number / max(score.counted, 1)
        if share < 0.3:
            break
        print(f"  {share:5.2f}  {token} is {given}")
        examples = score.examples[token, given]
        for text, line in examples[:: max(1, len(examples) // 3)][:3]:
            print(f"           {text!r}  in  {line!r}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="where to look for code")
    parser.add_argument(
        "--choice", type=Path, help="keep the chosen files here, and take them from here if it exists"
    )
    parser.add_argument("--files", type=int, default=40, help="files a language and half")
    parser.add_argument("--language", help="these only, with commas between them")
    parser.add_argument("--half", choices=HALVES, help="one half only")
    parser.add_argument("--show", type=int, default=0, help="print so many kinds of difference")
    parser.add_argument("--rounds", type=int, default=3, help="times each file is lexed by callboard")
    parser.add_argument(
        "--probe", type=Path, default=PACKAGE / ".build/release/RenderProbe", help="the binary to ask"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
