/// Where the engine differs from Nunjucks on purpose.
enum ConformanceDeviation {
  /// The reason of each deviation, by the name of the case.
  static let reasons: [String: String] = Dictionary(
    all.flatMap { reason, names in names.map { ($0, reason) } },
    uniquingKeysWith: { first, _ in first }
  )

  private static let all: [(reason: String, cases: [String])] = [
    (
      "a character is never split into two halves that no file can hold",
      [
        #"text methods: u.split("")"#, #"regex: "a😀b" | replace(r/a.b/, "x")"#,
        #"replace: "😀x" | replace("", "-")"#, "last: u | last", "list: u | list",
        "reverse: u | reverse", "sort: u | sort",
      ]
    ),
    (
      "values never change, so methods that change their receiver do not exist",
      [
        #"text methods: s.split(" ").reverse().join("-")"#, "list methods: l.reverse()",
        "list methods: nums.sort()", #"list methods: l.push("w")"#, "list methods: l.pop()",
        "list methods: l.shift()", "list methods: [10, 9, 1].sort()",
        "list methods: [1, 2, 3].fill(0)", "list methods: l.splice(1, 1)",
        #"list methods: l.unshift("a")"#, "jinja methods: nums.append(5)",
      ]
    ),
    (
      "methods that need tables of their own, or that templates are not seen to use",
      [
        #"text methods: s.localeCompare("Hello World")"#, "text methods: s.normalize()",
        "number methods: n.toPrecision(3)",
      ]
    ),
    (
      "regular expressions take linear time, which look-around and back references do not allow",
      [#"regex: s | replace(r/l(?=d)/, "L")"#, #"regex: r/(a)\1/.test("aa")"#]
    ),
    (
      "markup is text; Nunjucks shows the members of the object that it wraps it in",
      [#"dump: ("a" | safe) | dump"#, #"urlencode: ("a b" | safe) | urlencode"#]
    ),
    (
      "'raw' must end, and takes '-' as every other tag does",
      ["raw: trim in raw", "raw: raw without end", "minus: before a raw"]
    ),
    (
      "Nunjucks takes the last name for the test and drops the rest; here it is a syntax error",
      ["tests: 2 is even == t", "tests: s is string | upper"]
    ),
    (
      "values of types that have no order among them stay where the sort leaves them",
      ["sort: mixed | sort", #"sort: ["b", nul, "a"] | sort"#]
    ),
    (
      "Nunjucks fails on what has one plain meaning",
      ["arithmetic: - - 5", "members: o.true", #"reject: mixed | reject("none") | length"#]
    ),
    ("empty lists have no identity to tell them apart by", ["comparison: [] == []"]),
    ("a slice ends where its list ends", ["jinja slices: l[:9]"]),
  ]
}
