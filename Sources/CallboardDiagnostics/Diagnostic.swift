/// One finding about what an author wrote.
///
/// A stage returns findings and never prints them. What the *machine* could not do (a full disk,
/// a missing program) is not a diagnostic but a thrown error.
package struct Diagnostic: Hashable, Sendable {
  /// Names a kind of finding in messages, in `site.yaml` and in `callboard explain`.
  ///
  /// Public and stable: kebab-case, each with a section in `docs/reference/diagnostics/`.
  package struct ID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package var description: String { rawValue }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// How bad a finding is, judged by what happens to the output.
  package enum Severity: String, Comparable, Sendable, CaseIterable {
    /// Something the author asked for is not in the portal.
    case error
    /// It is in the portal, but probably not as the author meant it.
    case warning
    /// Worth knowing; nothing is wrong.
    case note

    /// The worst severity is the greatest.
    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
      switch self {
      case .error: 2
      case .warning: 1
      case .note: 0
      }
    }
  }

  /// A second place that explains the first one, such as an earlier declaration.
  package struct Note: Hashable, Sendable {
    package var text: String
    /// nil when the note is about no one place.
    package var span: SourceSpan?

    package init(_ text: String, span: SourceSpan? = nil) {
      self.text = text
      self.span = span
    }
  }

  package var id: ID
  package var severity: Severity

  /// One line like a headline, without a full stop; quotes what the author wrote.
  package var summary: String

  /// nil for findings about the site as a whole.
  package var span: SourceSpan?
  package var notes: [Note]

  /// Remedies, each a sentence in the imperative, with its full stop.
  package var help: [String]

  package init(
    id: ID,
    severity: Severity,
    summary: String,
    span: SourceSpan?,
    notes: [Note] = [],
    help: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.span = span
    self.notes = notes
    self.help = help
  }
}

extension Diagnostic {
  /// The files that a message about it quotes: its own, and those of its notes.
  package var files: [SourcePath] { ([span] + notes.map(\.span)).compactMap { $0?.file } }
}

extension Diagnostic: Comparable {
  /// By repository, path, position and id, the order in which findings are printed.
  ///
  /// Findings without a place come first; the summary breaks ties so that the order is total.
  package static func < (lhs: Self, rhs: Self) -> Bool {
    switch (lhs.span, rhs.span) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let left?, let right?) where left != right: return left < right
    default: return (lhs.id, lhs.summary) < (rhs.id, rhs.summary)
    }
  }
}
