package import ArgumentParser
import CallboardBuild
import CallboardDiagnostics

/// `callboard explain ID`: the reference's section on one kind of finding.
package struct ExplainCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a finding by the id that stands in brackets behind it."
  )

  @Argument(help: "The id, such as relation-target-missing. Without one, all ids are listed.")
  var id: String?

  package init() {}

  package func run() throws {
    let reference = DiagnosticReference.packed
    guard let id else {
      StandardOutput.write(Array((reference.ids.joined(separator: "\n") + "\n").utf8))
      return
    }
    guard let section = reference.section(for: id) else {
      let hint = NearestName.of(id, in: reference.ids).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError("No finding has the id '\(TerminalText.escaped(id))'.\(hint)")
    }
    StandardOutput.write(Array(section.utf8))
  }
}
