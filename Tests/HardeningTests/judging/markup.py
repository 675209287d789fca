"""A second opinion on published files: reads them byte by byte and trusts nothing.

It shares no code with the program. Pages are written by one writer, so whatever is spelt in another way than
that one does is a fault, too.
"""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.S)
_ATTRIBUTE = re.compile(r"([^\s=\"'>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_ADDRESSES = {
    "href", "src", "srcset", "action", "formaction", "data", "poster", "cite", "background", "longdesc", "ping",
    "xlink:href", "manifest", "profile", "usemap", "classid", "codebase", "attributionsrc", "imagesrcset",
}
_FORBIDDEN = {
    "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal", "fencedframe", "template",
    "plaintext", "xmp", "noembed", "noframes", "marquee", "foreignobject", "animate", "set", "animatetransform",
    "animatemotion", "listing", "isindex", "keygen", "bgsound", "audio", "canvas", "textarea", "slot",
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.I)
_PICTURE = re.compile(r"^data:image/(png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]*$", re.I)


def faults(site: Path, hosts: frozenset[str] = frozenset(), pages: str = "**/*") -> list[str]:
    """What is active, foreign or malformed in the files of a site.

    - `hosts`: from which things may be loaded, besides the site itself.
    - `pages`: a pattern of the files to read.
    """
    found: list[str] = []
    for path in sorted(site.glob(pages)):
        if not path.is_file():
            continue
        name = path.relative_to(site).as_posix()
        content = path.read_bytes()
        for fault in _faults_in(path.suffix, name, content, hosts):
            found.append(f"{name}: {fault}")
    return found


def _faults_in(suffix: str, name: str, content: bytes, hosts: frozenset[str]) -> list[str]:
    if suffix == ".html":
        return _page(content, hosts)
    if suffix in {".xml", ".atom"}:
        return _xml(content)
    if suffix in {".json", ".webmanifest"} and not _is_author_file(name):
        try:
            json.loads(content)
        except ValueError as error:
            return [f"is no JSON: {error}"]
    if suffix == ".svg":
        return _drawing(content)
    if suffix in {".htm", ".xhtml", ".shtml", ".swf", ".wasm", ".mjs"}:
        return ["is of a kind that runs"]
    return []


def _is_author_file(name: str) -> bool:
    return name.startswith("docs/")


def _page(content: bytes, hosts: frozenset[str]) -> list[str]:
    found = []
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"is not UTF-8: {error}"]
    if "\0" in text:
        found.append("holds a NUL")
    if not text.lstrip().lower().startswith("<!doctype html"):
        found.append("does not begin with a document type")
    if b'charset="utf-8"' not in content[:1024].lower() and b"charset=utf-8" not in content[:1024].lower():
        found.append("says its encoding too late")
    if "content-security-policy" not in text[:4096].lower():
        found.append("has no policy")
    position = 0
    for tag in _TAG.finditer(text):
        between = text[position : tag.start()]
        if "<" in between.replace("<!doctype", "").replace("<!DOCTYPE", ""):
            found.append(f"has a loose <: {between[between.index('<'):][:60]!r}")
        position = tag.end()
        if not tag[1]:
            found += [f"{fault}: {tag[0][:160]!r}" for fault in _element(tag[2].lower(), tag[3], hosts)]
    return found


def _element(name: str, attributes: str, hosts: frozenset[str]) -> list[str]:
    found = []
    values = {}
    for match in _ATTRIBUTE.finditer(attributes):
        raw = next((part for part in match.groups()[1:] if part is not None), "")
        if match[1].lower() in values:
            found.append(f"has {match[1]} twice")
        values[match[1].lower()] = html.unescape(raw)
    if name in _FORBIDDEN:
        found.append("is an element that has no place")
    for attribute, value in values.items():
        local = attribute.rpartition(":")[2]
        if re.match(r"on[a-z]", local):
            found.append("has a handler")
        if attribute in {"style", "srcdoc", "nonce", "is", "ping", "autofocus", "contenteditable", "accesskey"}:
            found.append(f"has {attribute}")
        if re.match(r"(@|:|v-|x-|ng-|hx-)", attribute):
            found.append("has an attribute of a framework")
        if attribute in _ADDRESSES:
            found += _address(name, attribute, value, hosts)
    if name == "video" and ("controls" not in values or "autoplay" in values):
        found.append("is a video that plays by itself")
    if name == "script" and "src" not in values and values.get("type") not in {"application/json"}:
        found.append("is a script in the page")
    if name == "meta" and values.get("http-equiv", "").lower() == "refresh":
        target = values.get("content", "").partition("url=")[2]
        if urlsplit(target).netloc or _SCHEME.match(target):
            found.append("sends readers elsewhere")
    if values.get("target", "_self") not in {"_self"} and "noopener" not in values.get("rel", ""):
        found.append("opens a page that can reach back")
    return found


def _address(name: str, attribute: str, value: str, hosts: frozenset[str]) -> list[str]:
    # As browsers read addresses: without control characters at the ends, line breaks and tabs anywhere.
    seen = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    if seen != value:
        return ["has an address with blanks"]
    scheme = _SCHEME.match(seen)
    is_loaded = name not in {"a", "blockquote", "q", "del", "ins"} and not (name == "link")
    if attribute == "src" and name == "img" and _PICTURE.match(seen):
        return []
    if scheme and scheme[1].lower() not in _SCHEMES:
        return [f"has an address of {scheme[1]}"]
    if "\\" in seen or seen.startswith("//"):
        return ["has an address of another host in disguise"]
    try:
        parts = urlsplit(seen)
    except ValueError:  # As `https://[`, which leads nowhere.
        return ["loads from what is no address"] if is_loaded else []
    if "@" in parts.netloc:
        return ["has an address with a user"]
    if is_loaded and parts.netloc and parts.hostname not in hosts:
        return [f"loads from {parts.hostname}"]
    return []


def _xml(content: bytes) -> list[str]:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return ["declares entities"]
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        return [f"is no XML: {error}"]
    found = []
    for element in root.iter():
        for attribute, value in element.attrib.items():
            if attribute == "href" and _SCHEME.match(value) and _SCHEME.match(value)[1] not in {"http", "https"}:
                found.append(f"has a link to {value[:60]!r}")
    return found


def _drawing(content: bytes) -> list[str]:
    text = content.decode("utf-8", "replace").lower()
    marks = ("<script", "foreignobject", "javascript:", "<!entity", "<iframe", "<animate", "<set", "http://evil", "//evil")
    found = [f"holds {mark}" for mark in marks if mark in text]
    if re.search(r"\son[a-z]+\s*=", text):
        found.append("has a handler")
    return found
