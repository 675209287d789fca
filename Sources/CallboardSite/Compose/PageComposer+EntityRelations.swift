import CallboardCatalog
import CallboardDiagnostics
import CallboardTemplate

/// The related entities on an entity's page, and why they are related.
extension PageComposer {
  /// The tables. What is told as a fact has one only where it is too long for that.
  func relationWidgets(_ id: EntityID, _ groups: [RelationGroup]) -> [Widget] {
    let shown = groups.filter { !$0.isFact || $0.relations.count > PageSize.facts }
    return RelationGroups.inReadingOrder(shown).map { relationWidget(of: id, $0) }
  }

  private func relationWidget(of id: EntityID, _ group: RelationGroup) -> Widget {
    let catalog = model.catalog
    let subject = catalog.ref(of: id)
    let columns = RelationTables.columns(of: group.kind, in: group.type)
    let count = group.relations.count
    let list = Routes.relationList(
      subject,
      relation: catalog.relationTypes[group.type].name,
      kind: group.kind
    )
    let table = WidgetTable(
      columns: [.init("name", strings.text("column.name"))]
        + columns.map { .init($0, strings.text("column.\($0)")) },
      rows: group.relations.prefix(PageSize.relations).map {
        relationTables.row($0, columns: columns)
      },
      look: .records
    )
    return Widget(
      id: widgetID(of: group),
      title: RelationGroups.heading(
        group.type,
        of: group.kind,
        on: subject.kind,
        in: catalog.model,
        strings
      ),
      count: count,
      more: count > PageSize.relations
        ? WidgetLink(strings.text("relations.more", count: count), .site(list.urlPath)) : nil,
      .table(table)
    )
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
    let line = declared.span.range.lowerBound.line
    return .object(
      TemplateObject(
        Self.reasonShape,
        [
          .string(label),
          ref,
          .string(declared.field),
          .string("\(declared.span.file):\(line)"),
          TemplateValue(address(ofLine: line, of: relation.declaredBy)),
          TemplateValue(problems.viewURL(of: declared.span)),
        ]
      )
    )
  }
}
