"""Files that are none, too many or too large, or whose names are not what they seem."""

from __future__ import annotations

import os
import socket

from .repository import CANARY, Repository, attack


@attack
def special_files(at: Repository) -> None:
    at.component()
    os.mkfifo(at.folder / "docs/pipe.md")
    os.mkfifo(at.folder / "mkdocs.yml")
    os.mkfifo(at.folder / "CODEOWNERS")
    here = os.getcwd()
    os.chdir(at.folder)  # The path of a socket is short.
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("docs/socket.md")
    finally:
        os.chdir(here)
    at.link("docs/zero.md", "/dev/zero")
    try:
        os.mknod(at.folder / "docs/device.md", 0o666 | 0o020000, os.makedev(1, 5))
    except PermissionError:
        pass


@attack
def special_files_of_docs(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: x\nplugins: [awesome-pages, literate-nav, awesome-nav, meta, tags]\n")
    for name in [".gitignore", ".gitattributes", ".mailmap", "docs/.gitignore", "docs/.pages", "docs/.nav.yml", "docs/.meta.yml", "docs/SUMMARY.md", "docs/tags.yml"]:
        os.mkfifo(at.folder / name)


@attack
def special_descriptor(at: Repository) -> None:
    os.mkfifo(at.folder / "catalog-info.yaml")
    at.link("catalog-info.yml", "/dev/zero")


@attack
def unreadable(at: Repository) -> None:
    at.component()
    at.write("docs/locked.md", f"{CANARY}-is-readable-by-root-only" if os.getuid() else "honest line", 0o000)


@attack
def huge_files(at: Repository) -> None:
    at.component()
    with open(at.folder / "docs/huge.md", "wb") as file:
        file.truncate(3 << 30)
    with open(at.folder / "docs/huge.png", "wb") as file:
        file.truncate(3 << 30)
    at.write("docs/index.md", "honest line\n\n![x](huge.png) --8<-- \"huge.md\"\n")


@attack
def deep_folders(at: Repository) -> None:
    at.component()
    at.write("docs/" + "d/" * 400 + "x.md", "# Deep\n")


@attack
def deeper_folders(at: Repository) -> None:
    at.component()
    # Too deep for one path.
    here = os.getcwd()
    os.chdir(at.folder / "docs")
    try:
        for _ in range(3_000):
            os.mkdir("d")
            os.chdir("d")
        with open("x.md", "w") as file:
            file.write("# Deeper\n")
    finally:
        os.chdir(here)


@attack
def long_names(at: Repository) -> None:
    at.component()
    at.write("docs/" + "a" * 252 + ".md", "# Long\n")
    at.write("docs/" + "ü" * 125 + ".png", b"\x89PNG\r\n\x1a\n")
    at.write("docs/" + ("b" * 250 + "/") * 3 + "x.md", "# Long path\n")
    # A `~` more than these have would be too long.
    for name in ["con." + "c" * 247 + ".txt", "aux." + "d" * 251 + "/x.md", "e" * 254 + "./x.md", "f" * 255 + "/x.md", "F" * 255 + "/x.md"]:
        at.write(f"docs/{name}", "# Long\n")


@attack
def strange_names(at: Repository) -> None:
    at.component()
    for name in ["line\nbreak", "tab\tname", "bell\x07", "back\\slash", "quote\"'<img src=x onerror=__xss(1)>", "colon:x", "star*?", "percent%2e%2e", " space ",
                 "\u202egnp.exe", "-option", "--8<--", "{{ 1 }}", "$(id)", "`id`", "a;b&c|d", "\udcff\udcfe", "nul\u2028sep", "javascript:__xss(1)", "#fragment?query", "~tilde",
                 "\u200bzero", "ﬁ", "___proto___", "constructor", "..md", "...", ". .", "x."]:
        at.write(f"docs/{name}.md", "# Strange\n")
        at.write(f"docs/{name}.png", b"\x89PNG\r\n\x1a\n")


@attack
def case_collisions(at: Repository) -> None:
    at.component()
    for name in ["Guide.md", "guide.md", "GUIDE.md", "guide/index.md", "guide/README.md", "Guide/Index.md", "pic.png", "PIC.png", "straße.md", "STRASSE.md", "index/index.md",
                 "\u017flow.md", "slow.md", "\u03c2.txt", "\u03c3.txt", "\u212a.txt", "k.txt", "\u1e9e.txt", "ss.txt"]:
        at.write(f"docs/{name}", f"# {name}\n")


@attack
def unicode_collisions(at: Repository) -> None:
    at.component()
    for name in ["caf\u00e9", "cafe\u0301", "\u212bngstrom", "\u00c5ngstrom", "A\u030angstrom", "ﬁle", "file"]:
        at.write(f"docs/{name}.md", f"# {name.encode()}\n")
        at.write(f"docs/{name}.txt", name)


@attack
def reserved_names(at: Repository) -> None:
    at.component()
    for name in ["con", "PRN", "aux", "NUL", "com1", "COM¹", "lpt9", "con.x", "aux.tar", "trailing.", "trailing ", "CLOCK$", "-", "search", "assets", "api"]:
        at.write(f"docs/{name}.md", "# Reserved\n")
        at.write(f"docs/{name}/page.md", "# Below\n")
        at.write(f"docs/{name}.txt", "reserved")


@attack
def planted_control_files(at: Repository) -> None:
    at.component()
    for name in ["_headers", "_redirects", "CNAME", ".htaccess", "web.config", "sw.js", "service-worker.js", "robots.txt", ".well-known/security.txt", "security.txt",
                 ".nojekyll", "index.html", "404.html", "x.htm", "x.xhtml", "x.xml", "x.mjs", "x.wasm", "x.swf", "x.css", "x.hta", "manifest.webmanifest", ".user.ini",
                 "netlify.toml", "_worker.js", "_routes.json", "staticwebapp.config.json", "crossdomain.xml", "clientaccesspolicy.xml", "ads.txt", "x.svgz", "x.pdf.html", "llms.txt", "llms-2.txt", "LLMS.TXT"]:
        at.write(f"docs/{name}", f"planted {CANARY}-script <script>__xss(1)</script>" if name.endswith(("html", "htm", "xhtml", "js", "css", "xml")) else "planted")
    at.write("docs/index.md", "honest line\n\n[a](index.html) [b](sw.js) [c](_headers) [d](x.htm) [e](x.xml) ![f](x.svgz)\n")


@attack
def pages_as_files(at: Repository) -> None:
    # Pages whose folders would stand where files do, and files where pages do.
    at.component()
    for name in ["index.html", "index.md", "llms.txt", "llms-2.txt", "sub/index.html", "sub/index.md", "pic.png", "INDEX.HTML", "feed.atom"]:
        at.write(f"docs/{name}.md", "# Page\n")
    at.write("docs/pic.png", b"\x89PNG\r\n\x1a\n")
    at.write("docs/other.png", b"\x89PNG\r\n\x1a\n")
    at.write("docs/index.html/below.md", "# Below\n")
    at.write("mkdocs.yml", "site_name: x\nplugins:\n  - redirects:\n      redirect_maps:\n        other.png/x.md: index.md\n        llms-3.txt.md: index.md\n        index.html/y.md: index.md\n")


@attack
def facets_as_files(at: Repository) -> None:
    values = ["index.html", "index.md", "recent.json", "con", "feed.atom", "-", "..", "2", "a/b"]
    at.write("catalog-info.yaml", "".join(
        f"---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {{name: facet-{number}, tags: [\"{value}\"]}}\nspec: {{type: \"{value}\", lifecycle: \"{value}\", owner: \"{value}\", system: \"{value}\"}}\n"
        for number, value in enumerate(values)))


@attack
def names_as_files(at: Repository) -> None:
    names = ["index.html", "index", "index.json", "con", "-a", "2", "query", "by-name", "entities", "openapi.json"]
    at.write("catalog-info.yaml", "".join(
        f"---\napiVersion: backstage.io/v1alpha1\nkind: {kind}\nmetadata: {{name: \"{name}\", annotations: {{backstage.io/techdocs-ref: \"dir:.\"}}}}\nspec: {{type: x, lifecycle: y, owner: nobody, children: []}}\n"
        for name in names for kind in ["Component", "Group"]))
    at.write("docs/index.md", "honest line\n")


@attack
def hidden_files(at: Repository) -> None:
    at.component()
    for name in [".env", ".npmrc", ".git-credentials", ".ssh/id_rsa", ".aws/credentials", ".docs.txt", ".hidden/page.md", "page.md.swp", "page.md~", "id_rsa", "id_rsa.pem", "server.key", "x.pfx", "terraform.tfstate", "backup.sql", "dump.bak"]:
        at.write(f"docs/{name}", f"{CANARY}-hidden")


@attack
def secret_shapes(at: Repository) -> None:
    at.component()
    # Put together here, so that nobody takes this file for one that holds secrets.
    shapes = {
        "key.txt": "-----BEGIN " + f"RSA PRIVATE KEY-----\n{CANARY}\n-----END RSA PRIVATE KEY-----\n",
        "ssh.txt": "-----BEGIN " + f"OPENSSH PRIVATE KEY-----\n{CANARY}\n",
        "aws.json": '{"key": "' + "AKIA" + "IOSFODNN7EXAMPLQ" + f'", "note": "{CANARY}"}}',
        "github.yaml": "token: gh" + "p_" + "a1B2c3D4e5F6" * 3 + f"\nnote: {CANARY}\n",
        "gitlab.csv": "token,glp" + "at-" + "a1B2c3D4e5F6g7H8i9J0" + f",{CANARY}\n",
        "slack.txt": "xox" + "b-123456789012-123456789012-" + "a1B2c3D4e5F6g7H8i9J0k1L2" + f" {CANARY}",
    }
    for name, content in shapes.items():
        at.write(f"docs/{name}", content)


@attack
def drawings(at: Repository) -> None:
    at.component()
    bodies = {
        "script": "<script>__xss(1)</script>", "onload": "", "foreign": "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:__xss(1)'/></foreignObject>",
        "use": "<use href='https://evil.example/x.svg#a'/>", "image": "<image href='https://evil.example/x.png'/>", "style": "<style>@import url(https://evil.example/x.css);</style>",
        "animate": "<a href='#'><animate attributeName='href' values='javascript:__xss(1)'/></a>", "link": "<a href='javascript:__xss(1)'><text>x</text></a>",
        "handler": "<rect onclick='__xss(1)' width='9' height='9'/>", "xlink": "<a xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='java&#9;script:__xss(1)'><text>x</text></a>",
        "honest": "<rect width='9' height='9'/>",
    }
    for name, body in bodies.items():
        handler = " onload='__xss(1)'" if name == "onload" else ""
        at.write(f"docs/{name}.svg", f"<svg xmlns='http://www.w3.org/2000/svg'{handler}>{body}</svg>")
    at.write("docs/entity.svg", f"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file://{at.outside}/secret.txt'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>")
    at.write("docs/utf16.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>__xss(1)</script></svg>".encode("utf-16"))
    at.write("docs/utf7.svg", "<?xml version='1.0' encoding='utf-7'?>+ADw-svg xmlns='http://www.w3.org/2000/svg'+AD4APA-script+AD4-__xss(1)+ADw-/script+AD4APA-/svg+AD4-")
    at.write("docs/stylesheet.svg", "<?xml-stylesheet href='https://evil.example/x.xsl' type='text/xsl'?><svg xmlns='http://www.w3.org/2000/svg'/>")
    at.write("docs/html.svg", "<html xmlns='http://www.w3.org/1999/xhtml'><script>__xss(1)</script></html>")
    at.write("docs/page.png", "<html><script>__xss(1)</script></html>")
    at.write("docs/index.md", "honest line\n\n" + "".join(f"![x]({name}.svg)\n" for name in [*bodies, "entity", "utf16", "html"]))


@attack
def videos(at: Repository) -> None:
    at.component()
    at.write("docs/a.mp4", "<html><script>__xss(1)</script></html>")
    at.write("docs/a.vtt", "WEBVTT\n\n00:00.000 --> 00:10.000\n<c.x><script>__xss(1)</script>\n")
    at.write("docs/index.md", """honest line

<video src="javascript:__xss(1)" controls autoplay></video>
<video src="//evil.example/a.mp4" autoplay></video>
<video controls src=a.mp4 poster="https://evil.example/p.png" onloadstart=__xss(1)><track default kind=captions src=https://evil.example/x.vtt><source src=//evil.example/b.mp4 onerror=__xss(1)></video>
<video src="a.mp4?x=%22onerror=" autoplay muted loop playsinline crossorigin=use-credentials></video>
<video><source src="https://evil.example/z.webm" type='video/webm"onx=1'></video>
<video src=a.mp4><iframe src=javascript:__xss(1)></iframe><img src=x onerror=__xss(1)></video>

![a](a.mp4){: autoplay onplay=__xss(1) poster=//evil.example/x }
![b](https://evil.example/a.mp4) ![c](../../../../../../../etc/x.mp4) ![d](data:video/mp4;base64,AAAA) ![e](blob:x.mp4)
""")
