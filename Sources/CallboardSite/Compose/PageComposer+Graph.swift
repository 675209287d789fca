import CallboardCatalog
import CallboardTemplate

/// The graphs that stand on pages; `docs/reference/page-context.md` describes their values.
extension PageComposer {
  /// The `graph` object of an entity's page; null for an entity without relations.
  func graphValue(around id: EntityID) -> TemplateValue {
    guard !model.catalog.relations(of: id).isEmpty else { return .null }
    let entity = model.catalog[id]
    let root = Routes.entity(entity.ref).rootPrefix
    let (graph, depth) = EntityNeighbourhood(catalog: model.catalog).graph(around: id)
    let drawing = GraphDrawing(graph, LayoutOptions())
    return [
      "svg": .html(
        drawing.svg(
          name: "Relations of \(entity.displayName)",
          root: root,
          sprite: theme.assets.sprite(root: root)
        )
      ),
      "depth": .integer(depth),
      "relations": relationLegend(drawing),
      "explore": .string(Routes.explorer(around: entity.ref)),
    ]
  }

  /// The relations of a drawing in words, for its legend.
  func relationLegend(_ drawing: GraphDrawing) -> TemplateValue {
    .array(
      drawing.relations.map { type in
        ["type": .string(type.name), "label": .string(type.edgeLabel)]
      }
    )
  }
}
