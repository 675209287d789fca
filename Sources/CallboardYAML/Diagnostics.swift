package import CallboardDiagnostics

extension Diagnostic.ID {
  package static let yamlSyntax = Self(rawValue: "yaml-syntax")
  package static let yamlEncoding = Self(rawValue: "yaml-encoding")
  package static let yamlDuplicateKey = Self(rawValue: "yaml-duplicate-key")
  package static let yamlTag = Self(rawValue: "yaml-tag")
  package static let yamlAlias = Self(rawValue: "yaml-alias")
  package static let yamlSecondDocument = Self(rawValue: "yaml-second-document")
  package static let limitYAMLSize = Self(rawValue: "limit-yaml-size")
  package static let limitYAMLDepth = Self(rawValue: "limit-yaml-depth")
  package static let limitYAMLAliases = Self(rawValue: "limit-yaml-aliases")
  package static let limitYAMLNodes = Self(rawValue: "limit-yaml-nodes")
  package static let limitYAMLDocuments = Self(rawValue: "limit-yaml-documents")
  package static let limitYAMLKey = Self(rawValue: "limit-yaml-key")
}

// What the text is.
extension Diagnostic {
  /// Problem and context are in libyaml's words; `began` is where the construct begins that could
  /// not be read.
  static func yamlSyntax(
    _ problem: String,
    context: String?,
    span: SourceSpan,
    began: SourceSpan? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: .yamlSyntax,
      severity: .error,
      summary: "This is not YAML: \(problem)" + (context.map { " \($0)" } ?? ""),
      span: span,
      notes: began.map { [Note("It begins here", span: $0)] } ?? [],
      help: remedy(for: problem).map { [$0] } ?? []
    )
  }

  private static func remedy(for problem: String) -> String? {
    switch problem {
    case "mapping values are not allowed in this context":
      "Quote the text if it contains ': ', or check the indentation of the line above."
    case "found character that cannot start any token":
      "Indent with spaces only, and quote values that begin with '@', '`' or '%'."
    case "did not find expected key", "could not find expected ':'":
      "Check the indentation of this line and the ones above."
    case "found unexpected end of stream":
      "Close the quote that is opened here."
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      "Quote values that contain brackets, braces or '${{'."
    default: nil
    }
  }

  static func yamlEncoding(_ summary: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .yamlEncoding,
      severity: .error,
      summary: summary,
      span: span,
      help: ["Save the file as UTF-8 without control characters."]
    )
  }

  static func duplicateKey(_ key: String, span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .yamlDuplicateKey,
      severity: .error,
      summary: "The key '\(key)' stands twice in one mapping, "
        + "in lines \(first.range.lowerBound.line) and \(span.range.lowerBound.line)",
      span: span,
      notes: [Note("It stands here first", span: first)],
      help: ["Remove one of the two."]
    )
  }

  static func foreignTag(_ tag: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .yamlTag,
      severity: .error,
      summary: "The tag '\(tag)' is not allowed here",
      span: span,
      help: ["Remove the tag and write the value itself."]
    )
  }

  static func valueUnlikeTag(_ text: String, tag: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .yamlTag,
      severity: .error,
      summary: "'\(text)' does not fit its tag '\(tag)'",
      span: span,
      help: ["Remove the tag or change the value."]
    )
  }

  static func unknownAnchor(_ name: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .yamlAlias,
      severity: .error,
      summary: "'*\(name)' names no anchor before it in this document",
      span: span,
      help: ["Define '&\(name)' above, or quote the value if it is meant as text."]
    )
  }

  static func aliasCycle(_ name: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .yamlAlias,
      severity: .error,
      summary: "'*\(name)' stands inside of the value that it names",
      span: span,
      help: ["Write the value out instead of repeating it."]
    )
  }

  static func secondDocument(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .yamlSecondDocument,
      severity: .error,
      summary: "This file may hold one YAML document only",
      span: span,
      help: ["Remove the '---' line and what follows it."]
    )
  }
}

// What the text asks for.
extension Diagnostic {
  static func yamlTooLarge(_ size: Int, limit: Int, file: SourcePath) -> Diagnostic {
    Diagnostic(
      id: .limitYAMLSize,
      severity: .error,
      summary: "The file has \(size) bytes; at most \(limit) are read",
      span: .wholeFile(file),
      help: ["Split the file."]
    )
  }

  static func tooDeep(limit: Int, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .limitYAMLDepth,
      severity: .error,
      summary: "The value lies deeper than \(limit) levels",
      span: span,
      help: ["Flatten the document."]
    )
  }

  static func tooManyAliases(limit: Int, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .limitYAMLAliases,
      severity: .error,
      summary: "The file uses more than \(limit) aliases",
      span: span,
      help: ["Split the file or write values out."]
    )
  }

  static func tooManyNodes(limit: Int, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .limitYAMLNodes,
      severity: .error,
      summary: "The file has more than \(limit) values once its aliases are expanded",
      span: span,
      help: ["Split the file; what follows here is not read."]
    )
  }

  static func tooManyDocuments(limit: Int, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .limitYAMLDocuments,
      severity: .error,
      summary: "The file holds more than \(limit) documents",
      span: span,
      help: ["Split the file; what follows here is not read."]
    )
  }

  static func keyTooLong(limit: Int, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: .limitYAMLKey,
      severity: .error,
      summary: "The key is longer than \(limit) bytes",
      span: span,
      help: ["Shorten the key."]
    )
  }
}
