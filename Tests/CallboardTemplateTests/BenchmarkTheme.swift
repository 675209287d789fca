import CallboardTemplate

/// A page of the size and kind that a portal has most of: one entity with a long table.
enum BenchmarkTheme {
  static let sources: [String: String] = [
    "page": page, "base": base, "header": header, "footer": footer, "ui": macros,
  ]

  private static let macros = """
    {% macro icon(sprite, name) %}<svg class="icon" aria-hidden="true"><use href="{{ sprite }}#\
    {{ name }}"></use></svg>{% endmacro %}
    {% macro ref(target, root, sprite) %}{% if target.route %}<a class="ref" data-kind="\
    {{ target.kind }}" href="{{ root }}{{ target.route }}">{{ target.name }}</a>{% else %}\
    <span class="ref">{{ target.name }}</span>{% endif %}{% endmacro %}
    """

  private static let base = """
    {% import "ui" as ui %}
    <!doctype html>
    <html lang="{{ site.language }}">
    <head>
    <meta charset="utf-8">
    <title>{{ page.title }} · {{ site.title }}</title>
    {% if page.description %}<meta name="description" content="{{ page.description }}">{% endif %}
    <link rel="stylesheet" href="{{ root }}assets/site.css">
    <script type="module" src="{{ root }}assets/site.js"></script>
    </head>
    <body>
    {% include "header" %}
    <nav aria-label="Catalog">
    <ul>
    {% for item in navigation %}
    <li><a class="nav-link" href="{{ root }}{{ item.route }}"{% if item.current %} \
    aria-current="page"{% endif %}><span>{{ item.label }}</span>{% if item.count %} <span \
    class="count">{{ item.count }}</span>{% endif %}</a></li>
    {% endfor %}
    </ul>
    </nav>
    <main id="main">
    {% block main %}{% endblock %}
    </main>
    {% include "footer" %}
    </body>
    </html>
    """

  private static let header = """
    {% import "ui" as ui %}
    <header class="site-header"><a class="brand" href="{{ root }}">{{ ui.icon(sprite, "board") }}\
    <span>{{ site.title }}</span></a></header>
    """

  private static let footer = """
    <footer><p>{{ site.title }}, built by {{ site.generator | upper }}</p></footer>
    """

  private static let page = """
    {% extends "base" %}
    {% import "ui" as ui %}
    {% block main %}
    <h1>{{ ui.icon(sprite, "component") }}{{ page.title }}</h1>
    {% if page.tags | length > 0 %}<ul class="tags">{% for tag in page.tags %}<li>{{ tag }}</li>\
    {% endfor %}</ul>{% endif %}
    <table>
    <thead><tr><th>Name</th><th>Relation</th><th>Owner</th><th>Lifecycle</th></tr></thead>
    <tbody>
    {% for row in rows %}
    <tr{% if loop.first %} class="first"{% endif %}>
    <td>{{ ui.ref(row.target, root, sprite) }}</td>
    <td><span class="badge">{{ row.relation }}</span></td>
    <td>{% if row.owner %}<a href="{{ root }}{{ row.owner.route }}">{{ row.owner.name }}</a>\
    {% else %}<span class="muted">Not set</span>{% endif %}</td>
    <td data-state="{{ row.lifecycle | lower }}">{{ row.lifecycle | default("unknown") }}</td>
    </tr>
    {% endfor %}
    </tbody>
    </table>
    {% endblock %}
    """

  private static let itemShape = TemplateObject.Shape(["route", "label", "count", "current"])
  private static let rowShape = TemplateObject.Shape(["target", "relation", "owner", "lifecycle"])
  private static let targetShape = TemplateObject.Shape(["route", "kind", "name"])
  private static let pageShape = TemplateObject.Shape(["title", "description", "tags"])
  private static let siteShape = TemplateObject.Shape(["title", "language", "generator"])
  private static let contextShape = TemplateObject.Shape([
    "site", "page", "root", "sprite", "navigation", "rows",
  ])

  /// - Parameter current: The number of the navigation's entry that is current.
  static func context(current: Int) -> TemplateObject {
    let navigation = (0..<60).map { number in
      TemplateValue.object(
        TemplateObject(
          itemShape,
          [
            .string("catalog/group-\(number)/"), .string("Group & team \(number)"),
            number % 3 == 0 ? .integer(number) : nil, .bool(number == current),
          ]
        )
      )
    }
    let rows = (0..<40).map { number in
      let target = TemplateObject(
        targetShape,
        [
          .string("catalog/default/component/service-\(number)/"), "component",
          .string("service-\(number)"),
        ]
      )
      let owner = TemplateObject(targetShape, ["catalog/default/group/team/", "group", "team"])
      return TemplateValue.object(
        TemplateObject(
          rowShape,
          [
            .object(target), number % 2 == 0 ? "depends on" : "part of",
            number % 4 == 0 ? nil : .object(owner), "Production",
          ]
        )
      )
    }
    let page = TemplateObject(
      pageShape,
      ["Payments <core>", "Takes and \"keeps\" payments", ["java", "pci", "tier-1"]]
    )
    let site = TemplateObject(siteShape, ["Portal", "en", "callboard"])
    return TemplateObject(
      contextShape,
      [
        .object(site), .object(page), "../../../../", "../../../../assets/sprite.svg",
        .array(navigation), .array(rows),
      ]
    )
  }
}
