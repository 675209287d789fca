import CallboardCrawl
import CallboardHTML
import CallboardMarkdown
import Glibc

/// Runs one renderer: each drawing in a folder of its own, with an environment of its own, and within limits.
struct DiagramWorkshop: Sendable {
  /// Why there is no drawing; a phrase of one line without full stop.
  struct Failure: Error, Equatable {
    var reason: String
  }

  let renderer: DiagramRenderer
  /// The absolute path of the program.
  let program: String
  /// What the program says of its version, or what the system says of its file.
  let identity: String
  private let runner: ProcessRunner
  private let environment: [String: String]

  /// A drawing may have as many bytes.
  private static let outputLimit = 4 << 20

  /// Looks the program up and asks for its version; nil when it is not installed.
  ///
  /// - Parameters:
  ///   - folder: That of `site.yaml`, which paths start from.
  ///   - searchPath: The `PATH` of the build.
  init?(_ renderer: DiagramRenderer, folder: String, searchPath: String) {
    runner = ProcessRunner(searchPath: searchPath)
    var name = renderer.program
    if name.contains("/"), !name.hasPrefix("/") {
      let current = Machine.currentFolder ?? ""
      name = folder.hasPrefix("/") ? "\(folder)/\(name)" : "\(current)/\(folder)/\(name)"
    }
    guard let path = runner.path(of: name) else { return nil }
    self.renderer = renderer
    program = path
    environment = renderer.environment.merging(
      ["PATH": searchPath, "LANG": "C.UTF-8", "TZ": "UTC"],
      uniquingKeysWith: { own, _ in own }
    )
    identity = Self.identity(renderer, program: path, runner, environment)
  }

  /// Draws a source.
  func draw(
    _ source: DiagramSource,
    theme: DiagramRenderer.Theme
  ) throws(Failure) -> SVGPicture {
    if let word = renderer.caution.refusal(of: source.text, version: identity) {
      throw Failure(reason: "'\(word)' is refused, because it reads other files")
    }
    let folder = try WorkshopFolder()
    let (input, output) = (folder.path + "/input", folder.path + "/output.svg")
    var invocation = invocation(
      renderer.arguments(theme: theme, input: input, output: output),
      in: folder
    )
    if renderer.hasInputFile {
      try folder.write(Array(source.text.utf8), to: input)
    } else {
      invocation.input = Array(source.text.utf8)
    }
    let outcome: ProcessRunner.Outcome
    do throws(ProcessError) {
      outcome = try runner.run(invocation)
    } catch {
      throw Failure(reason: "'\(renderer.program)' could not be started")
    }
    try check(outcome)
    var bytes = outcome.output
    if renderer.hasOutputFile {
      guard let written = try? OperatorFile.read(output), written.count <= Self.outputLimit else {
        throw Failure(reason: "it wrote no drawing")
      }
      bytes = written
    }
    do throws(SVGFault) {
      return try SVGSanitizer.sanitize(bytes)
    } catch {
      throw Failure(reason: "its drawing cannot be shown: it has \(error.reason)")
    }
  }

  private func invocation(
    _ arguments: [String],
    in folder: borrowing WorkshopFolder
  ) -> ProcessRunner.Invocation {
    var environment = environment
    environment["HOME"] = folder.path
    environment["TMPDIR"] = folder.path
    var invocation = ProcessRunner.Invocation(program, arguments, environment: environment)
    invocation.timeoutSeconds = renderer.timeoutSeconds
    invocation.outputLimit = Self.outputLimit
    invocation.confinement = ProcessConfinement(
      folder: folder.path,
      memoryBytes: renderer.memoryMegabytes << 20,
      fileBytes: 64 << 20
    )
    return invocation
  }

  private func check(_ outcome: ProcessRunner.Outcome) throws(Failure) {
    switch outcome.ending {
    case .exited(code: 0): return
    case .timedOut: throw Failure(reason: "it took more than \(renderer.timeoutSeconds) s")
    case .outputOverLimit, .stopped:
      throw Failure(reason: "its drawing has more than \(Self.outputLimit >> 20) MiB")
    case .signalled(let signal):
      throw Failure(reason: Self.message(outcome.errors) ?? "it was ended by signal \(signal)")
    case .exited(let code):
      throw Failure(reason: Self.message(outcome.errors) ?? "it ended with exit code \(code)")
    }
  }

  /// The first line of what a program said that has more than one word, or else the first one; of the
  /// traceback of a Python program the last one, which names the fault.
  private static func message(_ errors: [UInt8]) -> String? {
    let lines = String(decoding: errors, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { line in String(line.filter { $0 == " " || !$0.isWhitespace }) }
      .filter { $0.contains { $0 != " " } }
    if lines.first?.hasPrefix("Traceback (most recent call last)") == true {
      return lines.last.map { String($0.prefix(200)) }
    }
    let line = lines.first { $0.split(separator: " ").count > 1 } ?? lines.first
    return line.map { String($0.prefix(200)) }
  }

  private static func identity(
    _ renderer: DiagramRenderer,
    program: String,
    _ runner: ProcessRunner,
    _ environment: [String: String]
  ) -> String {
    guard let arguments = renderer.versionArguments else { return stamp(of: program) }
    var invocation = ProcessRunner.Invocation(program, arguments, environment: environment)
    invocation.timeoutSeconds = 10
    guard let outcome = try? runner.run(invocation), outcome.isSuccess else {
      return stamp(of: program)
    }
    return String(decoding: outcome.output + outcome.errors, as: UTF8.self)
  }

  /// Changes when the program's file is replaced.
  private static func stamp(of program: String) -> String {
    var status = stat()
    guard stat(program, &status) == 0 else { return "" }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }
}
