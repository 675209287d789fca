/// A regular expression of JavaScript's syntax that is matched in linear time.
///
/// Only what a finite automaton can do: no references back, no looking ahead or behind. All states are
/// followed at once, so that no pattern and no text can make a match slow.
package struct LinearPattern: Sendable, CustomStringConvertible {
  /// As the author wrote it.
  package let description: String

  private let steps: [PatternStep]

  /// Compiles a pattern.
  ///
  /// - Throws: ``LinearPatternError`` for what is not well-formed, not supported or too large.
  package init(_ pattern: String) throws(LinearPatternError) {
    description = pattern
    var parser = PatternParser(pattern)
    let root = try parser.parse()
    var program = PatternProgram()
    try program.append(root)
    steps = program.steps + [.match]
  }

  /// Whether the pattern matches some part of a text, as `pattern` of JSON Schema asks; `^` and `$` stand for
  /// the text's ends.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of text and compiled pattern.
  package func matches(_ text: String) -> Bool {
    var run = PatternRun(steps)
    var rest = text.unicodeScalars[...]
    var isStart = true
    while true {
      let scalar = rest.first
      // A match may begin anywhere.
      if run.add(0, isStart: isStart, isEnd: scalar == nil) { return true }
      guard let scalar else { return false }
      rest.removeFirst()
      if run.advance(over: scalar.value, isEnd: rest.isEmpty) { return true }
      isStart = false
    }
  }
}

/// Why a pattern cannot be used.
package enum LinearPatternError: Error, Equatable, Sendable, CustomStringConvertible {
  case unbalancedParenthesis
  case unclosedClass
  case nothingToRepeat
  case badRange
  case badEscape(String)
  /// A group such as `(?=…)`, which no automaton can match.
  case unsupportedGroup
  case tooDeep
  case tooLarge

  /// Completes the sentence "the pattern …".
  package var description: String {
    switch self {
    case .unbalancedParenthesis: "has a parenthesis without its counterpart"
    case .unclosedClass: "has a '[' without its ']'"
    case .nothingToRepeat: "repeats nothing"
    case .badRange: "has a range that ends before it begins"
    case .badEscape(let escape): "has '\(escape)', which is not supported"
    case .unsupportedGroup: "looks ahead or behind, which takes more than linear time"
    case .tooDeep: "nests groups more than \(PatternParser.depthLimit) deep"
    case .tooLarge: "is larger than \(PatternProgram.stepLimit) steps"
    }
  }
}

/// One instruction; those that read go on to the next one.
enum PatternStep: Sendable {
  case scalar(ScalarSet)
  /// Goes on at both places, without reading.
  case split(Int, Int)
  case jump(Int)
  case start
  case end
  case match
}

/// Ranges of Unicode scalars.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isInverted = false

  func contains(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) } != isInverted
  }
}

/// The states of one match under way.
private struct PatternRun {
  private let steps: [PatternStep]
  private var current: [Int] = []
  private var next: [Int] = []
  /// For each step the turn in which it was added last, so that none is added twice.
  private var addedInTurn: [Int]
  private var turn = 0
  private var pending: [Int] = []

  init(_ steps: [PatternStep]) {
    self.steps = steps
    addedInTurn = [Int](repeating: -1, count: steps.count)
  }

  /// Adds a state and all that it leads to without reading; true when that is the end of the pattern.
  mutating func add(_ first: Int, isStart: Bool, isEnd: Bool) -> Bool {
    pending.append(first)
    while let state = pending.popLast() {
      guard addedInTurn[state] != turn else { continue }
      addedInTurn[state] = turn
      switch steps[state] {
      case .scalar: current.append(state)
      case .split(let one, let other): pending += [other, one]
      case .jump(let target): pending.append(target)
      case .start: if isStart { pending.append(state + 1) }
      case .end: if isEnd { pending.append(state + 1) }
      case .match:
        pending.removeAll()
        return true
      }
    }
    return false
  }

  /// Reads one scalar; true when a match ends after it.
  mutating func advance(over scalar: UInt32, isEnd: Bool) -> Bool {
    swap(&current, &next)
    current.removeAll(keepingCapacity: true)
    turn += 1
    for state in next {
      guard case .scalar(let set) = steps[state], set.contains(scalar) else { continue }
      if add(state + 1, isStart: false, isEnd: isEnd) { return true }
    }
    return false
  }
}
