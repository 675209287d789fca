"""Honest files of all kinds with pieces taken out, put in and changed, so that hardly any is what it says."""

from __future__ import annotations

import random

OPENAPI = """openapi: 3.1.0
info: {title: "T <b>", version: "1", description: "# H\\n[x](javascript:1) <img src=x onerror=1>", contact: {url: "javascript:alert(1)", email: "a@b"}, license: {name: x, url: "data:text/html,x"}}
servers: [{url: "javascript:alert(1)", variables: {a: {default: b, enum: [a, b]}}}, {url: "https://{a}.example/{b}"}]
tags: [{name: "a/../../b", description: d, externalDocs: {url: "//evil"}}]
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: [integer, "null"], format: int64, minimum: 1e400, maximum: -0, default: .nan}}]
    get: {operationId: "x y<z>", tags: [a], summary: s, deprecated: true, security: [{k: [a]}], responses: {"200": {description: ok, headers: {X: {schema: {$ref: '#/components/schemas/A'}}}, content: {application/json: {schema: {$ref: '#/components/schemas/A'}, examples: {e: {value: {a: [1, {b: null}]}}}}}}, default: {$ref: '#/components/responses/R'}}, callbacks: {cb: {'{$request.body#/u}': {post: {responses: {}}}}}}
    post: {requestBody: {content: {multipart/form-data: {schema: {allOf: [{$ref: '#/components/schemas/A'}, {oneOf: [{type: string}, {not: {}}]}], discriminator: {propertyName: t, mapping: {a: '#/components/schemas/A'}}}}}}}
webhooks: {w: {post: {responses: {}}}}
components:
  schemas: {A: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}, b: {type: array, items: {type: string, enum: [1, a, null], pattern: "(a+)+$"}}}, additionalProperties: {type: object}, patternProperties: {x: true}}}
  responses: {R: {description: r}}
  securitySchemes: {k: {type: oauth2, flows: {implicit: {authorizationUrl: "javascript:1", scopes: {a: b}}}}, j: {type: apiKey, in: header, name: X}}
"""

ASYNCAPI = """asyncapi: 3.0.0
info: {title: A, version: 1.0.0}
servers: {p: {host: "javascript:1", protocol: kafka, pathname: /x, security: [{$ref: '#/components/securitySchemes/s'}]}}
channels: {c: {address: "a/{b}", parameters: {b: {enum: [x]}}, messages: {m: {payload: {type: object, properties: {x: {$ref: '#/components/schemas/S'}}}, headers: {}}}}}
operations: {o: {action: send, channel: {$ref: '#/channels/c'}, messages: [{$ref: '#/channels/c/messages/m'}], reply: {address: {location: $message.header#/r}}}}
components: {schemas: {S: {type: string, oneOf: [{$ref: '#/components/schemas/S'}]}}, securitySchemes: {s: {type: scramSha256}}}
"""

ASYNCAPI_OLD = """asyncapi: 2.6.0
info: {title: A, version: 1.0.0}
channels: {'a/{b}': {subscribe: {message: {oneOf: [{name: x, payload: {type: object}}, {$ref: '#/components/messages/M'}]}}, publish: {message: {payload: {}}}}}
components: {messages: {M: {payload: {$ref: '#/components/messages/M'}}}}
"""

GRAPHQL = '''"""doc <img onerror=1>"""
schema @a(b: [1, {c: "d"}]) { query: Q mutation: M }
type Q implements A & B @key(fields: "id") { "d" a(x: [Int!]! = [1, 2] @d, y: In = {a: 1.5e10, b: ENUM}): [[String!]]! @deprecated(reason: "x") }
interface A implements B { id: ID! } union U @x = | Q | M
enum E { "v" A @d B } input In { a: Float = 1.0e400 b: E } scalar D @specifiedBy(url: "javascript:1")
directive @key(fields: String!) repeatable on OBJECT | INTERFACE
extend type Q { z: U } # c
subscription S { a }
'''

