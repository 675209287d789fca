import CallboardCatalog

/// Encodes the entries of a group for the cache. Whoever changes the form raises ``version``.
enum GroupHistoryCoder {
  static let version = 1

  static func encode(_ entries: [GroupHistory.Entry]) -> [UInt8] {
    var writer = FieldWriter()
    writer.count(entries.count)
    for entry in entries {
      writer.count(entry.member)
      writer.text(entry.commit)
      writer.integer(entry.seconds)
      writer.text(entry.subject)
      writer.count(entry.events.count)
      for event in entry.events {
        writer.ref(event.ref)
        writer.text(event.title)
        writer.optional(event.owner?.description)
        writer.text(event.path)
        writer.change(event.change)
      }
    }
    return writer.bytes
  }

  /// nil for anything that ``encode(_:)`` did not make, and for members that there are not.
  static func decode(_ bytes: [UInt8], memberCount: Int) -> [GroupHistory.Entry]? {
    var reader = FieldReader(bytes)
    guard let count = reader.count() else { return nil }
    var entries: [GroupHistory.Entry] = []
    for _ in 0..<count {
      guard let member = reader.count(), member < memberCount, let commit = reader.text(),
        let seconds = reader.integer(), let subject = reader.text(), let events = reader.count()
      else { return nil }
      var entry = GroupHistory.Entry(
        member: member,
        commit: commit,
        seconds: seconds,
        subject: subject,
        events: []
      )
      for _ in 0..<events {
        guard let ref = reader.ref(), let title = reader.text(), let owner = reader.optionalRef(),
          let path = reader.text(), let change = reader.change()
        else { return nil }
        entry.events.append(
          CatalogEvent(ref: ref, change: change, title: title, owner: owner.value, path: path)
        )
      }
      entries.append(entry)
    }
    return reader.isAtEnd ? entries : nil
  }
}

/// A value that was read and may be nothing.
private struct Read<Value> {
  var value: Value?
}

private struct FieldWriter {
  var bytes: [UInt8] = []

  mutating func count(_ value: Int) { bytes.appendLittleEndian(UInt32(clamping: value)) }

  mutating func integer(_ value: Int64) { bytes.appendLittleEndian(value) }

  mutating func text(_ text: String) {
    count(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func optional(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { self.text(text) }
  }

  mutating func ref(_ ref: EntityRef) { text(ref.description) }

  mutating func change(_ change: CatalogEvent.Change) {
    text(change.name.rawValue)
    switch change {
    case .added, .removed: break
    case .moved(let path): text(path)
    case .renamed(let old): ref(old)
    case .owner(let from, let to):
      optional(from?.description)
      optional(to?.description)
    case .type(let from, let to), .lifecycle(let from, let to):
      optional(from)
      optional(to)
    }
  }
}

private struct FieldReader {
  private var fields: ByteFieldReader

  init(_ bytes: [UInt8]) {
    fields = ByteFieldReader(bytes)
  }

  var isAtEnd: Bool { fields.isAtEnd }

  mutating func count() -> Int? { fields.integer(UInt32.self).map { Int($0) } }

  mutating func integer() -> Int64? { fields.integer(Int64.self) }

  mutating func text() -> String? {
    count().flatMap { fields.slice($0) }.flatMap { String(validating: $0, as: UTF8.self) }
  }

  mutating func optional() -> Read<String>? {
    switch fields.integer(UInt8.self) {
    case 0: Read(value: nil)
    case 1: text().map { Read(value: $0) }
    default: nil
    }
  }

  mutating func ref() -> EntityRef? {
    text().flatMap { try? EntityRef($0, in: EntityRef.Context()) }
  }

  mutating func optionalRef() -> Read<EntityRef>? {
    guard let read = optional() else { return nil }
    guard let text = read.value else { return Read(value: nil) }
    return (try? EntityRef(text, in: EntityRef.Context())).map { Read(value: $0) }
  }

  mutating func change() -> CatalogEvent.Change? {
    guard let name = text().flatMap(CatalogEvent.Change.Name.init(rawValue:)) else { return nil }
    switch name {
    case .added: return .added
    case .removed: return .removed
    case .moved: return text().map { .moved(from: $0) }
    case .renamed: return ref().map { .renamed(from: $0) }
    case .owner:
      guard let from = optionalRef(), let to = optionalRef() else { return nil }
      return .owner(from: from.value, to: to.value)
    case .type, .lifecycle:
      guard let from = optional(), let to = optional() else { return nil }
      return name == .type
        ? .type(from: from.value, to: to.value) : .lifecycle(from: from.value, to: to.value)
    }
  }
}
