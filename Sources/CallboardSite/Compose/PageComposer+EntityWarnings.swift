import CallboardCatalog
import CallboardDiagnostics
import CallboardTemplate

/// What is wrong with an entity, for the top of its page.
extension PageComposer {
  /// Missing targets, rival descriptors, and what an annotation says; findings stand beside it.
  func warningsValue(of id: EntityID) -> TemplateValue {
    let entity = model.catalog[id]
    let missing = model.catalog.relations(of: id).filter(\.isDangling)
    let rivals = entities.rivals(of: entity)
    return [
      "missing": [
        "count": .integer(missing.count),
        "items": .array(missing.prefix(PageSize.warnings).map(missingTarget)),
        "more": .integer(max(0, missing.count - PageSize.warnings)),
      ],
      "rivals": .array(rivals.prefix(PageSize.warnings).map(place)),
      "kept": rivals.isEmpty ? .null : place(entity.nameSpan),
      "isOrphan": .bool(entity.annotation(WellKnownAnnotation.orphan) == "true"),
    ]
  }

  private func missingTarget(_ relation: Relation) -> TemplateValue {
    let ref = model.catalog.targetRef(of: relation)
    return [
      "reason": reason(
        of: relation,
        label: RelationGroups.label(model.catalog.relationTypes[relation.type].name, strings),
        ref: references.value(ref)
      ),
      "suggestion": model.catalog.nearMisses(of: ref).first.map(references.value) ?? .null,
    ]
  }

  private func place(_ span: SourceSpan) -> TemplateValue {
    return [
      "place": .string("\(span.file):\(span.range.lowerBound.line)"),
      "viewUrl": TemplateValue(problems.viewURL(of: span)),
    ]
  }

  /// The findings that stand within the entity's own document, without those of missing targets, which
  /// ``warningsValue(of:)`` has.
  func ownFindings(of entity: Entity) -> [Diagnostic] {
    entities.findings(of: entity).filter { $0.id != .relationTargetMissing }
  }
}
