"""Paths and placeholders that lead out."""

from __future__ import annotations

from .repository import CANARY, Repository, attack


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
