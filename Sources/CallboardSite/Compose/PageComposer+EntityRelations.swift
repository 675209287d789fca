import CallboardCatalog
import CallboardDiagnostics
import CallboardTemplate

/// The related entities on an entity's page, and why they are related.
extension PageComposer {
  /// The tables. What is told as a fact has one only where it is too long for that.
  func relationValues(_ id: EntityID, _ groups: [RelationGroup]) -> [TemplateValue] {
    let catalog = model.catalog
    let subject = catalog.ref(of: id)
    let shown = groups.filter { !$0.isFact || $0.relations.count > PageSize.facts }
    return RelationGroups.inReadingOrder(shown).map { group in
      let name = catalog.relationTypes[group.type].name
      let columns = RelationTables.columns(of: group.kind, in: group.type)
      let count = group.relations.count
      let list = Routes.relationList(subject, relation: name, kind: group.kind)
      let heading = RelationGroups.heading(
        group.type,
        of: group.kind,
        on: subject.kind,
        in: catalog.model,
        strings
      )
      return [
        "id": .string(fragment(of: group)),
        "type": .string(name),
        "kind": .string(group.kind),
        "icon": .string(KindStyle.icon(of: group.kind, in: catalog.model)),
        "label": .string(heading),
        "count": .integer(count),
        "columns": .array(columns.map { .string($0) }),
        "rows": .array(
          group.relations.prefix(PageSize.relations).map {
            relationTables.row($0, columns: columns)
          }
        ),
        "more": count > PageSize.relations
          ? ["route": .string(list.urlPath), "count": .integer(count)] : .null,
      ]
    }
  }

  /// What an author wrote that made each relation, up to ``PageSize/reasons``.
  func reasonValues(of id: EntityID) -> TemplateValue {
    let relations = model.catalog.relations(of: id)
    return [
      "items": .array(
        relations.prefix(PageSize.reasons).map { relation in
          reason(
            of: relation,
            label: RelationGroups.label(model.catalog.relationTypes[relation.type].name, strings),
            ref: references.value(model.catalog.targetRef(of: relation))
          )
        }
      ),
      "more": .integer(max(0, relations.count - PageSize.reasons)),
    ]
  }

  private static let reasonShape = TemplateObject.Shape(
    ["label", "ref", "field", "place", "route", "viewUrl"])

  /// One reason: the field and the line that declare a relation.
  ///
  /// - Parameters:
  ///   - label: What the relation says.
  ///   - ref: The entity at its other end, seen from the page.
  func reason(of relation: Relation, label: String, ref: TemplateValue) -> TemplateValue {
    let declared = model.catalog.declaration(of: relation)
    let author = model.catalog[relation.declaredBy]
    let line = declared.span.range.lowerBound.line
    return .object(
      TemplateObject(
        Self.reasonShape,
        [
          .string(label),
          ref,
          .string(declared.field),
          .string("\(declared.span.file):\(line)"),
          TemplateValue(model.sources.address(ofLine: line, of: author)),
          TemplateValue(problems.viewURL(of: declared.span)),
        ]
      )
    )
  }
}
