package import CallboardDiagnostics

extension Diagnostic.ID {
  static let sourceMissing = Self(rawValue: "source-missing")
  static let sourceInvalid = Self(rawValue: "source-invalid")
  static let sourceDuplicate = Self(rawValue: "source-duplicate")
  static let tokenMissing = Self(rawValue: "token-missing")
  static let repositoryUnreachable = Self(rawValue: "repository-unreachable")
  static let repositoryStale = Self(rawValue: "repository-stale")
  static let repositoryRefMissing = Self(rawValue: "repository-ref-missing")
  static let repositoryUnreadable = Self(rawValue: "repository-unreadable")
  static let repositoryTooLarge = Self(rawValue: "repository-too-large")
  static let shallowClone = Self(rawValue: "shallow-clone")
  package static let historyUnavailable = Self(rawValue: "history-unavailable")
  static let pathSymlink = Self(rawValue: "path-symlink")
  static let pathSpecial = Self(rawValue: "path-special")
  static let pathTooLong = Self(rawValue: "path-too-long")
  static let pathNotUTF8 = Self(rawValue: "path-not-utf8")
  static let pathUnreadable = Self(rawValue: "path-unreadable")
  static let repositoryNested = Self(rawValue: "repository-nested")
}

/// Findings about an entry of `sources`.
extension Diagnostic {
  /// A path of the operator that leads to no folder.
  static func sourceMissing(_ pattern: String, _ source: RepositorySource) -> Diagnostic {
    Diagnostic(
      id: .sourceMissing,
      severity: .error,
      summary: Glob.isPattern(pattern)
        ? "'\(pattern)' in sources matches no folder"
        : "'\(pattern)' in sources is not a folder",
      span: source.span,
      help: ["Correct the path; it is relative to the folder of 'site.yaml'."]
    )
  }

  /// `problem` completes the sentence "the pattern …".
  static func patternInvalid(
    _ pattern: String,
    _ problem: String,
    _ source: RepositorySource
  ) -> Diagnostic {
    Diagnostic(
      id: .sourceInvalid,
      severity: .error,
      summary: "The pattern '\(pattern)' in sources \(problem)",
      span: source.span,
      help: ["Use '*' for the folders to take, as in 'repos/*'."]
    )
  }

  /// The URL is quoted without its userinfo.
  static func urlInvalid(_ url: String, _ error: RemoteURLError, _ source: RepositorySource)
    -> Diagnostic
  {
    Diagnostic(
      id: .sourceInvalid,
      severity: .error,
      summary: "The URL '\(GitMessage.withoutUserinfo(url))' in sources \(error)",
      span: source.span,
      help: [
        "Write it as 'https://host/owner/name.git', 'git@host:owner/name.git' or 'file:///path'.",
        "For a folder use 'path' instead of 'git'.",
      ]
    )
  }

  /// A reference that git would not accept, or would take for something else.
  static func refInvalid(_ ref: String, _ source: RepositorySource) -> Diagnostic {
    Diagnostic(
      id: .sourceInvalid,
      severity: .error,
      summary: "'\(ref)' in sources cannot be the name of a branch, a tag or a commit",
      span: source.span,
      help: ["Write the name as 'git branch' or 'git tag' lists it, or a full commit id."]
    )
  }

  /// Two sources that are the same repository, or that the operator gave the same name.
  static func sourceDuplicate(_ name: String, _ span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      id: .sourceDuplicate,
      severity: .error,
      summary: "A repository named '\(name)' comes before this one in sources",
      span: span,
      help: ["Give one of the two another 'name', or remove it."]
    )
  }

  /// One name, but a pattern that matches several folders.
  static func nameForMany(_ name: String, _ pattern: String, _ source: RepositorySource)
    -> Diagnostic
  {
    Diagnostic(
      id: .sourceInvalid,
      severity: .error,
      summary: "'\(pattern)' in sources matches several folders, which cannot all be '\(name)'",
      span: source.span,
      help: ["Remove 'name', or list the folders one by one."]
    )
  }
}

/// Findings about one repository as a whole. They stand at its entry in `sources`.
extension Diagnostic {
  /// Only a warning: the repository may be readable without.
  static func tokenMissing(_ variable: String, for location: RepositoryLocation) -> Diagnostic {
    Diagnostic(
      id: .tokenMissing,
      severity: .warning,
      summary: "The environment variable '\(variable)' for '\(location.name)' is not set",
      span: location.span,
      help: ["Set it to an access token that may read the repository."]
    )
  }

  /// A repository that was never fetched and cannot be now.
  static func unreachable(_ location: RepositoryLocation, _ failure: FetchFailure) -> Diagnostic {
    Diagnostic(
      id: .repositoryUnreachable,
      severity: .error,
      summary: "The repository '\(location.name)' cannot be fetched: \(failure.reason)",
      span: location.span,
      help: [failure.help]
    )
  }

  /// A repository that cannot be fetched now, but was before.
  static func stale(_ location: RepositoryLocation, _ failure: FetchFailure) -> Diagnostic {
    Diagnostic(
      id: .repositoryStale,
      severity: .warning,
      summary:
        "The repository '\(location.name)' is as an earlier build fetched it: \(failure.reason)",
      span: location.span,
      help: [failure.help]
    )
  }

