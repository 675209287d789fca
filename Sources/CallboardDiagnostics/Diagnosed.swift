/// What a stage made, with the findings it came upon on the way.
package struct Diagnosed<Output> {
  package var output: Output
  /// In the order found; the report sorts them.
  package var diagnostics: [Diagnostic]

  package init(_ output: Output, diagnostics: [Diagnostic] = []) {
    self.output = output
    self.diagnostics = diagnostics
  }

  /// Changes the output and keeps the findings.
  package func map<Other>(_ transform: (Output) throws -> Other) rethrows -> Diagnosed<Other> {
    Diagnosed<Other>(try transform(output), diagnostics: diagnostics)
  }

  /// Takes the output and appends the findings to a list.
  package func unwrap(into collected: inout [Diagnostic]) -> Output {
    collected += diagnostics
    return output
  }
}

extension Diagnosed: Sendable where Output: Sendable {}
extension Diagnosed: Equatable where Output: Equatable {}
