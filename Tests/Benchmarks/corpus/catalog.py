"""Descriptors: three entities a repository, and one repository for the organisation."""

import random

from corpus.prose import Prose

_V1 = "backstage.io/v1alpha1"
_TEMPLATE = "scaffolder.backstage.io/v1beta3"
_EXTRAS = (("API", "Resource"), ("API", "Component"), ("API", "System"), ("Resource", "Template"))
"""What repositories have beside their component, in turn."""
_FIRST_TAG = 68
"""The rank of the first word that may be a tag: those before it are words like `the` and `until`."""


def repository_name(index: int) -> str:
    return f"repository-{index:05}"


def organisation(count: int, source: random.Random, prose: Prose) -> str:
    """The descriptor with the groups, users and domains that a number of repositories need."""
    groups, users, domains = group_count(count), max(10, count // 8), domain_count(count)
    documents = [_head(_V1, "Group", "group-0", prose, count) + _spec(
        {"type": "organisation", "children": []})]
    for index in range(1, groups):
        documents.append(_head(_V1, "Group", f"group-{index}", prose, count) + _spec({
            "type": "team",
            "parent": f"group-{source.randrange(index)}",
            "children": [],
        }))
    for index in range(users):
        documents.append(_head(_V1, "User", f"user-{index}", prose, count) + _spec({
            "profile": f"{{displayName: {prose.title()}, email: user-{index}@mail.example}}",
            "memberOf": [f"group-{source.randrange(groups)}"],
        }))
    for index in range(domains):
        documents.append(_head(_V1, "Domain", f"domain-{index}", prose, count) + _spec(
            {"owner": f"group-{source.randrange(groups)}"}))
    return "---\n".join(documents)


def descriptor(index: int, count: int, source: random.Random, prose: Prose) -> str:
    """The descriptor of one repository: a component with documentation and two more entities.

    Targets of relations are chosen so that low numbers are popular.
    """
    name = repository_name(index)
    owner = f"group-{_popular(source, group_count(count))}"
    first, second = _EXTRAS[index % len(_EXTRAS)]
    provided = [f"{name}-api"] if "API" in (first, second) else []
    component = {
        "type": source.choice(("service", "service", "library", "website")),
        "lifecycle": source.choice(("production", "production", "experimental", "deprecated")),
        "owner": owner,
        "system": _system(source, count),
        "providesApis": provided,
        "consumesApis": sorted({_api(source, count) for _ in range(source.randrange(4))}),
        "dependsOn": sorted({_dependency(source, count) for _ in range(source.randrange(4))}),
    }
    extras = [_extra(kind, name, owner, source, prose, count) for kind in (first, second)]
    head = _head(_V1, "Component", name, prose, count, documented=True)
    return "---\n".join([head + _spec(component), *extras])


def group_count(count: int) -> int:
    return max(5, count // 20)


def domain_count(count: int) -> int:
    return max(3, count // 80)


def tag_count(count: int) -> int:
    """How many distinct tags an organisation uses.

    208 entities of public repositories have 133 tags, 50 of them distinct, and distinct words grow with
    about the 0.6th power of all words.
    """
    return 100 + count // 2


def _extra(
    kind: str, name: str, owner: str, source: random.Random, prose: Prose, count: int
) -> str:
    if kind == "API":
        return _head(_V1, kind, f"{name}-api", prose, count) + _spec({
            "type": "openapi",
            "lifecycle": "production",
            "owner": owner,
            "system": _system(source, count),
            "definition": _definition(prose),
        })
    if kind == "Resource":
        return _head(_V1, kind, f"{name}-store", prose, count) + _spec(
            {"type": "database", "owner": owner, "system": _system(source, count)})
    if kind == "System":
        domain = f"domain-{source.randrange(domain_count(count))}"
        return _head(_V1, kind, f"{name}-system", prose, count) + _spec(
            {"owner": owner, "domain": domain})
    if kind == "Template":
        return _head(_TEMPLATE, kind, f"{name}-template", prose, count) + _spec({
            "type": "service",
            "owner": owner,
            "steps": "[{id: fetch, name: Fetch, action: 'fetch:template', input: {url: ./x}}]",
        })
    return _head(_V1, "Component", f"{name}-client", prose, count) + _spec({
        "type": "library",
        "lifecycle": "production",
        "owner": owner,
        "subcomponentOf": name,
        "dependsOn": [_dependency(source, count)],
    })


def _definition(prose: Prose) -> str:
    lines = ["|", "    openapi: 3.1.0", f"    info: {{title: {prose.title()}, version: '1'}}",
             "    paths:"]
    for _ in range(prose.source.randint(2, 6)):
        lines += [f"      /{prose.identifier()}-{len(lines)}:", "        get:",
                  f"          summary: {prose.title()}",
                  "          responses: {'200': {description: Done}}"]
    return "\n".join(lines)


def _head(
    api_version: str, kind: str, name: str, prose: Prose, count: int, documented: bool = False
) -> str:
    tags = sorted({_tag(prose, count) for _ in range(3)})
    lines = [
        f"apiVersion: {api_version}",
        f"kind: {kind}",
        "metadata:",
        f"  name: {name}",
        f"  title: {prose.title()}",
        f"  description: {' '.join(prose.words(14)).capitalize()}.",
        "  tags: [" + ", ".join(f"'{tag}'" for tag in tags) + "]",
        "  links:",
        f"    - url: https://dashboards.mail.example/d/{name}",
        "      title: Dashboard",
    ]
    if documented:
        lines += ["  annotations:", "    backstage.io/techdocs-ref: dir:.",
                  f"    github.com/project-slug: example/{name}"]
    return "\n".join(lines) + "\n"


def _spec(fields: dict[str, str | list[str]]) -> str:
    """Text is YAML already."""
    lines = ["spec:"]
    for key, value in fields.items():
        text = "[" + ", ".join(value) + "]" if isinstance(value, list) else value
        lines.append(f"  {key}: {text}")
    return "\n".join(lines) + "\n"


def _tag(prose: Prose, count: int) -> str:
    """One of the organisation's own words, common ones first."""
    number = _popular(prose.source, tag_count(count))
    return prose.vocabulary.words[_FIRST_TAG + number]


def _popular(source: random.Random, count: int) -> int:
    """A number below ``count``; the lowest tenth is drawn half of the time."""
    return int(count * source.random() ** 3.3)


def _having(kind: str, index: int, count: int) -> int:
    """The repository at ``index`` or the closest one that has an entity of a kind.

    The first four repositories have one of each, so the search ends.
    """
    while kind not in _EXTRAS[index % len(_EXTRAS)]:
        index = (index + 1) % count
    return index


def _system(source: random.Random, count: int) -> str:
    return repository_name(_having("System", _popular(source, count), count)) + "-system"


def _api(source: random.Random, count: int) -> str:
    return repository_name(_having("API", _popular(source, count), count)) + "-api"


def _dependency(source: random.Random, count: int) -> str:
    index = _popular(source, count)
    if source.random() < 0.5:
        return f"component:{repository_name(index)}"
    return f"resource:{repository_name(_having('Resource', index, count))}-store"
