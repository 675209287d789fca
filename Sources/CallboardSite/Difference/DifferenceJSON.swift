import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON

/// Writes a difference as one JSON object; `docs/reference/diff.schema.json` describes it.
package enum DifferenceJSON {
  /// It grows when a reader of the old form would be misled.
  private static let format = 1

  /// All of the difference, however long.
  package static func format(_ difference: CatalogDifference) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.member("format", format)
      object.key("counts")
      object.object { counts in
        counts.member("added", difference.added.count)
        counts.member("removed", difference.removed.count)
        counts.member("renamed", difference.renamed.count)
        counts.member("moved", difference.moved.count)
        counts.member("reowned", difference.reowned.count)
        counts.member("changed", difference.changed.count)
        counts.member("broken", difference.broken.count)
        counts.member("mended", difference.mended.count)
        counts.member("relationsAdded", difference.relationsAdded.count)
        counts.member("relationsRemoved", difference.relationsRemoved.count)
      }
      list("added", difference.added, to: &object, write)
      list("removed", difference.removed, to: &object, write)
      list("renamed", difference.renamed, to: &object) { rename, object in
        object.member("before", rename.before.description)
        object.member("after", rename.after.description)
      }
      list("moved", difference.moved, to: &object) { move, object in
        object.member("entity", move.ref.description)
        object.key("before")
        object.object { write(move.before, to: &$0) }
        object.key("after")
        object.object { write(move.after, to: &$0) }
      }
      list("reowned", difference.reowned, to: &object) { change, object in
        object.member("entity", change.ref.description)
        object.member("before", change.before.map(\.description))
        object.member("after", change.after.map(\.description))
      }
      list("changed", difference.changed, to: &object) { change, object in
        object.member("entity", change.ref.description)
        list("fields", change.fields, to: &object, write)
      }
      list("broken", difference.broken, to: &object, write)
      list("mended", difference.mended, to: &object, write)
      list("relationsAdded", difference.relationsAdded, to: &object, write)
      list("relationsRemoved", difference.relationsRemoved, to: &object, write)
    }
    writer.endRecord()
    return writer.bytes
  }

  /// A member whose value is an array of objects.
  private static func list<Element>(
    _ name: String,
    _ elements: [Element],
    to writer: inout JSONWriter,
    _ write: (Element, inout JSONWriter) -> Void
  ) {
    writer.key(name)
    writer.array { array in
      for element in elements { array.object { write(element, &$0) } }
    }
  }

  private static func write(_ entity: CatalogDifference.Summary, to writer: inout JSONWriter) {
    writer.member("entity", entity.ref.description)
    writer.member(ifPresent: "title", entity.title)
    writer.member("owners", entity.owners.map(\.description))
    write(entity.file, to: &writer)
  }

  private static func write(_ file: SourcePath, to writer: inout JSONWriter) {
    writer.member("repository", file.repository)
    writer.member("path", file.path)
  }

  private static func write(_ change: CatalogDifference.FieldChange, to writer: inout JSONWriter) {
    writer.member("field", change.path)
    if let before = change.before {
      writer.key("before")
      writer.value(before)
    }
    if let after = change.after {
      writer.key("after")
      writer.value(after)
    }
  }

  private static func write(
    _ reference: CatalogDifference.Reference,
    to writer: inout JSONWriter
  ) {
    writer.member("source", reference.source.description)
    writer.member("type", reference.type)
    writer.member("target", reference.target.description)
  }
}
