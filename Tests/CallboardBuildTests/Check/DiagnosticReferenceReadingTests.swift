import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Testing

@Suite struct DiagnosticReferenceReadingTests {
  @Test func explainsEveryIDInOneSentence() {
    let reference = DiagnosticReference.packed
    for id in reference.ids {
      let explanation = reference.explanation(of: .init(rawValue: id))
      #expect(explanation?.severities.isEmpty == false, "\(id) has no severity in bold")
      let summary = explanation?.summary ?? ""
      #expect(summary.hasSuffix(".") || summary.hasSuffix(":"), "\(id): \(summary)")
      #expect(!summary.contains("`") && !summary.contains("](") && summary.count < 300, "\(id)")
    }
    #expect(reference.explanation(of: .init(rawValue: "no-such-id")) == nil)
  }
}
