"""What git would run, and where its objects lie."""

from __future__ import annotations

import os
import shutil
import subprocess

from .repository import CANARY, CLONED, Repository, attack


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
    CLONED.append(at.folder.name)


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


def _other(at: Repository) -> str:
    """A repository of the machine's, with a secret in its pages, its descriptor and its history; the id of its commit."""
    other = at.outside / "other"
    if not other.exists():
        other.mkdir()
        secret = Repository(other, at.outside)
        secret.write("docs/index.md", f"# {CANARY}-other\n")
        secret.write("catalog-info.yaml", (
            f"apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {{name: {CANARY}-entity}}\nspec: {{type: {CANARY}, lifecycle: x, owner: nobody}}\n"
        ))
        secret.git("init")
        secret.git("add", "-A")
        secret.git("-c", f"user.name={CANARY}-author", "-c", f"user.email={CANARY}@example.com", "commit", "-m", f"{CANARY}-message")
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=other, text=True, capture_output=True, check=True).stdout


@attack
def git_alternates(at: Repository) -> None:
    at.component()
    at.commit()
    at.write(".git/refs/heads/main", _other(at))
    at.write(".git/objects/info/alternates", f"{at.outside}/other/.git/objects\n")


@attack
def git_objects_link(at: Repository) -> None:
    at.component()
    at.commit()
    at.write(".git/refs/heads/main", _other(at))
    shutil.rmtree(at.folder / ".git/objects")
    at.link(".git/objects", at.outside / "other/.git/objects")


@attack
def git_object_links(at: Repository) -> None:
    at.component()
    at.commit()
    at.write(".git/refs/heads/main", _other(at))
    objects = at.outside / "other/.git/objects"
    for file in objects.rglob("*"):
        place = at.folder / ".git/objects" / file.relative_to(objects)
        if file.is_file() and not place.exists():
            at.link(f".git/objects/{file.relative_to(objects)}", file)


@attack
def git_foreign_tree(at: Repository) -> None:
    """Says that it is a work tree of a repository that knows nothing of it."""
    _other(at)
    at.component()
    at.write(".git", f"gitdir: {at.folder}/mine\n")
    at.write("mine/gitdir", f"{at.folder}/.git\n")
    at.write("mine/commondir", f"{at.outside}/other/.git\n")
    at.write("mine/HEAD", "ref: refs/heads/main\n")


@attack
def git_grafts(at: Repository) -> None:
    at.component()
    at.commit()
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=at.folder, text=True, capture_output=True, check=True).stdout.strip()
    at.write(".git/info/grafts", f"{head} {_other(at)}")
    at.write(f".git/refs/replace/{head}", _other(at))
    at.write(".git/objects/info/commit-graph", b"CGPH" + b"\xff" * 4_000)
    at.write(".git/objects/pack/multi-pack-index", b"MIDX" + b"\xff" * 4_000)
    at.write(".git/objects/pack/pack-" + "0" * 40 + ".idx", b"\xfftOc" + b"\xff" * 4_000)
    at.write(".git/objects/pack/pack-" + "0" * 40 + ".pack", b"PACK" + b"\xff" * 4_000)


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
def git_pipes(at: Repository) -> None:
    at.component()
    at.commit()
    for file in (at.folder / ".git/objects").rglob("*"):
        if file.is_file():
            file.unlink()
            os.mkfifo(file)
    for name in ["multi-pack-index", "pack-" + "0" * 40 + ".idx", "pack-" + "0" * 40 + ".pack"]:
        os.mkfifo(at.folder / ".git/objects/pack" / name)


@attack
def git_files_as_pipes(at: Repository) -> None:
    at.component()
    at.commit()
    for name in ["HEAD", "config", "index", "packed-refs", "shallow", "info/exclude", "info/attributes", "refs/heads/main"]:
        (at.folder / ".git" / name).unlink(missing_ok=True)
        os.mkfifo(at.folder / ".git" / name)


@attack
def git_folder_as_pipe(at: Repository) -> None:
    at.component()
    os.mkfifo(at.folder / ".git")


@attack
def git_promisor(at: Repository) -> None:
    """Objects that are missing would be fetched by a program."""
    at.component()
    at.commit()
    at.program("run.sh")
    run = str(at.folder / "run.sh")
    for key, value in [("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin"), ("extensions.worktreeConfig", "true"),
                       ("remote.origin.url", f"ext::{run}"), ("remote.origin.promisor", "true"), ("remote.origin.uploadpack", run)]:
        at.git("config", key, value)
    at.write(".git/refs/heads/main", "1" * 40 + "\n")


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


@attack
def git_entries(at: Repository) -> None:
    """Names and modes in trees that no honest git would write; they are read from clones, see `site.yaml` of the tests."""
    at.component()
    at.commit()

    def made(kind: str, content: bytes) -> str:
        return subprocess.run(["git", "hash-object", "-t", kind, "-w", "--literally", "--stdin"], cwd=at.folder, input=content, capture_output=True, check=True).stdout.decode().strip()

    def tree(entries: list[tuple[str, str, str]]) -> str:
        return made("tree", b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(id_) for mode, name, id_ in entries))

    page = made("blob", b"# Page\n")
    link = made("blob", str(at.outside / "secret.md").encode())
    docs = tree([
        ("100644", "..", page), ("100644", ".", page), ("40000", "...", tree([("100644", "x.md", page)])), ("40000", ".git", tree([("100644", "config.md", page)])),
        ("100644", "../../x.md", page), ("100644", "/etc/x.md", page), ("100644", "a\\..\\b.md", page), ("100644", "index.md", page), ("100644", "index.md", link),
        ("40000", "index.md", tree([("100644", "x.md", page)])), ("120000", "link.md", link), ("120777", "other.md", link), ("160000", "sub", page),
        ("107777777777", "mode.md", page), ("0", "none.md", page), ("100644", "n" * 300 + ".md", page),
    ])
    descriptor = made("blob", (at.folder / "catalog-info.yaml").read_bytes())
    commit = made("commit", f"tree {tree([('100644', 'catalog-info.yaml', descriptor), ('40000', 'docs', docs)])}\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nx\n".encode())
    at.write(".git/refs/heads/main", commit + "\n")
    for path in ["catalog-info.yaml", "docs/index.md"]:
        (at.folder / path).unlink()
    CLONED.append(at.folder.name)
