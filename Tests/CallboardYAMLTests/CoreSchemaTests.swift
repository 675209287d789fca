import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct CoreSchemaTests {
  private func type(_ scalar: String) -> String {
    guard let value = read("v: \(scalar)\n").output.first?.root["v"]?.value else { return "none" }
    let text = value.flowText(limit: .max) ?? ""
    return switch value {
    case .null: "null"
    case .bool: "bool \(text)"
    case .int: "int \(text)"
    case .float: "float \(text)"
    case .string: "string \(text)"
    default: "other"
    }
  }

  @Test func typesPlainScalarsAsYAML12Does() {
    let expected = [
      "": "null", "~": "null", "null": "null", "NULL": "null", "nULL": "string nULL",
      "true": "bool true", "False": "bool false", "yes": "string yes", "no": "string no",
      "on": "string on", "2024-01-01": "string 2024-01-01", "1:30": "string 1:30",
      "123": "int 123", "-0": "int 0", "+7": "int 7", "0123": "int 123", "0o17": "int 15",
      "0x1F": "int 31", "0xg": "string 0xg", "0x@": "string 0x@", "0o8": "string 0o8",
      "-0x1": "string -0x1", "1_000": "string 1_000",
      "1.20": "float 1.2", "1.": "float 1", ".5": "float 0.5", "-.5e1": "float -5",
      "1e3": "float 1000", "1e": "string 1e", ".": "string .", "-": "other", "+": "string +",
      ".inf": "float Infinity", "-.INF": "float -Infinity", ".NaN": "float NaN",
      "-.nan": "string -.nan", "1.2.3": "string 1.2.3", "12abc": "string 12abc",
      "9007199254740991": "int 9007199254740991",
      "9007199254740993": "float 9007199254740992",
      "99999999999999999999999": "float 1e+23",
      "0xFFFFFFFFFFFFFFFFFF": "float 4.722366482869645e+21",
      "'12'": "string 12", "\"true\"": "string true", "!!str 12": "string 12",
      "! 12": "string 12", "!!int '12'": "int 12", "!!float 1": "float 1",
      "!!null ''": "null", "!!bool true": "bool true",
    ]
    for (scalar, wanted) in expected.sorted(by: { $0.key < $1.key }) where wanted != "other" {
      #expect(type(scalar) == wanted, "\(scalar)")
    }
  }

  @Test func writesNumbersAsJavaScriptDoes() {
    let expected = [
      "1e21": "1e+21", "1e20": "100000000000000000000", "1e-6": "0.000001", "1e-7": "1e-7",
      "123.456": "123.456", "1.5e-9": "1.5e-9", "-2.50": "-2.5",
      "1.7976931348623157e308":
        "1.7976931348623157e+308", "0.0": "0", "100.0": "100",
    ]
    for (scalar, wanted) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(type(scalar) == "float \(wanted)")
    }
  }

  @Test func refusesScalarsThatDoNotFitTheirTag() {
    #expect(read("v: !!int x").findings == ["yaml-tag 1:4"])
    #expect(read("v: !!bool 1").findings == ["yaml-tag 1:4"])
  }

  @Test func keepsMergeKeysAsOrdinaryKeys() {
    #expect(flow("a: &x {b: 1}\nc:\n  <<: *x\n") == ["{ a: { b: 1 }, c: { <<: { b: 1 } } }"])
  }

  @Test func writesKeysThatAreNoStringsAsText() {
    #expect(
      flow("1.20: a\n~: b\n[1, x]: c\n{k: v}: d\ntrue: e\n")
        == ["{ 1.2: a, : b, [ 1, x ]: c, { k: v }: d, true: e }"]
    )
  }
}
