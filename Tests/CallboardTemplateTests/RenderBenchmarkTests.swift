import CallboardHTML
import Foundation
import Testing

@testable import CallboardTemplate

/// Times a page like those of the catalog. Runs only with `CALLBOARD_BENCH=1`, in release.
@Suite struct RenderBenchmarkTests {
  static let isEnabled = ProcessInfo.processInfo.environment["CALLBOARD_BENCH"] == "1"

  @Test(.enabled(if: isEnabled, "Set CALLBOARD_BENCH=1 to run it."))
  func rendersAnEntityPage() throws {
    let environment = try TemplateEnvironment(
      mode: .theme,
      sources: Self.sources.mapValues { Array($0.utf8) }
    )
    let site = Self.site
    let fixed = Self.page(0, site: site)
    var output: [UInt8] = []
    output.reserveCapacity(32 << 10)
    let clock = ContinuousClock()
    var renders: [Duration] = []
    var wholes: [Duration] = []
    for round in 0..<3_000 {
      output.removeAll(keepingCapacity: true)
      let render = try clock.measure {
        try environment.render("entity", context: fixed, into: &output)
      }
      output.removeAll(keepingCapacity: true)
      let whole = try clock.measure {
        let context = Self.page(round, site: site)
        try environment.render("entity", context: context, into: &output)
      }
      renders.append(render)
      wholes.append(whole)
    }
    print("template: \(output.count) bytes a page")
    print("template: median \(Self.median(renders)) µs, with its context \(Self.median(wholes)) µs")
  }

  private static func median(_ durations: [Duration]) -> Double {
    let sorted = durations.sorted()
    let (seconds, attoseconds) = sorted[sorted.count / 2].components
    return (Double(seconds) * 1e6 + Double(attoseconds) / 1e12).rounded()
  }

  static let sources = [
    "base": """
    <!doctype html>
    <html lang="{{ site.language }}">
    <head><meta charset="utf-8"><title>{{ title }} - {{ site.name }}</title>
    <link rel="stylesheet" href="{{ root }}theme.css"></head>
    <body class="{% block bodyClass %}page{% endblock %}">
    {% include "nav" %}
    <main>{% block main %}{% endblock %}</main>
    {% include "foot" %}
    </body></html>
    """,
    "nav": """
    <nav><ul>
    {% for item in navigation -%}
    <li{% if item.current %} class="current"{% endif %}><a href="{{ root }}{{ item.path }}"\
    {% if item.current %} aria-current="page"{% endif %}>{{ item.title }}</a></li>
    {% endfor %}
    </ul></nav>
    """,
    "foot": "<footer>{{ site.name }} <a href=\"{{ site.source }}\">source</a></footer>",
    "entity": """
    {% extends "base" %}
    {% block bodyClass %}entity {{ entity.kind | lower }}{% endblock %}
    {% block main %}
    <h1>{{ entity.title }}</h1>
    {% if entity.description %}<p>{{ entity.description }}</p>{% endif %}
    {{ entity.body }}
    <table><thead><tr><th>Name</th><th>Kind</th><th>Owner</th><th>State</th></tr></thead><tbody>
    {% for row in rows -%}
    <tr id="row-{{ loop.index }}"{% if row.deprecated %} class="deprecated"{% endif %}>
    <td><a href="{{ row.url }}">{{ row.name }}</a></td><td>{{ row.kind }}</td>
    <td>{% if row.owner %}<a href="{{ row.ownerURL }}">{{ row.owner }}</a>{% else %}none{% endif %}</td>
    <td>{% if row.deprecated %}deprecated{% else %}{{ row.state | title }}{% endif %}</td></tr>
    {% else %}
    <tr><td colspan="4">Nothing here.</td></tr>
    {% endfor %}
    </tbody></table>
    {% endblock %}
    """,
  ]

  /// What all pages share.
  static let site: (object: TemplateValue, navigation: [TemplateValue]) = {
    let shape = TemplateObject.Shape(["title", "path", "current"])
    let items = (0..<60).map { index in
      TemplateValue.object(
        TemplateObject(
          shape,
          ["Team \(index) & friends", "catalog/default/component/team-\(index)/", false]
        )
      )
    }
    return (
      ["name": "Example portal", "language": "en", "source": "https://example.com/portal"], items
    )
  }()

  static func page(
    _ number: Int,
    site: (object: TemplateValue, navigation: [TemplateValue])
  ) -> TemplateObject {
    let shape = TemplateObject.Shape([
      "name", "url", "kind", "owner", "ownerURL", "deprecated", "state",
    ])
    let rows = (0..<40).map { index in
      TemplateValue.object(
        TemplateObject(
          shape,
          [
            .string("component-\(number)-\(index)"), "../component-\(index)/", "Component",
            index % 5 == 0 ? nil : "group:default/payments", "../../group/payments/",
            .bool(index % 7 == 0), "production",
          ]
        )
      )
    }
    return [
      "site": site.object, "root": "../../../../", "title": .string("component \(number)"),
      "navigation": .array(site.navigation),
      "entity": [
        "title": .string("component \(number)"), "kind": "Component",
        "description": "Takes <payments> & \"refunds\" for the whole company.",
        "body": .html(HTML(literal: "<section><h2>About</h2><p>Some rendered text.</p></section>")),
      ],
      "rows": .array(rows),
    ]
  }
}
