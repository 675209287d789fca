import CallboardCatalog
import CallboardDiagnostics
import CallboardJSON

/// A difference in sections of lines, before it takes the form of a terminal or of Markdown.
struct DifferenceReport {
  /// A part of a line: words of the generator, or what somebody wrote.
  enum Piece: Equatable {
    case words(String)
    case quoted(String)
  }

  /// Some pieces in a row, below another line if it is indented.
  struct Line: Equatable {
    var isIndented = false
    var pieces: [Piece]
  }

  /// The facts of one list of the difference.
  struct Section {
    var title: String
    /// `1 broken reference`, `2 broken references`.
    var phrase: String
    /// How many facts there are; a fact may take several lines.
    var count: Int
    var lines: [Line]
    /// What readers must see at once.
    var isUrgent = false
  }

  /// Without empty ones, the most pressing first.
  private(set) var sections: [Section] = []

  init(_ difference: CatalogDifference) {
    add("Broken references", "broken reference(s)", difference.broken, isUrgent: true) {
      [Self.line($0)]
    }
    add("Mended references", "mended reference(s)", difference.mended) { [Self.line($0)] }
    add("Removed", "removed", difference.removed) { [Self.line($0)] }
    add("Added", "added", difference.added) { [Self.line($0)] }
    add("Renamed", "renamed", difference.renamed) { [Self.line($0.before, "→", $0.after)] }
    add("New owners", "new owner(s)", difference.reowned) { change in
      let subject: [Piece] = [.quoted(change.ref.description), .words(":")]
      return [
        Line(pieces: subject + Self.list(change.before) + [.words("→")] + Self.list(change.after))
      ]
    }
    add("Changed", "changed", difference.changed) { change in
      [Line(pieces: [.quoted(change.ref.description)])] + change.fields.map(Self.line)
    }
    add("Moved to another file", "moved", difference.moved) { move in
      [
        Line(pieces: [
          .quoted(move.ref.description), .words(":"), .quoted(move.before.description),
          .words("→"), .quoted(move.after.description),
        ])
      ]
    }
    add("Relations removed", "relation(s) removed", difference.relationsRemoved) { [Self.line($0)] }
    add("Relations added", "relation(s) added", difference.relationsAdded) { [Self.line($0)] }
  }

  /// `2 broken references, 1 removed, 3 added`.
  var counts: String {
    sections.map(\.phrase).joined(separator: ", ")
  }

  /// - Parameter noun: What is counted, with `(s)` where more than one have it.
  private mutating func add<Fact>(
    _ title: String,
    _ noun: String,
    _ facts: [Fact],
    isUrgent: Bool = false,
    _ lines: (Fact) -> [Line]
  ) {
    guard !facts.isEmpty else { return }
    sections.append(
      Section(
        title: title,
        phrase: "\(facts.count) \(noun.replacing("(s)", with: facts.count == 1 ? "" : "s"))",
        count: facts.count,
        lines: facts.flatMap(lines),
        isUrgent: isUrgent
      )
    )
  }

  private static func line(_ before: EntityRef, _ words: String, _ after: EntityRef) -> Line {
    Line(pieces: [.quoted(before.description), .words(words), .quoted(after.description)])
  }

  /// Of a published portal even the names of relations are somebody's words.
  private static func line(_ reference: CatalogDifference.Reference) -> Line {
    Line(pieces: [
      .quoted(reference.source.description), .quoted(reference.type),
      .quoted(reference.target.description),
    ])
  }

  private static func line(_ entity: CatalogDifference.Summary) -> Line {
    var pieces: [Piece] = [.quoted(entity.ref.description)]
    if let title = entity.title { pieces.append(.quoted(DifferenceText.shortened(title))) }
    if !entity.owners.isEmpty { pieces += [.words("of")] + list(entity.owners) }
    return Line(pieces: pieces)
  }

  private static func line(_ change: CatalogDifference.FieldChange) -> Line {
    let path: [Piece] = [.quoted(change.path)]
    let pieces: [Piece]
    switch (change.before, change.after) {
    case (let before?, let after?):
      let (old, new) = DifferenceText.excerpts(before, after)
      pieces = [.words(":"), .quoted(old), .words("→"), .quoted(new)]
    case (nil, let after?): pieces = [.words("added:"), .quoted(DifferenceText.of(after))]
    case (let before?, nil): pieces = [.words("removed:"), .quoted(DifferenceText.of(before))]
    case (nil, nil): pieces = []
    }
    return Line(isIndented: true, pieces: path + pieces)
  }

  private static func list(_ refs: [EntityRef]) -> [Piece] {
    refs.isEmpty ? [.words("nobody")] : refs.map { .quoted($0.description) }
  }
}
