package import CallboardDiagnostics

/// What looking for an included file has come to.
package enum IncludedFile: Sendable {
  /// Its path in the repository and its bytes.
  case found(path: String, bytes: [UInt8])
  case missing
  /// The path leads out of the repository.
  case outside
  /// Completes the sentence "the file …".
  case unreadable(reason: String)
}

/// Puts the files that a page includes into its text: `--8<-- "file"` as in pymdownx.snippets and
/// `{!file!}` as in markdown_include.
///
/// Like those, and unlike all else of the dialect, it knows no Markdown: code blocks include files, too.
///
/// - Complexity: linear in the text that comes out, and in the files that it comes from.
package struct PageExpansion {
  /// A page with all that it includes.
  package struct Expanded: Sendable {
    package var source: [UInt8]
    package var lines: IncludedLines
    package var diagnostics: [Diagnostic]
  }

  /// An included file, or the page, while its lines are read.
  struct Reading {
    /// nil for the page.
    var path: String?
    var lines: ArraySlice<IncludedText.Line>
    /// Blanks before each line, from the places that include the file.
    var indent: [UInt8]
    /// The files that lead here, this one included.
    var trail: [String]
  }

  let page: SourcePath
  private let limits: MarkdownOptions.Limits
  private let find: (String) -> IncludedFile
  private var output: [UInt8] = []
  private var lines = IncludedLines()
  private var lineCount = 0
  private var texts: [String: IncludedText] = [:]
  private var includeCount = 0
  private var includedBytes = 0
  private var isOverLimit = false
  /// Whether the text differs from the page's own.
  private var isChanged = false
  private(set) var diagnostics: [Diagnostic] = []

  /// Expands a page.
  ///
  /// - Parameters:
  ///   - source: The whole file. One that includes nothing is given back as it is.
  ///   - limits: Of what a page may include.
  ///   - find: Looks for a file by the name that the author wrote.
  package static func expand(
    _ source: [UInt8],
    page: SourcePath,
    limits: MarkdownOptions.Limits = MarkdownOptions.Limits(),
    find: (String) -> IncludedFile
  ) -> Expanded {
    guard MarkdownSource.contains("8<-", in: source) || MarkdownSource.contains("{!", in: source)
    else { return Expanded(source: source, lines: IncludedLines(), diagnostics: []) }
    return withoutActuallyEscaping(find) { find in
      var expansion = PageExpansion(page: page, limits: limits, find: find)
      let text = IncludedText(source, keepsFrontMatter: true)
      for line in text.frontMatter { expansion.append(text[line], from: line.number, nil) }
      expansion.read(Reading(path: nil, lines: text.lines[...], indent: [], trail: []), of: text)
      guard expansion.isChanged else {
        return Expanded(source: source, lines: IncludedLines(), diagnostics: expansion.diagnostics)
      }
      return Expanded(
        source: expansion.output,
        lines: expansion.lines,
        diagnostics: expansion.diagnostics
      )
    }
  }

  private init(
    page: SourcePath,
    limits: MarkdownOptions.Limits,
    find: @escaping (String) -> IncludedFile
  ) {
    self.limits = limits
    self.page = page
    self.find = find
  }

  private mutating func read(_ reading: Reading, of text: IncludedText) {
    var isInList = false
    for (line, directive) in directives(in: reading, of: text) {
      let bytes = text[line]
      isChanged = isChanged || directive != nil
      switch directive {
      case .file(let name):
        let indent = reading.indent + bytes.prefix(while: isBlankByte)
        include(bytes[name], at: line, indent: indent, from: reading)
      case .list: isInList.toggle()
      case .sectionStart, .sectionEnd:
        if reading.path == nil { append(bytes, from: line.number, reading) }
      case .escaped(let semicolon):
        append(bytes[..<semicolon] + bytes[(semicolon + 1)...], from: line.number, reading)
      case nil where isInList:
        let name = bytes.trimmed
        guard !name.isEmpty, name.first != UInt8(ascii: ";") else { continue }
        include(name, at: line, indent: reading.indent, from: reading)
      case nil:
        readBraces(bytes, line, reading)
      }
    }
  }

  /// The lines with what they say. A list of files without end is none.
  private func directives(
    in reading: Reading,
    of text: IncludedText
  ) -> [(IncludedText.Line, IncludeDirective?)] {
    var directives = reading.lines.map { ($0, IncludeDirective.parse(text[$0])) }
    let lists = directives.indices.filter { directives[$0].1 == .list }
    if lists.count % 2 == 1, let last = lists.last { directives[last].1 = nil }
    return directives
  }

  /// Adds a line, with the files that stand between `{!` and `!}` in it.
  private mutating func readBraces(
    _ bytes: ArraySlice<UInt8>,
    _ line: IncludedText.Line,
    _ reading: Reading
  ) {
    guard let braces = IncludeBraces(bytes),
      case .found(let path, let found) = lookUp(braces, line, reading),
      let text = admit(found, path: path, at: line, column: braces.column, from: reading)
    else {
      append(bytes, from: line.number, reading)
      return
    }
    isChanged = true
    // What stands around the braces stays on the first and last line.
    let parts = text.lines(of: braces.target)
    let prefix = bytes[..<braces.range.lowerBound]
    let suffix = bytes[braces.range.upperBound...]
    if !prefix.allSatisfy(isBlankByte) || parts.isEmpty {
      append(prefix + (parts.first.map { text[$0] } ?? []) + suffix, from: line.number, reading)
      read(parts.dropFirst(), of: text, path, indent: reading.indent, from: reading)
      return
    }
    read(parts, of: text, path, indent: reading.indent + prefix, from: reading)
    if !suffix.allSatisfy(isBlankByte) { append(suffix, from: line.number, reading) }
  }

  private mutating func lookUp(
    _ braces: IncludeBraces,
    _ line: IncludedText.Line,
    _ reading: Reading
  ) -> IncludedFile {
    guard !isOverLimit else { return .missing }
    let found = find(braces.target.path)
    let span = span(line, braces.column, reading.path)
    // Templates of other languages have such braces, too.
    if case .found = found { return count(at: span) ? found : .missing }
    if braces.isFileName, count(at: span) {
      diagnostics.append(.includeMissing(braces.target.path, at: span))
    }
    return found
  }

  private mutating func include(
    _ name: ArraySlice<UInt8>,
    at line: IncludedText.Line,
    indent: [UInt8],
    from reading: Reading
  ) {
    let target = IncludeTarget(snippet: String(decoding: name, as: UTF8.self))
    let column = name.startIndex - line.range.lowerBound + 1
    let span = span(line, column, reading.path)
    guard count(at: span) else { return }
    if target.isURL {
      diagnostics.append(.includeURLRefused(target.path, at: span))
      return
    }
    switch find(target.path) {
    case .missing: diagnostics.append(.includeMissing(target.path, at: span))
    case .outside: diagnostics.append(.includeOutside(target.path, at: span))
    case .unreadable(let reason):
      diagnostics.append(.includeUnreadable(target.path, reason: reason, at: span))
    case .found(let path, let bytes):
      guard let text = admit(bytes, path: path, at: line, column: column, from: reading) else {
        return
      }
      let parts = text.lines(of: target)
      if parts.isEmpty, case .section(let section) = target.part {
        diagnostics.append(.includeSectionMissing(section, in: path, at: span))
      }
      read(parts, of: text, path, indent: indent, from: reading)
    }
  }

  private mutating func read(
    _ lines: ArraySlice<IncludedText.Line>,
    of text: IncludedText,
    _ path: String,
    indent: [UInt8],
    from reading: Reading
  ) {
    includedBytes += lines.reduce(0) { $0 + $1.range.count + indent.count + 1 }
    if includedBytes > limits.includedBytes, let line = lines.first {
      stop("the page includes more than \(limits.includedBytes) bytes", at: span(line, 1, path))
    }
    guard !isOverLimit else { return }
    read(
      Reading(path: path, lines: lines, indent: indent, trail: reading.trail + [path]),
      of: text
    )
  }

  /// The text of a file, if it may be included here.
  private mutating func admit(
    _ bytes: [UInt8],
    path: String,
    at line: IncludedText.Line,
    column: Int,
    from reading: Reading
  ) -> IncludedText? {
    let span = span(line, column, reading.path)
    if reading.trail.contains(path) || path == page.path {
      diagnostics.append(.includeCycle(path, at: span))
      return nil
    }
    if reading.trail.count >= limits.includeDepth {
      stop("files are included more than \(limits.includeDepth) deep", at: span)
      return nil
    }
    let text = texts[path] ?? IncludedText(bytes, keepsFrontMatter: false)
    texts[path] = text
    return text
  }

  /// Counts an include that is about to be followed; false when there have been too many.
  private mutating func count(at span: SourceSpan) -> Bool {
    includeCount += 1
    if includeCount > limits.includes {
      stop("the page includes more than \(limits.includes) files", at: span)
    }
    return !isOverLimit
  }

  private mutating func stop(_ limit: String, at span: SourceSpan) {
    if !isOverLimit { diagnostics.append(.includeLimit(limit, at: span)) }
    isOverLimit = true
  }

  private func span(_ line: IncludedText.Line, _ column: Int, _ path: String?) -> SourceSpan {
    let file = path.map { SourcePath(repository: page.repository, path: $0) } ?? page
    return SourceSpan(file: file, line: line.number, column: column)
  }

  private mutating func append(
    _ bytes: ArraySlice<UInt8>,
    from number: Int,
    _ reading: Reading?
  ) {
    lineCount += 1
    let indent = reading?.indent ?? []
    lines.append(
      line: lineCount,
      path: reading?.path,
      fileLine: number,
      shift: bytes.isEmpty ? 0 : indent.count
    )
    if !bytes.isEmpty { output += indent }
    output += bytes
    output.append(UInt8(ascii: "\n"))
  }
}
