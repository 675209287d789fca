"""Repositories that reach for files outside of them, for programs to run, and for other people's pages.

Each is made by a function with its attack's name. What must not be published or run has a canary in it: a
text that stands nowhere else, so that one look through the output finds a leak.
"""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

CANARY = "CANARY7f3a"
"""Stands in every secret."""

ATTACKS: dict[str, Callable[["Repository"], None]] = {}


class Repository:
    """One hostile repository while it is made."""

    def __init__(self, folder: Path, outside: Path) -> None:
        self.folder = folder
        self.outside = outside
        """A folder that belongs to the machine: `secret.md`, `secret.png`, `secret.yaml`, `docs/`."""
        self.mark = outside / "executed"
        """Programs that must not run would write this file."""

    def write(self, path: str, content: str | bytes, mode: int = 0o644) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content)
        target.chmod(mode)

    def link(self, path: str, target: str | Path) -> None:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        os.symlink(target, place)

    def component(self, ref: str = "dir:.", **spec: str) -> None:
        fields = "".join(f", {key}: {value}" for key, value in spec.items())
        self.write("catalog-info.yaml", (
            "apiVersion: backstage.io/v1alpha1\nkind: Component\n"
            f"metadata: {{name: {self.folder.name}, annotations: {{backstage.io/techdocs-ref: \"{ref}\"}}}}\n"
            f"spec: {{type: service, lifecycle: production, owner: nobody{fields}}}\n"
        ))
        if not (self.folder / "docs/index.md").exists():
            self.write("docs/index.md", "# Honest\n\nhonest line\n")

    def api(self, definition: str) -> None:
        self.write("catalog-info.yaml", (
            f"apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {{name: {self.folder.name}}}\n"
            f"spec: {{type: openapi, lifecycle: production, owner: nobody, definition: {definition}}}\n"
        ))

    def git(self, *arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main", *arguments],
            cwd=self.folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": str(self.outside), "GIT_CONFIG_NOSYSTEM": "1"},
        )

    def commit(self) -> None:
        self.git("init")
        self.git("add", "-A")
        self.git("commit", "-m", "First")

    def program(self, path: str) -> None:
        self.write(path, f"#!/bin/sh\necho {CANARY} >>'{self.mark}'\ncat\n", 0o755)


def attack(make: Callable[[Repository], None]) -> Callable[[Repository], None]:
    ATTACKS[make.__name__.replace("_", "-")] = make
    return make


