package import CallboardDiagnostics
import CallboardYAML

extension Diagnostic.ID {
  package static let locationTargetInvalid = Self(rawValue: "location-target-invalid")
  package static let locationTargetMissing = Self(rawValue: "location-target-missing")
  package static let locationTargetUnread = Self(rawValue: "location-target-unread")
  package static let locationDepth = Self(rawValue: "location-depth")
  package static let placeholderInvalid = Self(rawValue: "placeholder-invalid")
  package static let placeholderMissing = Self(rawValue: "placeholder-missing")
  package static let placeholderUnread = Self(rawValue: "placeholder-unread")
}

// Targets of Location entities.
extension Diagnostic {
  static func locationOutside(_ target: LocationTarget) -> Diagnostic {
    Diagnostic(
      id: .locationTargetInvalid,
      severity: .error,
      summary: "'\(target.target)' names no file that this repository can hold",
      span: target.span,
      help: ["Write the path of a file, relative to this descriptor's folder."]
    )
  }

  static func locationMissing(_ target: LocationTarget) -> Diagnostic {
    let isURL = RelativePath.hasScheme(target.target)
    let place = isURL ? "the repository that it leads to" : "this repository"
    return Diagnostic(
      id: .locationTargetMissing,
      severity: .warning,
      summary: "'\(target.target)' names no file of \(place)",
      span: target.span,
      help: ["Correct the path, or write 'presence: optional' if the file may be absent."]
    )
  }

  static func locationUnread(_ target: LocationTarget) -> Diagnostic {
    Diagnostic(
      id: .locationTargetUnread,
      severity: .note,
      summary: "'\(target.target)' is not in a repository of this site and is not read",
      span: target.span,
      help: ["Add its repository to 'sources' in site.yaml."]
    )
  }

  static func locationDepth(_ target: LocationTarget, limit: Int) -> Diagnostic {
    Diagnostic(
      id: .locationDepth,
      severity: .error,
      summary: "'\(target.target)' is not read: it is more than \(limit) Locations away",
      span: target.span,
      help: ["Name the descriptor in an earlier Location."]
    )
  }

  static func locationType(_ type: String, _ target: LocationTarget) -> Diagnostic {
    Diagnostic(
      id: .locationTargetUnread,
      severity: .note,
      summary: "Locations of type '\(type)' are not read",
      span: target.span,
      help: ["List the repositories it would find in 'sources' in site.yaml."]
    )
  }
}

// `$text`, `$json`, `$yaml`, `$openapi` and `$asyncapi`.
extension Diagnostic {
  static func placeholderInvalid(_ key: String, _ value: YAMLNode, file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .placeholderInvalid,
      severity: .error,
      summary: "'\(key)' must name a file, and its value is \(value.value.typeName)",
      span: value.span(in: file),
      help: ["Write the path of a file, relative to this descriptor's folder."]
    )
  }

  static func placeholderOutside(_ target: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .placeholderInvalid,
      severity: .error,
      summary: "'\(target)' names no file that this repository can hold",
      span: span,
      help: ["Write the path of a file, relative to this descriptor's folder."]
    )
  }

  static func placeholderDocuments(_ target: String, count: Int, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .placeholderInvalid,
      severity: .error,
      summary: "'\(target)' must hold one document, and it holds \(count)",
      span: span,
      help: ["Split the file."]
    )
  }

  static func placeholderMissing(_ target: String, path: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .placeholderMissing,
      severity: .warning,
      summary: "'\(target)' names no file of this repository",
      span: span,
      help: ["Add the file '\(path)', or correct the path."]
    )
  }

  static func definitionTooLarge(_ target: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .limitEntity,
      severity: .warning,
      summary: "'\(target)' and what it refers to is too large for one definition",
      span: span,
      help: ["Split the API, or name a definition that is bundled already with '$text'."]
    )
  }

  static func referenceMissing(_ reference: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .placeholderMissing,
      severity: .warning,
      summary: "'\(reference)' names no part of its file",
      span: span,
      help: ["Correct the pointer behind the '#'."]
    )
  }

  static func placeholderURL(_ target: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .placeholderUnread,
      severity: .warning,
      summary: "'\(target)' is not read, because a build reads nothing from the network",
      span: span,
      help: ["Keep a copy of the file in this repository and name its path."]
    )
  }
}
