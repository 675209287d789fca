"""Configuration that is code or leads to it, and what else tools read from files of their own."""

from __future__ import annotations

import json
import os

from .repository import CANARY, Repository, attack


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
def mkdocs_edit_links(at: Repository) -> None:
    addresses = [
        f"repo_url: 'https://user:{CANARY}@forge.example/x'\nedit_uri: 'blob/../../../'", f"repo_url: 'https://{CANARY}@forge.example/x'\nedit_uri_template: 'f/{{path}}'",
        f"edit_uri_template: 'https://{CANARY}@forge.example/{{path!q}}'", "repo_url: https://forge.example/x\nedit_uri: 'https://evil.example\\@forge.example/'",
        "edit_uri_template: 'https://forge.example/{path!q}?\"><script>__xss(1)</script>'", "edit_uri_template: '{path.__class__.__init__.__globals__}'",
        "repo_url: 'data:text/html,x'\nedit_uri: x", "repo_url: https://forge.example/x\nedit_uri: '//evil.example/'", "edit_uri_template: 'java\tscript:__xss(1)//{path}'",
    ]
    descriptor = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {{name: edit-{0}, annotations: {{backstage.io/techdocs-ref: 'dir:{0}'}}}}\nspec: {{type: service, lifecycle: production, owner: nobody}}\n"
    at.write("catalog-info.yaml", "---\n".join(descriptor.format(number) for number in range(len(addresses))))
    for number, address in enumerate(addresses):
        at.write(f"{number}/mkdocs.yml", f"site_name: x\n{address}\n")
        at.write(f"{number}/docs/'\"><img src=x onerror=__xss(1)>.md", "honest line\n")


@attack
def mkdocs_patterns(at: Repository) -> None:
    at.component()
    stars, folders, both = "*a" * 40 + "b", "**/" * 40 + "x", "**/*a" * 30 + "b"
    at.write("mkdocs.yml", (
        f"site_name: x\nexclude_docs: |\n  {stars}\n  {folders}\n  {both}\nnot_in_nav: |\n  {stars}\n  {'a*' * 60}c\ndraft_docs: |\n  {stars}\n"
        f"nav:\n  - '{stars}'\n  - '{folders}'\n  - '{'*/' * 40}*'\n  - '...|{stars}'\n"))
    at.write("CODEOWNERS", f"{stars} @a\n{folders} @b\n/{both} @c\n" * 300)
    at.write(".gitignore", f"{stars}\n{both}\n")
    targets = ["./" + pattern for pattern in (stars, folders, "{a,b}" * 20, "[a-z]*" * 30, "{" * 2_000, "@(a|a)*" * 20)]
    at.write("locations/catalog-info.yaml", f"apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {{name: patterns}}\nspec: {{targets: {targets}}}\n")
    name = "a" * 120
    for number in range(20):
        at.write(f"docs/{name}{number}/{name}/{name}.md", "honest line\n")
        at.write(f"locations/{name}{number}.yaml", "x: 1\n")


@attack
def mkdocs_redirect_lines(at: Repository) -> None:
    at.component()
    maps = {
        "a.md\n/* https://evil.example/ 301": "index.md", "x y /z": 'index.md#" onload=__xss(1) x="', "c.md": "index.md#a\n/* https://evil.example/ 301", "d%0a.md": "index.md",
        "../../../../e.md": "index.md", "_redirects": "index.md", "/abs.md": "index.md", "f.md": "../../../../../../x", "-/files/x": "index.md", "con.md": "index.md",
        "g.md": "https://evil.example\\@portal.example/", "h.md": "//evil.example", "i.md": "https:evil.example", "l.md": "https://evil.example/ 0;url=javascript:__xss(1)",
    }
    at.write("mkdocs.yml", f"site_name: x\nplugins: [{{redirects: {{redirect_maps: {json.dumps(maps)}}}}}]\n")


