import CallboardCatalog
import CallboardDiagnostics

extension Diagnostic.ID {
  static let linkTargetMissing = Self(rawValue: "link-target-missing")
  static let linkTargetNotPublished = Self(rawValue: "link-target-not-published")
  static let linkAnchorMissing = Self(rawValue: "link-anchor-missing")
  static let linkEntityMissing = Self(rawValue: "link-entity-missing")
  static let linkLeavesRepository = Self(rawValue: "link-leaves-repository")
  static let routeInvalid = Self(rawValue: "route-invalid")
  static let routeTaken = Self(rawValue: "route-taken")
  static let docsPageOrphaned = Self(rawValue: "docs-page-orphaned")
  static let docsPathMissing = Self(rawValue: "docs-path-missing")
  static let assetWithheld = Self(rawValue: "asset-withheld")
}

extension Diagnostic {
  static func linkTargetMissing(
    _ destination: String,
    nearest: String?,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .linkTargetMissing,
      severity: .warning,
      summary: "'\(destination)' leads to no file of this repository",
      span: span,
      help: [
        nearest.map { "Change its file name to '\($0)'." }
          ?? "Correct the path; it is read from the folder of this page's source."
      ]
    )
  }

  static func docsPageOrphaned(_ source: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .docsPageOrphaned,
      severity: .note,
      summary: "The page is in no navigation, and no other page leads to it",
      span: .wholeFile(source),
      help: ["Add it to 'nav', link to it, or name it in 'not_in_nav' if that is meant."]
    )
  }

  static func docsPathMissing(_ path: String, in ref: EntityRef, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      id: .docsPathMissing,
      severity: .warning,
      summary: "'\(path)' names no page of the docs of \(ref)",
      span: span,
      help: ["Write the page's path in the docs, such as '/guides/setup'."]
    )
  }

  static func linkTargetNotPublished(_ destination: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .linkTargetNotPublished,
      severity: .warning,
      summary: "'\(destination)' is a file that the portal does not publish",
      span: span,
      help: ["Link to the file's page on your forge, or move what readers need into the docs."]
    )
  }

  static func linkAnchorMissing(
    _ fragment: String,
    in outline: PageOutline,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .linkAnchorMissing,
      severity: .warning,
      summary: "'#\(fragment)' names no heading of '\(outline.title)'",
      span: span,
      help: [
        NearestName.of(fragment, in: outline.anchors).map { "Change it to '#\($0)'." }
          ?? "Link to the page without a fragment, or add the heading."
      ]
    )
  }

  static func linkEntityMissing(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .linkEntityMissing,
      severity: .warning,
      summary: "'entity:\(text)' names no entity of this site",
      span: span,
      help: ["Write a full reference, such as 'entity:component:default/checkout'."]
    )
  }

  static func linkLeavesRepository(_ destination: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .linkLeavesRepository,
      severity: .warning,
      summary: "'\(destination)' leads out of the repository",
      span: span,
      help: ["Link to the page of the other repository by its address."]
    )
  }

  static func routeInvalid(_ route: Route, of source: SourcePath, reason: String) -> Diagnostic {
    Diagnostic(
      id: .routeInvalid,
      severity: .error,
      summary: "The page has no usable address '\(route)', because \(reason)",
      span: .wholeFile(source),
      help: ["Rename the file or its folders."]
    )
  }

  static func routeTaken(
    _ route: Route,
    by source: SourcePath,
    earlier: SourcePath
  ) -> Diagnostic {
    Diagnostic(
      id: .routeTaken,
      severity: .error,
      summary: "The address '\(route)' belongs to '\(earlier)' already",
      span: .wholeFile(source),
      notes: [Note("taken by this page", span: .wholeFile(earlier))],
      help: ["Rename one of the two files; addresses are compared without regard to case."]
    )
  }

  static func assetWithheld(_ source: SourcePath, reason: String) -> Diagnostic {
    Diagnostic(
      id: .assetWithheld,
      severity: .warning,
      summary: "The file is not published: \(reason)",
      span: .wholeFile(source),
      help: ["Remove what is named from the file, or leave the file out of the docs."]
    )
  }
}