PROTOBUF = '''syntax = "proto3"; edition = "2023"; package a.b.c; import public "x.proto"; option (x).y = {a: 1 b: [1,2] c { d: "e" }};
// doc
message M { reserved 1, 5 to 9, 12 to max; reserved "a"; oneof o { int32 a = 1 [deprecated = true]; group G = 2 { } } map<string, .a.b.M> m = 3; repeated M r = 4; message N { enum E { A = 0; B = -0x1f; } } extensions 100 to 199 [declaration = {number: 1}]; }
service S { rpc F (stream M) returns (stream .a.M) { option (google.api.http) = { get: "/v1/{a=b/*}" body: "*" }; } }
extend M { optional string x = 0777; }
'''

MKDOCS = """site_name: x
nav: [a.md, {B: b.md}, {C: [{D: 'https://x'}, d/]}, '*.md']
markdown_extensions: [toc: {permalink: true, baselevel: 9999999999999999999, toc_depth: "2-3"}, pymdownx.snippets: {base_path: [., docs]}, admonition, attr_list, pymdownx.arithmatex, pymdownx.tabbed: {alternate_style: true}, footnotes, pymdownx.superfences: {custom_fences: [{name: mermaid, class: mermaid}]}, def_list, abbr, md_in_html, pymdownx.emoji, pymdownx.keys, pymdownx.critic, pymdownx.details]
plugins: [redirects: {redirect_maps: {x.md: b.md, 'y.md': 'https://e'}}, tags, search: {lang: [en, ja]}, macros, blog, awesome-pages, git-revision-date-localized, monorepo]
extra: {a: &a [1, 2], b: *a}
exclude_docs: |
  *.txt
  !/a.txt
"""

PAGE = """---
title: T
tags: [a, b]
hide: [toc]
date: 2024-01-01
---
# H {#x .y k=v}
!!! note "T" inline end
    a
=== "A"
    ```python title="x" hl_lines="1-99999999999 3" linenums="18446744073709551615"
    a
    ```
??? x
| a | b |
|:-:|--|
| $a^{\\frac{1}{2}}$ | \\(x\\) |
[^1]: note
[a]: b "c"
*[ABC]: x
Term
: Def
- [x] t
--8<-- "a.md:1:3"
{% include-markdown "a.md" start="x" end="y" %}
++ctrl+a++ {--d--}{++i++}{~~a~>b~~} ==m== H~2~O ^^i^^ :smile: <details><summary>x</summary></details>
$$\\begin{matrix} a & b \\\\ c \\end{matrix}$$
```mermaid
graph TD; A-->B
```
![x](a.png){ width="99999999999999999999" } [^1] ABC <a href=x>y</a>
"""

OWNERS = "* @a/b\n/docs/ @c user@x\n[Section][2] @d\n^[Opt] @e\n*.{md,txt} @f\n**/a/** @g\n\\#x @h\n"

DECISION = "# 1. X\n\n* Status: accepted\n* Deciders: a\n* Date: 2024-13-45\n\n## Context\n\nSuperseded by [2](0002-y.md)\n"

ENTITY = """apiVersion: backstage.io/v1alpha1
kind: Template
metadata: {name: NAME, title: T, description: D, tags: [a], labels: {a: b}, links: [{url: https://x, title: t, icon: i}], annotations: {backstage.io/techdocs-ref: "dir:.", backstage.io/adr-location: docs/adr, github.com/project-slug: a/b, backstage.io/source-location: "url:https://github.com/a/b/", jenkins.io/job-full-name: "x:y", pagerduty.com/integration-key: k}}
spec: {type: service, lifecycle: x, owner: "user:a/b", system: s, dependsOn: ["component:x", "resource:y/z"], providesApis: [a], parameters: [{title: P, required: [a], properties: {a: {type: string, "ui:field": X, enum: [a], default: b, pattern: "(", minLength: -1, maximum: 1e999}}}], steps: [{id: a, name: n, action: "fetch:template", if: "${{ parameters.a | upper }}", input: {url: ./skeleton, values: {x: "${{ a.b[0] | dump }}"}}}], output: {links: [{url: "${{ x }}", title: t}], text: [{content: "# ${{ y }}"}]}, presence: required, definition: x, members: [a], children: [], profile: {displayName: D, picture: "javascript:1", email: "a@b"}, memberOf: []}
"""

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><style>a{b:c}</style><g id="a"><path d="M0 0L1 1"/><use href="#a"/></g></svg>'

