import CallboardCatalog
import CallboardTemplate

/// The graphs that stand on pages; `docs/reference/page-context.md` describes their values.
extension PageComposer {
  /// The `graph` object of an entity's page; null for an entity without relations.
  func graphValue(around id: EntityID) -> TemplateValue {
    guard !model.catalog.relations(of: id).isEmpty else { return .null }
    let entity = model.catalog[id]
    let root = Routes.entity(entity.ref).rootPrefix
    let (graph, depth) = EntityNeighbourhood(catalog: model.catalog, strings: strings).graph(
      around: id
    )
    let drawing = GraphDrawing(graph, LayoutOptions())
    return [
      "svg": .html(
        drawing.svg(
          name: strings.text("graph.name", ["name": entity.displayName]),
          root: root,
          sprite: theme.assets.sprite(root: root)
        )
      ),
      "depth": .integer(depth),
      "relations": relationLegend(drawing),
      "explore": .string(Routes.explorer(around: entity.ref)),
      "org": ["group", "user"].contains(entity.ref.kind)
        ? .string(Routes.org(below: nil).urlPath) : .null,
    ]
  }

  /// What the drawing of a level shows at most, so that it stays readable.
  private static let overview = SystemGraph.Limits(nodes: 24, links: 64)
  /// Rows of a level's list.
  private static let overviewRows = 100

  /// The graph explorer: without scripts, the relations between systems and between domains.
  func graphContext() -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: strings.text("nav.graph"),
        route: Routes.graph,
        layout: "graph",
        section: Routes.graph
      )
    )
    context["levels"] = .array(SystemGraph.Level.allCases.compactMap(levelValue))
    context["kinds"] = shared.kindValues(current: nil)
    let types = model.catalog.relationTypes
    context["relations"] = .array(
      types.pairs.map { pair in
        let name = types[pair.primary].name
        return ["type": .string(name), "label": .string(RelationGraph.label(name, strings))]
      }
    )
    context["data"] = .string(GraphFiles.folder + "entry.json")
    context["org"] = .string(Routes.org(below: nil).urlPath)
    return context
  }

  private func levelValue(_ level: SystemGraph.Level) -> TemplateValue? {
    let overview = SystemGraph(model.catalog, level: level)
    guard overview.nodes.count > 1 else { return nil }
    let list = Routes.kindIndex(level.rawValue)
    let root = Routes.graph.rootPrefix
    let (graph, linksLeftOut) = overview.graph(
      model.catalog,
      limits: Self.overview,
      more: list,
      strings
    )
    let drawing = GraphDrawing(graph, LayoutOptions())
    let style = KindStyle.of(level.rawValue, in: model.catalog.model, strings)
    return [
      "level": .string(level.rawValue),
      "title": .string(style.plural),
      "titleInSentence": .string(style.pluralInSentence(strings)),
      "icon": .string(style.icon),
      "total": .integer(overview.nodes.count),
      "shown": .integer(min(overview.nodes.count, Self.overview.nodes)),
      "linksLeftOut": .integer(linksLeftOut),
      "route": .string(list.urlPath),
      "svg": .html(
        drawing.svg(
          name: strings.text("graph.between", style.values(strings)),
          root: root,
          sprite: theme.assets.sprite(root: root)
        )
      ),
      "relations": relationLegend(drawing),
      "rows": .array(
        overview.bundles.strongest(Self.overviewRows).map { bundle in
          [
            "source": references.value(bundle.source),
            "label": .string(drawing.graph.label(bundle.type)),
            "target": references.value(bundle.target),
            "count": .integer(bundle.count),
          ]
        }
      ),
      "rowCount": .integer(overview.bundles.count),
    ]
  }

  /// The relations of a drawing in words, for its legend.
  func relationLegend(_ drawing: GraphDrawing) -> TemplateValue {
    .array(
      drawing.relations.map { type in
        [
          "type": .string(drawing.graph.name(type)), "label": .string(drawing.graph.label(type)),
        ]
      }
    )
  }
}