  /// nil for `ref` stands for the default branch.
  static func refMissing(
    _ ref: String?,
    of location: RepositoryLocation,
    nearest: String?
  ) -> Diagnostic {
    guard let ref else {
      return Diagnostic(
        id: .repositoryRefMissing,
        severity: .error,
        summary: "The repository '\(location.name)' has no commit on its default branch",
        span: location.span,
        help: ["Push a first commit, or name another branch in 'ref'."]
      )
    }
    return Diagnostic(
      id: .repositoryRefMissing,
      severity: .error,
      summary: "The repository '\(location.name)' has no branch, tag or commit '\(ref)'",
      span: location.span,
      help: [nearest.map { "Change it to '\($0)'." } ?? "Correct 'ref', or remove it."]
    )
  }

  /// A repository that is here and whose files cannot be listed.
  static func unreadable(_ location: RepositoryLocation, reason: String) -> Diagnostic {
    Diagnostic(
      id: .repositoryUnreadable,
      severity: .error,
      summary: "The repository '\(location.name)' cannot be read: \(reason)",
      span: location.span,
      help: ["Check its files and their permissions."]
    )
  }

  /// The repository is left out as a whole.
  static func tooManyFiles(_ location: RepositoryLocation, limit: Int) -> Diagnostic {
    Diagnostic(
      id: .repositoryTooLarge,
      severity: .error,
      summary: "The repository '\(location.name)' has more than \(limit) files",
      span: location.span,
      help: ["Name a folder inside it instead, or ignore what is generated in '.gitignore'."]
    )
  }

  /// Its oldest commit would pass for the last change of nearly every file.
  static func shallowClone(_ repository: String) -> Diagnostic {
    Diagnostic(
      id: .shallowClone,
      severity: .note,
      summary: "The clone of '\(repository)' is shallow, so nothing is known of its changes",
      span: nil,
      help: ["Clone with the full history, such as 'fetch-depth: 0' in a CI checkout."]
    )
  }

  /// git failed over the history; the files are not affected.
  static func historyUnavailable(_ repository: String, reason: String) -> Diagnostic {
    Diagnostic(
      id: .historyUnavailable,
      severity: .warning,
      summary: "The history of '\(repository)' cannot be read: \(reason)",
      span: nil,
      help: ["Run 'git fsck' in the repository, or clone it anew."]
    )
  }

  /// The history lies, or seems to lie, in another repository.
  static func historyRefused(_ repository: String, reason: String) -> Diagnostic {
    Diagnostic(
      id: .historyUnavailable,
      severity: .warning,
      summary: "The history of '\(repository)' is not read: \(reason)",
      span: nil,
      help: [
        "Clone it anew without '--shared' and '--reference', or name it under 'git' in 'sources'."
      ]
    )
  }
}

extension PathOmissions {
  /// One finding for each reason, at the first of the paths.
  func diagnostics(for repository: String) -> [Diagnostic] {
    Reason.allCases.compactMap { reason in
      guard let omitted = paths[reason] else { return nil }
      let sorted = omitted.sorted { $0.precedesInBytes($1) }
      let words = reason.words
      let count = sorted.count == 1 ? words.one : "\(sorted.count) \(words.many)"
      let examples = sorted.prefix(3).map { Diagnostic.Note("'\(GitMessage.escaped($0))'") }
      return Diagnostic(
        id: words.id,
        severity: words.severity,
        summary: "\(count) \(words.consequence)",
        span: .wholeFile(SourcePath(repository: repository, path: sorted[0])),
        notes: sorted.count == 1 ? [] : examples,
        help: [words.help]
      )
    }
  }
}

/// How a message speaks of omitted paths: "\(one or many) \(consequence)".
private struct OmissionWords {
  var id: Diagnostic.ID
  var severity: Diagnostic.Severity
  var one: String
  var many: String
  var consequence = "left out"
  var help: String
}

extension PathOmissions.Reason {
  fileprivate var words: OmissionWords {
    switch self {
    case .symbolicLink:
      OmissionWords(
        id: .pathSymlink,
        severity: .note,
        one: "A symbolic link is",
        many: "symbolic links are",
        consequence: "not followed",
        help: "Put a copy of the file in its place, or ignore the link in '.gitignore'."
      )
    case .special:
      OmissionWords(
        id: .pathSpecial,
        severity: .warning,
        one: "A path that is no ordinary file or folder is",
        many: "paths that are no ordinary files or folders are",
        help: "Remove it from the repository, or ignore it in '.gitignore'."
      )
    case .tooLong:
      OmissionWords(
        id: .pathTooLong,
        severity: .warning,
        one: "A path that is too long is",
        many: "paths that are too long are",
        help: "Keep a path within 1,024 bytes and each part of it within 255."
      )
    case .tooDeep:
      OmissionWords(
        id: .pathTooLong,
        severity: .warning,
        one: "A folder that lies too deep is",
        many: "folders that lie too deep are",
        help: "Keep files within 64 folders."
      )
    case .notUTF8:
      OmissionWords(
        id: .pathNotUTF8,
        severity: .warning,
        one: "A path that is not UTF-8 is",
        many: "paths that are not UTF-8 are",
        help: "Rename it in UTF-8."
      )
    case .nestedRepository:
      OmissionWords(
        id: .repositoryNested,
        severity: .note,
        one: "A repository inside the repository is",
        many: "repositories inside the repository are",
        consequence: "not entered",
        help: "Add it to 'sources' to have it in the portal."
      )
    case .unreadable:
      OmissionWords(
        id: .pathUnreadable,
        severity: .warning,
        one: "A path that cannot be read is",
        many: "paths that cannot be read are",
        help: "Give the user of the build the permission to read it."
      )
    }
  }
}
