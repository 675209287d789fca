package import CallboardDiagnostics

/// How an author wants faults of the navigation and of links to be judged: `validation` and `strict` of
/// `mkdocs.yml`.
package struct DocsValidation: Hashable, Sendable {
  /// What is judged, by MkDocs' key below `validation`.
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    /// A page that the navigation does not list.
    case omittedFiles = "nav.omitted_files"
    /// An entry of the navigation without a page.
    case missingEntry = "nav.not_found"
    /// A link to a file that is not there.
    case missingTarget = "links.not_found"
    /// A link that begins with a slash and leads nowhere.
    case absoluteLink = "links.absolute_links"
    /// A relative link that names no file, such as `setup/`, and leads nowhere.
    case unrecognizedLink = "links.unrecognized_links"
    /// A link to a place that its page does not have.
    case anchor = "links.anchors"

    fileprivate var section: String { String(rawValue.prefix { $0 != "." }) }
    fileprivate var key: String { String(rawValue.drop { $0 != "." }.dropFirst()) }
    /// Whether MkDocs warns of it without being told to.
    fileprivate var isWarnedOf: Bool { self == .missingEntry || self == .missingTarget }
  }

  /// What one subject is to be; nil for nothing at all.
  private var chosen: [Subject: Diagnostic.Severity?] = [:]
  private var isStrict = false
  /// `absolute_links: relative_to_docs`: links that begin with a slash mean the docs folder and nothing else.
  package private(set) var readsAbsoluteLinksFromDocs = false

  package init() {}

  /// A level below `nav` or `links` holds for that part, one directly below `validation` for both.
  init(_ value: ConfigurationValue?, isStrict: Bool) {
    self.isStrict = isStrict
    for subject in Subject.allCases {
      let level = value?[subject.section]?[subject.key]?.string ?? value?[subject.key]?.string
      switch level {
      case "warn": chosen[subject] = .some(.warning)
      case "info": chosen[subject] = .some(.note)
      case "ignore": chosen[subject] = .some(nil)
      case "relative_to_docs": readsAbsoluteLinksFromDocs = true
      default: continue
      }
    }
  }

  /// A finding at the severity that the author wants; nil when they want none.
  ///
  /// `strict` makes errors of what MkDocs itself would warn of, and of nothing else.
  package func judge(_ finding: Diagnostic, as subject: Subject) -> Diagnostic? {
    var judged = finding
    if let severity = chosen[subject] {
      guard let severity else { return nil }
      judged.severity = severity
      if isStrict, severity == .warning { judged.severity = .error }
    } else if isStrict, subject.isWarnedOf {
      judged.severity = .error
    }
    return judged
  }
}
