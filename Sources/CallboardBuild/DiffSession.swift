package import CallboardSite

/// `callboard diff`: two portals, each an output folder or the folder of its JSON.
package struct DiffSession: Sendable {
  /// How the difference is written.
  package enum Format: String, CaseIterable, Sendable {
    case text, markdown, json
  }

  package let difference: CatalogDifference

  /// Reads both.
  ///
  /// - Throws: ``BuildFailure`` when one of them is no portal or cannot be read.
  package init(old: String, new: String) throws(BuildFailure) {
    do {
      difference = try PublishedDifference.between(
        PublishedCatalog(FolderSource(old)),
        PublishedCatalog(FolderSource(new))
      )
    } catch {
      throw BuildFailure(error)
    }
  }

  /// The bytes to print, with a newline at their end.
  package func formatted(_ format: Format) -> [UInt8] {
    switch format {
    case .text: DifferenceText.format(difference)
    case .markdown: DifferenceMarkdown.format(difference)
    case .json: DifferenceJSON.format(difference)
    }
  }
}

extension DiffSession {
  /// What can make the command exit with 1.
  package enum Condition: String, CaseIterable, Sendable {
    /// A reference leads nowhere that did not before.
    case broken
    /// An entity is gone, and not under another name.
    case removed
    /// An entity belongs to somebody else.
    case reowned
    /// Anything differs.
    case any
  }

  /// Whether the difference is of that kind.
  package func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .broken: !difference.broken.isEmpty
    case .removed: !difference.removed.isEmpty
    case .reowned: !difference.reowned.isEmpty
    case .any: !difference.isEmpty
    }
  }
}
