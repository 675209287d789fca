/// Prints findings as a test report in the JUnit XML form that CI servers read.
///
/// A repository is a test suite and a finding a test case. It fails if it makes the command exit with 1;
/// the others are shown as passed, with the finding as their output. Without a finding there is one
/// passed test case, because some servers take a report without any for a broken run.
package enum JUnitFormatter {
  /// All findings, by repository, in the order given.
  package static func format(_ report: FindingReport) -> [UInt8] {
    var suites: [(name: String, diagnostics: [Diagnostic])] = []
    for diagnostic in report.diagnostics {
      let repository = diagnostic.span?.file.repository ?? ""
      let name = repository.isEmpty ? "site" : repository
      if suites.last?.name == name {
        suites[suites.count - 1].diagnostics.append(diagnostic)
      } else {
        suites.append((name, [diagnostic]))
      }
    }
    let failures = report.diagnostics.count(where: report.isFailing)
    let tests = max(1, report.diagnostics.count)
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="callboard" tests="\(tests)" failures="\(failures)" errors="0">

      """
    for suite in suites { xml += element(suite.name, suite.diagnostics, in: report) }
    if suites.isEmpty {
      xml += """
          <testsuite name="site" tests="1" failures="0" errors="0" skipped="0">
            <testcase name="no findings" classname="site"/>
          </testsuite>

        """
    }
    return Array((xml + "</testsuites>\n").utf8)
  }

  private static func element(
    _ suite: String,
    _ diagnostics: [Diagnostic],
    in report: FindingReport
  ) -> String {
    let failures = diagnostics.count(where: report.isFailing)
    var xml = """
        <testsuite name="\(escaped(suite))" tests="\(diagnostics.count)" failures="\(failures)" \
      errors="0" skipped="0">

      """
    let formatter = TextFormatter(source: report.source)
    // Servers follow a test by its name, so it holds no line, and a repeated one is counted.
    var seen: [String: Int] = [:]
    for (diagnostic, text) in zip(diagnostics, formatter.blocks(diagnostics)) {
      let place = escaped(diagnostic.span?.file.description ?? "site")
      var name = escaped("\(diagnostic.summary) [\(diagnostic.id)]")
      let count = seen["\(place)\n\(name)", default: 0] + 1
      seen["\(place)\n\(name)"] = count
      if count > 1 { name += " #\(count)" }
      let body =
        report.isFailing(diagnostic)
        ? """
        <failure message="\(escaped(diagnostic.summary))" type="\(diagnostic.id)">\(content(text))</failure>
        """ : "<system-out>\(content(text))</system-out>"
      xml += """
            <testcase name="\(name)" classname="\(place)">
              \(body)
            </testcase>

        """
    }
    return xml + "  </testsuite>\n"
  }

  /// Text between tags; its line ends stay.
  private static func content(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped($0) }
      .joined(separator: "\n")
  }

  /// Text of an attribute or of one line. What XML 1.0 (section 2.2) admits in no spelling, control
  /// characters and the last two of each plane, is spelled out.
  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value & 0xFFFE == 0xFFFE:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
