import Testing

@testable import CallboardSite

/// What is taken out of styles and scripts before they are published.
@Suite struct AssetPackingTests {
  @Test(arguments: [
    ("a {\n  color : red;\n  margin: 0 auto;\n}\n", "a{color : red;margin: 0 auto}"),
    ("a /* x */ b, c > d { }", "a b,c>d{}"),
    ("a::before { content: \"/* x */  }\"; }", "a::before{content: \"/* x */  }\"}"),
    ("a { width: calc(1px + 2px) !important }", "a{width: calc(1px + 2px)!important}"),
    ("a :not(.b) .c:hover { x: 'it\\'s ;  ' }", "a :not(.b) .c:hover{x: 'it\\'s ;  '}"),
    (
      "@media (width >= 4rem) and (hover) { a { b: c } }",
      "@media (width>= 4rem) and (hover){a{b: c}}"
    ),
    (".a\\:b  .c { d: e }", ".a\\:b .c{d: e}"),
    ("a { b: \"open", "a{b: \"open"),
    ("/* never closed", ""),
  ])
  func stylesLoseCommentsAndSpaceOnly(source: String, expected: String) {
    let packed = StyleSheetPacking.packed(Array(source.utf8))
    #expect(String(decoding: packed, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("// a\nlet x = 1; // stays\n\n  let y;\n", "let x = 1; // stays\nlet y;\n"),
    ("/** a\n * b\n */\nx();\n", "x();\n"),
    ("/** a */\nx();\n", "x();\n"),
    ("/** a */ x();\n", "/** a */ x();\n"),
    ("/** a\n */ x();\n", "/** a\n */ x();\n"),
    ("const a = \"// no comment\";\n", "const a = \"// no comment\";\n"),
    ("x(`a\n  // text\n`);\n", "x(`a\n  // text\n`);\n"),
    ("// `\n  x();\n", "x();\n"),
  ])
  func scriptsLoseLinesOfCommentsAndIndentation(source: String, expected: String) {
    let packed = ScriptPacking.packed(Array(source.utf8))
    #expect(String(decoding: packed, as: UTF8.self) == expected)
  }
}