@attack
def mkdocs_extension_options(at: Repository) -> None:
    at.component()
    out = '\\" onclick=__xss(1) x=\\"'
    at.write("mkdocs.yml", f"site_name: x\nmarkdown_extensions:\n  - toc: {{permalink: \"<img src=x onerror=__xss(1)>\", permalink_title: \"{out}\", permalink_class: \"{out}\", title: \"<script>__xss(1)</script>\", toc_depth: 1-99999999999999999999, baselevel: 9223372036854775807, separator: \"{out}\"}}\n  - smarty: {{substitutions: {{ndash: \"<script>__xss(1)</script>\", left-single-quote: \"<img src=x onerror=__xss(1)>\"}}}}\n  - footnotes: {{BACKLINK_TEXT: \"<script>__xss(1)</script>\"}}\n  - wikilinks: {{base_url: 'javascript:', html_class: \"{out}\"}}\n  - codehilite: {{css_class: \"{out}\", linenums: 99999999999999999999}}\n  - pymdownx.superfences: {{custom_fences: [{{name: x, class: \"{out}\"}}]}}\n  - pymdownx.magiclink: {{user: \"{out}\", repo: ../.., provider: javascript, repo_url_shorthand: true}}\n  - pymdownx.snippets: {{auto_append: [../../outside/secret.md, {at.outside}/secret.md], base_path: [/]}}\n")
    at.write("docs/index.md", "# Honest\n\nhonest line -- 'quoted' [[Wiki]] text[^1] #1\n\n[TOC]\n\n## Part\n\n``` x\ncode\n```\n\n[^1]: note\n")


@attack
def mkdocs_blocks(at: Repository) -> None:
    at.component()
    out = '\\" onclick=__xss(1) x=\\"'
    at.write("mkdocs.yml", f"site_name: x\nmarkdown_extensions:\n  - attr_list\n  - pymdownx.blocks.html\n  - pymdownx.blocks.tab\n  - pymdownx.blocks.definition\n  - pymdownx.blocks.caption\n  - pymdownx.blocks.details: {{types: [{{name: \"{out}\", class: \"{out}\", title: \"<script>__xss(1)</script>\"}}, script, {{name: safe, class: cb-overlay modal}}]}}\n  - pymdownx.blocks.admonition: {{types: [iframe, {{name: custom, class: md-button cb-sidebar, title: \"<img src=x onerror=__xss(1)>\"}}]}}\n")
    blocks = [
        "html | script", "html | style", "html | template", "html | iframe[src=\"javascript:__xss(1)\"]", "html | svg[onload=\"__xss(1)\"]", "html | math", "html | textarea",
        "html | div[onclick=\"__xss(1)\" style=\"position:fixed\" id=\"cb:main\" class=\"cb-overlay\"]", "html | a[href=\"javascript:__xss(1)\"]", "html | img[src=x onerror=__xss(1)]",
        "html | \"><script>__xss(1)</script>", "html | x\"onclick=__xss(1)", "html | form[action=//evil.example]", "html | object[data=javascript:__xss(1)]",
        "html | base[href=//evil.example]", "html | link[rel=stylesheet href=//evil.example]", "html | meta[http-equiv=refresh content=\"0;url=//evil.example\"]",
        "html | div\n    attrs: {onclick: __xss(1), style: x, \"x><script>\": y, class: cb-modal}", "details | \"><script>__xss(1)</script>\n    type: \"x\\\" onclick=__xss(1)\"\n    attrs: {id: \"cb:main\", onclick: x}",
        "x\" onclick=__xss(1) | t", "script | t", "iframe | javascript:__xss(1)", "safe", "custom | <b onclick=__xss(1)>t", "tab | \"><img src=x onerror=__xss(1)>", "define", "figure-caption | < ^1",
    ]
    at.write("docs/index.md", "honest line\n\n" + "".join(f"/// {block}\n\n<img src=x onerror=__xss(1)>\n<script>__xss(1)</script>\n///\n\n" for block in blocks))


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