def make_all(root: Path, outside: Path) -> list[str]:
    """Makes all repositories in folders below `root`; returns their names."""
    outside.mkdir(parents=True)
    (outside / "secret.md").write_text(f"# {CANARY}-markdown\n")
    (outside / "secret.txt").write_text(f"{CANARY}-text\n")
    (outside / "secret.yaml").write_text(f"site_name: {CANARY}-yaml\nkey: {CANARY}-yaml\n")
    (outside / "secret.json").write_text(f'{{"key": "{CANARY}-json"}}\n')
    (outside / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n" + CANARY.encode() + b"-picture")
    (outside / "docs").mkdir()
    (outside / "docs/index.md").write_text(f"# {CANARY}-docs\n")
    for name, make in ATTACKS.items():
        repository = Repository(root / name, outside)
        repository.folder.mkdir(parents=True)
        make(repository)
    return list(ATTACKS)


# Links to what lies outside.

@attack
def link_page(at: Repository) -> None:
    at.component()
    at.link("docs/secret.md", at.outside / "secret.md")


@attack
def link_relative(at: Repository) -> None:
    at.component()
    at.link("docs/secret.md", os.path.relpath(at.outside / "secret.md", at.folder / "docs"))


@attack
def link_chain(at: Repository) -> None:
    at.component()
    at.link("docs/a.md", "b.md")
    at.link("docs/b.md", "c.md")
    at.link("docs/c.md", at.outside / "secret.md")


@attack
def link_docs_folder(at: Repository) -> None:
    at.link("docs", at.outside / "docs")
    at.write("catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: link-docs-folder, annotations: {backstage.io/techdocs-ref: 'dir:.'}}\nspec: {type: service, lifecycle: production, owner: nobody}\n")


@attack
def link_folder_in_docs(at: Repository) -> None:
    at.component()
    at.link("docs/inner", at.outside / "docs")


@attack
def link_descriptor(at: Repository) -> None:
    at.write("docs/index.md", "# Honest\n")
    at.link("catalog-info.yaml", at.outside / "secret.yaml")


@attack
def link_mkdocs(at: Repository) -> None:
    at.component()
    at.link("mkdocs.yml", at.outside / "secret.yaml")


@attack
def link_asset(at: Repository) -> None:
    at.component()
    at.link("docs/secret.png", at.outside / "secret.png")
    at.write("docs/index.md", "honest line\n\n![x](secret.png)\n")


@attack
def link_codeowners(at: Repository) -> None:
    at.component()
    at.link("CODEOWNERS", at.outside / "secret.txt")
    at.link(".github", at.outside)


@attack
def link_loop(at: Repository) -> None:
    at.component()
    at.link("docs/loop", ".")
    at.link("docs/self.md", "self.md")
    at.link("docs/proc.md", "/proc/self/environ")


@attack
def link_git_folder(at: Repository) -> None:
    at.component()
    at.link(".git", at.outside)


@attack
def link_hard_to_see(at: Repository) -> None:
    at.component()
    at.link("docs/x.md", "/proc/self/cwd/../../../../../.." + str(at.outside) + "/secret.md")
    at.link("docs/fd.md", "/dev/fd/0")
    at.link("docs/root", "/")


# Paths that lead out.

@attack
def path_techdocs_ref(at: Repository) -> None:
    at.component(ref="dir:../../outside")


@attack
def path_techdocs_ref_absolute(at: Repository) -> None:
    at.component(ref=f"dir:{at.outside}")


@attack
def path_techdocs_ref_url(at: Repository) -> None:
    at.component(ref=f"url:file://{at.outside}/docs")


@attack
def path_docs_dir(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: x\ndocs_dir: ../../outside/docs\n")


@attack
def path_docs_dir_absolute(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", f"site_name: x\ndocs_dir: {at.outside}/docs\nsite_dir: {at.outside}/written\n")


@attack
def path_nav(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", f"site_name: x\nnav:\n  - index.md\n  - Out: ../../../outside/secret.md\n  - Abs: {at.outside}/secret.md\n  - File: file://{at.outside}/secret.md\n  - Js: javascript:__xss(1)\n  - '<script>__xss(1)</script>': index.md\n")


@attack
def path_inherit(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "INHERIT: ../../outside/secret.yaml\n")


@attack
def path_inherit_absolute(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", f"INHERIT: {at.outside}/secret.yaml\n")


@attack
def path_inherit_loop(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "INHERIT: base.yml\n")
    at.write("base.yml", "INHERIT: mkdocs.yml\nsite_name: loop\n")


@attack
def path_images(at: Repository) -> None:
    at.component()
    at.write("docs/index.md", f"honest line\n\n![a](../../../outside/secret.png) ![b]({at.outside}/secret.png) ![c](file://{at.outside}/secret.png) ![d](..%2f..%2f..%2foutside%2fsecret.png) <img src='../../../outside/secret.png'>\n")


@attack
def path_links(at: Repository) -> None:
    at.component()
    at.write("docs/index.md", f"honest line\n\n[a](../../../outside/secret.md) [b]({at.outside}/secret.txt) [c](../../../outside/secret.txt) [d](../.git/config) [e](../.env)\n")
    at.write(".env", f"TOKEN={CANARY}-env\n")


@attack
def path_snippets(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: x\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: [., .., ../.., ../../outside, /]\n      check_paths: false\n      restrict_base_path: false\n      url_download: true\n")
    at.write("docs/index.md", f"honest line\n\n--8<-- \"secret.md\"\n--8<-- \"../../outside/secret.md\"\n--8<-- \"{at.outside}/secret.md\"\n--8<-- \"docs/../../../outside/secret.md\"\n--8<-- \"http://127.0.0.1:1/x\"\n\n--8<--\nsecret.txt\n../../../outside/secret.txt\n--8<--\n")


@attack
def path_snippets_prefix(at: Repository) -> None:
    # A base path that is a prefix of a sibling's name.
    at.component()
    at.write("mkdocs.yml", "site_name: x\nmarkdown_extensions:\n  - pymdownx.snippets: {base_path: docs}\n")
    (at.folder.parent / "path-snippets-prefix_internal").mkdir()
    (at.folder.parent / "path-snippets-prefix_internal/secret.md").write_text(f"{CANARY}-sibling")
    at.write("docs/index.md", "honest line\n\n--8<-- \"../../path-snippets-prefix_internal/secret.md\"\n")


@attack
def path_include_markdown(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: x\nplugins: [include-markdown, macros]\n")
    at.write("docs/index.md", f"honest line\n\n{{% include-markdown \"../../../outside/secret.md\" %}}\n\n{{% include \"{at.outside}/secret.txt\" %}}\n\n{{! ../../../outside/secret.md !}}\n")


@attack
def path_include_link(at: Repository) -> None:
    at.component()
    at.link("docs/part.txt", at.outside / "secret.txt")
    at.write("docs/index.md", "honest line\n\n--8<-- \"part.txt\"\n--8<-- \"docs/part.txt\"\n")
    at.write("mkdocs.yml", "site_name: x\nmarkdown_extensions: [pymdownx.snippets]\n")


@attack
def path_custom_icons(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: x\ntheme: {name: material, custom_dir: ../../outside, logo: ../../outside/secret.png, favicon: /etc/passwd, icon: {logo: ../../../outside/secret}}\nmarkdown_extensions:\n  - pymdownx.emoji: {options: {custom_icons: [../../outside, /etc]}}\nextra_css: [../../../outside/secret.txt, 'https://evil.example/x.css']\nextra_javascript: [x.js, 'https://evil.example/x.js']\n")
    at.write("docs/x.js", "__xss(1)\n")


@attack
def path_adr(at: Repository) -> None:
    at.write("catalog-info.yaml", f"apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: path-adr\n  annotations: {{backstage.io/adr-location: ../../outside/docs, backstage.io/techdocs-ref: 'dir:.'}}\nspec: {{type: service, lifecycle: production, owner: nobody}}\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: path-adr-absolute\n  annotations: {{backstage.io/adr-location: {at.outside}/docs}}\nspec: {{type: service, lifecycle: production, owner: nobody}}\n")
    at.write("docs/index.md", "honest line\n")


@attack
def path_redirects(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: x\nplugins:\n  - redirects:\n      redirect_maps:\n        a.md: https://evil.example/\n        b.md: javascript:__xss(1)\n        c.md: //evil.example/\n        ../../../../d.md: index.md\n        e.md: ../../../../../../etc/passwd\n        '/index.md': index.md\n        'f.md': \"index.md#\\\"onclick=__xss(1)\"\n        'g.md': g.md\n        \"h\\n/ https://evil.example 301\\n.md\": index.md\n        'i.md': /\\evil.example\n        'j .md': index.md\n")


# Placeholders.

@attack
def placeholder_text(at: Repository) -> None:
    at.api(f"{{$text: '{at.outside}/secret.txt'}}")


@attack
def placeholder_relative(at: Repository) -> None:
    at.api("{$text: ../../outside/secret.txt}")


@attack
def placeholder_yaml(at: Repository) -> None:
    at.api("{$yaml: ../../outside/secret.yaml}")


@attack
def placeholder_json(at: Repository) -> None:
    at.api("{$json: '././../placeholder-json/../../outside/secret.json'}")


@attack
def placeholder_openapi(at: Repository) -> None:
    at.write("api.yaml", f"openapi: 3.0.0\ninfo: {{title: x, version: '1'}}\npaths:\n  /a: {{$ref: '../../outside/secret.yaml#/key'}}\n  /b: {{$ref: 'file://{at.outside}/secret.yaml'}}\n  /c: {{$ref: 'linked.yaml'}}\n")
    at.link("linked.yaml", at.outside / "secret.yaml")
    at.api("{$openapi: ./api.yaml}")


@attack
def placeholder_url(at: Repository) -> None:
    at.api(f"{{$text: 'file://{at.outside}/secret.txt'}}")


@attack
def placeholder_link(at: Repository) -> None:
    at.link("api.txt", at.outside / "secret.txt")
    at.api("{$text: ./api.txt}")


@attack
def placeholder_own_secrets(at: Repository) -> None:
    at.write(".env", f"TOKEN={CANARY}-env\n")
    at.commit()
    at.git("config", "http.extraHeader", f"Authorization: {CANARY}-header")
    at.write("catalog-info.yaml", "".join(
        f"---\napiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {{name: own-{index}}}\nspec: {{type: openapi, lifecycle: production, owner: nobody, definition: {{$text: '{path}'}}}}\n"
        for index, path in enumerate([".git/config", "./.git/config", "x/../.git/config", ".GIT/config", ".env", "./.env"])))


@attack
def location_out(at: Repository) -> None:
    at.write("catalog-info.yaml", f"apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {{name: location-out}}\nspec:\n  targets: [../../outside/secret.yaml, {at.outside}/secret.yaml, ./**/*.yaml, 'file://{at.outside}/secret.yaml', ../*/catalog-info.yaml]\n")


# What git would run, and where its objects lie.

@attack
def git_hooks(at: Repository) -> None:
    at.component()
    at.commit()
    for hook in ["post-checkout", "pre-commit", "reference-transaction", "post-index-change", "fsmonitor-watchman", "pre-auto-gc"]:
        at.program(f".git/hooks/{hook}")


@attack
def git_config_programs(at: Repository) -> None:
    at.component()
    at.program("run.sh")
    at.write(".gitattributes", "* filter=x diff=x merge=x\n")
    at.commit()
    run = str(at.folder / "run.sh")
    for key in ["core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass", "core.gitProxy", "diff.external",
                "filter.x.smudge", "filter.x.clean", "filter.x.process", "diff.x.textconv", "diff.x.command", "merge.x.driver",
                "credential.helper", "gpg.program", "uploadpack.packObjectsHook", "core.alternateRefsCommand", "sequence.editor", "pager.log"]:
        at.git("config", key, run)
    at.git("config", "log.showSignature", "true")
    at.git("config", "alias.log", f"!{run}")
    at.git("config", "core.hooksPath", str(at.folder))
    at.git("config", "core.worktree", str(at.outside))
    at.git("config", "include.path", str(at.outside / "secret.txt"))


@attack
def git_token_in_remote(at: Repository) -> None:
    at.component()
    at.commit()
    at.git("remote", "add", "origin", f"https://user:{CANARY}-token@github.com/acme/x.git")


@attack
def git_token_as_user(at: Repository) -> None:
    at.component()
    at.commit()
    at.git("remote", "add", "origin", f"https://{CANARY}-token@gitlab.example/acme/x.git")


@attack
def git_remote_javascript(at: Repository) -> None:
    at.component()
    at.commit()
    at.git("config", "remote.origin.url", "javascript://github.com/%0a__xss(1)//\"><script>__xss(1)</script>")


@attack
def git_remote_command(at: Repository) -> None:
    at.component()
    at.commit()
    at.git("config", "remote.origin.url", f"ext::sh -c 'echo {CANARY} >>{at.mark}'")


@attack
def git_alternates(at: Repository) -> None:
    other = at.outside / "other"
    other.mkdir()
    secret = Repository(other, at.outside)
    secret.write("docs/index.md", f"# {CANARY}-alternate\n")
    secret.commit()
    at.component()
    at.commit()
    at.write(".git/objects/info/alternates", f"{other}/.git/objects\n")
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=other, text=True, capture_output=True, check=True).stdout
    at.write(".git/refs/heads/main", head)


@attack
def git_worktree_file(at: Repository) -> None:
    at.component()
    at.write(".git", f"gitdir: {at.outside}/other/.git\n")


@attack
def git_common_folder(at: Repository) -> None:
    at.component()
    at.commit()
    at.write(".git/commondir", f"{at.outside}/other/.git\n")


@attack
def git_head_out(at: Repository) -> None:
    at.component()
    at.commit()
    at.write(".git/HEAD", "ref: ../../../outside/secret.txt\n")
    at.write(".git/packed-refs", "# pack-refs\n" + "0" * 39 + "1 refs/heads/--output=x\n")


@attack
def git_damaged(at: Repository) -> None:
    at.component()
    at.commit()
    at.write(".git/index", b"DIRC" + b"\xff" * 4_000)
    for file in (at.folder / ".git/objects").rglob("*"):
        if file.is_file():
            file.chmod(0o644)
            file.write_bytes(b"damaged")


@attack
def git_authors(at: Repository) -> None:
    at.component()
    at.git("init")
    at.git("add", "-A")
    at.git("-c", "user.name=<img src=x onerror=__xss(1)>", "-c", "user.email=javascript:__xss(1)", "commit", "-m", "</title><script>__xss(1)</script>\n\n=cmd|' /C calc'!A0 \x1b[31m")
    at.write("docs/index.md", "honest line two\n")
    at.git("-c", "user.name=\u202eevil\x01", "-c", "user.email=x", "commit", "-am", "]]><x> \u2028 {{ 1 }} $& #1<script>")
    at.git("branch", "x$(id)")
    at.git("tag", "v1\"onclick=__xss(1)")
    at.git("checkout", "-b", "a'\"><script>__xss(1)</script>")


@attack
def git_dates(at: Repository) -> None:
    at.component()
    at.git("init")
    at.git("add", "-A")
    tree = subprocess.run(["git", "write-tree"], cwd=at.folder, text=True, capture_output=True, check=True).stdout.strip()
    commit = f"tree {tree}\nauthor A <a> 99999999999999 +9999\ncommitter A <a> -99999999999 -9999\n\nx\n"
    made = subprocess.run(["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"], cwd=at.folder, input=commit, text=True, capture_output=True, check=True).stdout.strip()
    at.write(".git/refs/heads/main", made + "\n")


@attack
def git_submodule(at: Repository) -> None:
    at.component()
    at.write(".gitmodules", f"[submodule \"x\"]\n\tpath = docs/x\n\turl = ext::sh -c 'echo >>{at.mark}'\n\tupdate = !echo >>{at.mark}\n")
    at.commit()
    at.write("docs/x/.git", f"gitdir: {at.outside}\n")


# Files that are none, or too many, or too large.

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
def long_names(at: Repository) -> None:
    at.component()
    at.write("docs/" + "a" * 252 + ".md", "# Long\n")
    at.write("docs/" + "ü" * 125 + ".png", b"\x89PNG\r\n\x1a\n")
    at.write("docs/" + ("b" * 250 + "/") * 3 + "x.md", "# Long path\n")


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
    for name in ["Guide.md", "guide.md", "GUIDE.md", "guide/index.md", "guide/README.md", "Guide/Index.md", "pic.png", "PIC.png", "straße.md", "STRASSE.md", "index/index.md"]:
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


# Configuration of MkDocs that is code, or leads to it.

@attack
def mkdocs_code(at: Repository) -> None:
    at.component()
    at.program("hook.sh")
    at.write("hook.py", f"open({str(at.mark)!r}, 'a').write('ran')\n")
    at.write("mkdocs.yml", f"site_name: !ENV [HOME, fallback]\nsite_description: !ENV PATH\nhooks: [hook.py]\nplugins:\n  - exec: {{command: ./hook.sh}}\n  - mkdocs-simple-hooks: {{hooks: {{on_startup: 'hook:x'}}}}\nmarkdown_extensions:\n  - hook\n  - pymdownx.superfences:\n      custom_fences:\n        - {{name: x, class: x, format: !!python/name:os.system }}\n  - !!python/object/apply:os.system ['echo >>{at.mark}']\n")


@attack
def mkdocs_environment(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: !ENV CALLBOARD_CANARY\nsite_url: !ENV [CALLBOARD_CANARY, x]\nrepo_url: !ENV CALLBOARD_CANARY\nextra: {x: !ENV CALLBOARD_CANARY}\ncopyright: !ENV CALLBOARD_CANARY\nnav:\n  - !ENV CALLBOARD_CANARY: index.md\n")
    at.write("docs/index.md", "honest line {{ config.extra.x }} $CALLBOARD_CANARY ${CALLBOARD_CANARY} {{ config.site_name }}\n")


@attack
def mkdocs_fields(at: Repository) -> None:
    at.component()
    break_out = "\\\"'><img src=x onerror=__xss(1)></title><script>__xss(1)</script>"
    at.write("mkdocs.yml", f"site_name: \"{break_out}\"\nsite_description: \"{break_out}\"\nsite_author: \"{break_out}\"\nsite_url: javascript:__xss(1)\nrepo_url: javascript:__xss(1)\nrepo_name: \"{break_out}\"\nedit_uri: javascript:__xss(1)\nedit_uri_template: \"javascript:__xss(1)//{{path}}\"\ncopyright: \"<script>__xss(1)</script>\"\nnav:\n  - \"{break_out}\": index.md\n  - \"{break_out}\": javascript:__xss(1)\n  - \"{break_out}\": data:text/html,<script>__xss(1)</script>\n  - x: //evil.example\n  - y: /\\evil.example\n  - \"{break_out}\":\n    - index.md\nextra:\n  homepage: javascript:__xss(1)\n  social: [{{icon: '../../../etc/passwd', link: 'javascript:__xss(1)', name: \"{break_out}\"}}]\n  analytics: {{provider: custom, property: \"{break_out}\"}}\n  alternate: [{{link: javascript:__xss(1), name: x}}]\n")


@attack
def mkdocs_shapes(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: [1, {a: b}]\nnav: {a: {b: {c: [1, null, true, [index.md]]}}}\nplugins: 7\nmarkdown_extensions: {toc: [], x: {y: z}}\ndocs_dir: [docs]\ntheme: [x]\nuse_directory_urls: maybe\nvalidation: x\nexclude_docs: [x]\n")


@attack
def mkdocs_bomb(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)) + "site_name: bomb\nnav: *u\n")


@attack
def mkdocs_deep_nav(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: x\nnav:\n" + "".join("  " * (depth + 1) + f"- s{depth}:\n" for depth in range(60)) + "  " * 62 + "- index.md\n")


@attack
def pages_files(at: Repository) -> None:
    at.component()
    at.write("mkdocs.yml", "site_name: x\nplugins: [awesome-pages, literate-nav, section-index]\n")
    at.write("docs/.pages", "title: '<script>__xss(1)</script>'\nnav:\n  - ../../../outside/secret.md\n  - x: javascript:__xss(1)\n  - ...\n  - ... | regex=(a+)+$\n")
    at.write("docs/SUMMARY.md", "* [<img src=x onerror=__xss(1)>](javascript:__xss(1))\n* [x](../../../outside/secret.md)\n* [y](*)\n* [z](**/../../**)\n")


@attack
def codeowners(at: Repository) -> None:
    at.write("catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: codeowners}\nspec: {type: service, lifecycle: production}\n")
    at.write("CODEOWNERS", "* @acme/<script>__xss(1)</script> x@\"onclick=__xss(1) @../../../x\n" + "**/" * 2_000 + "*a*a*a*a*b @x\n" + "[" * 5_000 + " @y\n")


@attack
def template_skeleton(at: Repository) -> None:
    at.component()
    at.write("skeleton/catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: ${{ values.name | dump }}}\nspec: {type: x}\n")
    at.write("template.yaml", "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: '${{ x }}'}\nspec: {}\n")


@attack
def decisions(at: Repository) -> None:
    at.write("catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: decisions\n  annotations: {backstage.io/adr-location: docs/adr, backstage.io/techdocs-ref: 'dir:.'}\nspec: {type: service, lifecycle: production, owner: nobody}\n")
    at.write("docs/index.md", "honest line\n")
    at.write("docs/adr/0001-<img src=x onerror=__xss(1)>.md", "# 1. </title><script>__xss(1)</script>\n\nDate: <script>__xss(1)</script>\n\n## Status\n\n[Accepted](javascript:__xss(1)) \"onclick=__xss(1)\n\n## Context\n\n<script>__xss(1)</script>\n")
    at.link("docs/adr/0002-link.md", at.outside / "secret.md")


@attack
def ignore_rules(at: Repository) -> None:
    at.component()
    at.write(".gitignore", "*" * 10_000 + "a\n" + "**/" * 5_000 + "x\n" + "[" + "a-" * 5_000 + "\n" + "!" * 100 + "\n")
    at.write("docs/" + "a" * 200 + ".md", "honest line\n")
    at.commit()


COUNT = len(ATTACKS)
