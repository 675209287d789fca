import CallboardCatalog
import Testing

@Suite struct LinearPatternTests {
  @Test func matchesAsJavaScriptDoes() throws {
    let table: [(pattern: String, good: [String], bad: [String])] = [
      ("", ["", "x"], []),
      ("b", ["abc", "b"], ["ac", ""]),
      ("^b", ["bc"], ["abc"]),
      ("b$", ["ab"], ["abc"]),
      ("^$", [""], ["a"]),
      ("^a|b$", ["ac", "cb"], ["ca", "bc"]),
      ("^(a|bc)+$", ["a", "abca"], ["", "ab"]),
      ("^(?:a|)b$", ["ab", "b"], ["a"]),
      ("^a*?b+c?$", ["b", "aabbc"], ["a", "bcc"]),
      ("^a{2}$", ["aa"], ["a", "aaa"]),
      ("^a{2,}$", ["aa", "aaaa"], ["a"]),
      ("^a{1,3}$", ["a", "aaa"], ["", "aaaa"]),
      ("^a{0}b$", ["b"], ["ab"]),
      ("^a{,2}$", ["a{,2}"], ["aa"]),
      ("^[a-c-]+$", ["a-c"], ["d"]),
      ("^[^a-c]$", ["d", "é"], ["a", "dd"]),
      ("^[]$", [], ["", "a"]),
      ("^[\\d\\-x]+$", ["1-x"], ["a"]),
      ("^[^\\W_]$", ["a", "9"], ["_", "-"]),
      ("^\\w+\\s\\S$", ["ab c"], ["a  c", "abc"]),
      ("^\\x41\\u00e9$", ["Aé"], ["A"]),
      ("^.$", ["a", "🎭"], ["\n", "ab"]),
      ("^\\.\\/$", ["./"], ["a/"]),
      ("^(a{2}b){2}$", ["aabaab"], ["aab"]),
      ("^[a-z0-9]+(-[a-z0-9]+)*$", ["a-b-c", "a1"], ["-a", "a--b", "A"]),
    ]
    for (text, good, bad) in table {
      let pattern = try LinearPattern(text)
      for subject in good { #expect(pattern.matches(subject), "\(text) on '\(subject)'") }
      for subject in bad { #expect(!pattern.matches(subject), "\(text) on '\(subject)'") }
    }
  }

  @Test func takesNoPatternThatNeedsMoreThanAnAutomaton() {
    let table: [(String, LinearPatternError)] = [
      ("(a", .unbalancedParenthesis), ("a)", .unbalancedParenthesis), ("[a", .unclosedClass),
      ("*a", .nothingToRepeat), ("a**", .nothingToRepeat), ("a{3,2}", .badRange),
      ("[z-a]", .badRange), ("(a)\\1", .badEscape("\\1")), ("\\bx", .badEscape("\\b")),
      ("\\p{L}", .badEscape("\\p")), ("a\\", .badEscape("\\")), ("\\u12", .badEscape("\\u")),
      ("(?=a)", .unsupportedGroup), ("(?<n>a)", .unsupportedGroup),
      ("((a{99}){99}){99}", .tooLarge), ("a{99999999999999999999}", .tooLarge),
      (String(repeating: "(", count: 100), .tooDeep),
    ]
    for (text, error) in table {
      #expect(throws: error, "\(text)") { _ = try LinearPattern(text) }
    }
  }

  @Test func staysLinearWhereOthersDoNot() throws {
    // A matcher that backtracks would need 2^60 steps for either.
    let subject = String(repeating: "a", count: 60)
    #expect(try !LinearPattern("^(a+)+b$").matches(subject))
    #expect(try !LinearPattern("^(a|a)*b$").matches(subject))
    #expect(try LinearPattern("^(a*)*$").matches(subject))
  }
}
