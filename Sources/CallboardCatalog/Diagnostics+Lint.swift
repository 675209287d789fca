package import CallboardDiagnostics

extension Diagnostic.ID {
  package static let apiVersionOld = Self(rawValue: "api-version-old")
  package static let annotationShape = Self(rawValue: "annotation-shape")
  package static let annotationUnknown = Self(rawValue: "annotation-unknown")
  package static let annotationWritten = Self(rawValue: "annotation-written")
  package static let annotationTargetMissing = Self(rawValue: "annotation-target-missing")
  package static let sourceLocationNotURL = Self(rawValue: "source-location-not-url")
}

// What Backstage takes and is probably not meant.
extension Diagnostic {
  static func apiVersionOld(_ version: String, current: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .apiVersionOld,
      severity: .note,
      summary: "'\(version)' is an old apiVersion of this kind",
      span: span,
      help: ["Change it to '\(current)'."]
    )
  }

  static func sourceLocationWithoutURL(_ text: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .sourceLocationNotURL,
      severity: .warning,
      summary: "'\(text.prefix(80))' is no location of type 'url', so no tool finds the source",
      span: span,
      help: ["Write 'url:' and the whole address, with a slash at the end for a folder."]
    )
  }

  static func annotationShape(
    _ text: String,
    key: String,
    _ shape: AnnotationShape,
    span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .annotationShape,
      severity: .warning,
      summary: "'\(text.prefix(80))' is not what '\(key)' should hold",
      span: span,
      help: [shape.rule]
    )
  }

  static func annotationUnknown(_ key: String, nearest: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .annotationUnknown,
      severity: .warning,
      summary: "'\(key)' is no annotation that is known",
      span: span,
      help: ["Change it to '\(nearest)'."]
    )
  }

  static func annotationWritten(_ key: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .annotationWritten,
      severity: .note,
      summary: "'\(key)' is written by the catalog, not by authors",
      span: span,
      help: ["Remove it."]
    )
  }

  static func annotationTargetMissing(
    _ target: EntityRef,
    key: String,
    span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      id: .annotationTargetMissing,
      severity: .warning,
      summary: "'\(target)' in \(key) names no entity in this site",
      span: span,
      help: [
        "Correct the reference, or add the repository that declares it to 'sources' in site.yaml."
      ]
    )
  }
}