NAVIGATION = "title: x\nnav: [a.md, ...]\n"

_PIECES = [
    b'&a ', b'*a', b'{', b'}', b'[', b']', b'""', b'#', b'$ref: ', b': ', b'- ', b'\n', b'\n    ', b'\xff', b'\xef\xbb\xbf', b'\0', b'9999999999999999999999', b'-1', b'1e999', b'.inf', b'%', b'%zz', b'?=', b'=', b'&', b'|', b'..', b'/', b'\\', b'~1', b'/a~2', b'\xe2\x80\xae', b'\xf0\x9f\x92\xa9', b"'", b'"""', b'```', b'${{', b'}}', b'{%', b'%}', b'<', b'>', b'!!', b'@', b'e\xcc\x81', b'\r', b'\t', b'null', b'true', b'0x', b'null: ', b'"": ',
]

_DEFINITIONS = [("openapi", OPENAPI), ("asyncapi", ASYNCAPI), ("asyncapi", ASYNCAPI_OLD), ("graphql", GRAPHQL), ("grpc", PROTOBUF)]

_KINDS = ["Template", "Component", "API", "Resource", "System", "User", "Group", "Domain", "Location"]


def repositories(count: int, seed: int) -> dict[str, dict[str, bytes]]:
    """So many repositories with a dozen such files each; the same for the same seed."""
    chance = random.Random(seed)
    return {f"mutated-{number}": _repository(number, chance) for number in range(count)}


def _repository(number: int, chance: random.Random) -> dict[str, bytes]:
    def mutated(text: str, *others: str) -> bytes:
        return _mutated(text.encode(), [text, *others], chance)

    kind, definition = chance.choice(_DEFINITIONS)
    return {
        "catalog-info.yaml": (
            f"apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {{name: api-{number}}}\n"
            f"spec: {{type: {kind}, lifecycle: x, owner: nobody, definition: {{$text: ./definition.txt}}}}\n---\n"
            "apiVersion: backstage.io/v1alpha1\nkind: Component\n"
            f"metadata: {{name: docs-{number}, annotations: {{backstage.io/techdocs-ref: 'dir:.', backstage.io/adr-location: docs/adr}}}}\n"
            "spec: {type: service, lifecycle: x, owner: nobody}\n"
        ).encode(),
        "definition.txt": mutated(definition, chance.choice(_DEFINITIONS)[1]),
        "x/catalog-info.yaml": mutated(ENTITY.replace("NAME", f"entity-{number}").replace("Template", chance.choice(_KINDS))),
        "mkdocs.yml": mutated(MKDOCS, PAGE) if number % 3 else MKDOCS.encode(),
        "docs/index.md": mutated(PAGE, OPENAPI),
        "docs/a.md": mutated(PAGE),
        "docs/b.md": mutated(PAGE, GRAPHQL),
        "docs/adr/0001-x.md": mutated(DECISION, PAGE),
        "docs/.pages": mutated(NAVIGATION, MKDOCS),
        "docs/drawing.svg": mutated(DRAWING, PAGE),
        "CODEOWNERS": mutated(OWNERS, PAGE),
        ".gitignore": mutated(OWNERS),
    }


def _mutated(content: bytes, others: list[str], chance: random.Random) -> bytes:
    result = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 3, 5, 9])):
        at = chance.randrange(len(result) + 1)
        way = chance.randrange(7)
        if way == 0:
            result[at:at] = chance.choice(_PIECES)
        elif way == 1:
            del result[at : at + chance.randrange(1, 30)]
        elif way == 2 and result:
            result[min(at, len(result) - 1)] = chance.randrange(256)
        elif way == 3:
            start = chance.randrange(len(result) + 1)
            result[at:at] = result[start : start + chance.randrange(60)]
        elif way == 4:
            result = result[: max(1, at)]
        elif way == 5:
            result[at : at + chance.randrange(8)] = chance.choice(_PIECES) * chance.choice([1, 2, 30])
        else:
            other = chance.choice(others).encode()
            start = chance.randrange(len(other))
            result[at:at] = other[start : start + chance.randrange(80)]
    return bytes(result)
