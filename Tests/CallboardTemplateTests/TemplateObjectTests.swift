import Testing

@testable import CallboardTemplate

@Suite struct TemplateObjectTests {
  @Test func keepsTheOrderOfItsKeys() {
    let object: TemplateObject = ["b": 1, "a": 2, "c": 3]
    #expect(object.keys == ["b", "a", "c"])
  }

  @Test func findsKeysInSmallAndLargeObjects() {
    for count in [0, 1, 48, 49, 200] {
      let object = TemplateObject((0..<count).map { ("k\($0)", .integer($0)) })
      #expect(object.count == count)
      for index in 0..<count { #expect(object["k\(index)"]?.displayText == "\(index)") }
      #expect(object["k\(count)"] == nil)
    }
  }

  @Test func letsTheLastOfEqualKeysWinInTheFirstPlace() {
    for extra in [0, 60] {
      let more = (0..<extra).map { ("x\($0)", TemplateValue.null) }
      let object = TemplateObject([("a", 1), ("b", 2)] + more + [("a", 3)])
      #expect(object.keys.prefix(2) == ["a", "b"])
      #expect(object["a"]?.displayText == "3")
    }
  }

  @Test func sharesAShapeBetweenRows() {
    let shape = TemplateObject.Shape(["name", "url"])
    let row = TemplateObject(shape, ["n", "u"])
    #expect(row["url"]?.displayText == "u")
    #expect(row["other"] == nil)
  }

  @Test func ordersArrayIndexesFirstForJavaScript() {
    let object: TemplateObject = ["b": 1, "10": 2, "9": 3, "01": 4]
    #expect(object.inJavaScriptOrder().keys == ["9", "10", "b", "01"])
  }

  @Test func replacesAndAddsInACopy() {
    let object: TemplateObject = ["a": 1]
    #expect(object.setting("a", to: 2)["a"]?.displayText == "2")
    #expect(object.setting("b", to: 2).keys == ["a", "b"])
    #expect(object["a"]?.displayText == "1")
  }
}
