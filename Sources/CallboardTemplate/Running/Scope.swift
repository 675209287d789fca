/// The variables that tags have set, innermost last.
///
/// A flat stack: a lookup compares a handful of numbers and touches no string. Names are found at run
/// time because an included template sees the variables of whoever includes it.
struct Scope {
  struct Frame {
    /// Where the frame's variables begin; they end where those of the next frame begin.
    var start: Int
    /// The frame to search next; -1 for none.
    var parent: Int
    /// Whether `set` leaves the variables of outer frames alone.
    var isolatesWrites: Bool
    /// Whether `set` also sets the template's context.
    var isTopLevel: Bool
    /// Whether macros and imports defined here stay in the frame: in loops and call blocks.
    var keepsDefinitions: Bool
  }

  private var names: [Symbol] = []
  private var values: [TemplateValue] = []
  private(set) var frames: [Frame] = []
  /// How many variables there are of each name, by the symbols' numbers: most names are never set, and asked for often.
  private var counts: [Int32]

  /// - Parameter symbolCount: How many symbols the templates use.
  init(symbolCount: Int) {
    counts = Array(repeating: 0, count: symbolCount)
    names.reserveCapacity(48)
    values.reserveCapacity(48)
    frames.reserveCapacity(24)
  }

  var current: Frame? { frames.last }

  /// The number of the innermost frame.
  var depth: Int { frames.count - 1 }

  /// Begins a frame; lookups go on in the frame `parent`, or nowhere if it is -1.
  mutating func push(
    parent: Int,
    isolatesWrites: Bool = false,
    isTopLevel: Bool = false,
    keepsDefinitions: Bool = false
  ) {
    frames.append(
      Frame(
        start: names.count,
        parent: parent,
        isolatesWrites: isolatesWrites,
        isTopLevel: isTopLevel,
        keepsDefinitions: keepsDefinitions
      )
    )
  }

  mutating func pop() {
    guard let frame = frames.popLast() else { return }
    while names.count > frame.start, let name = names.popLast() {
      counts[Int(name.index)] -= 1
      values.removeLast()
    }
  }

  func value(of name: Symbol) -> TemplateValue? {
    guard counts[Int(name.index)] > 0 else { return nil }
    guard let position = position(of: name, from: frames.count - 1) else { return nil }
    return values[position]
  }

  /// A member of the object that a variable is; nil where there is no such variable, object or member.
  func member(_ key: TemplateKey, of name: Symbol) -> TemplateValue? {
    guard counts[Int(name.index)] > 0, !key.isReserved,
      let position = position(of: name, from: frames.count - 1),
      case .object(let object) = values[position]
    else { return nil }
    return object.value(for: key)
  }

  /// Adds a variable to the innermost frame without looking for an older one of its name.
  mutating func declare(_ name: Symbol, _ value: TemplateValue) {
    names.append(name)
    values.append(value)
    counts[Int(name.index)] += 1
  }

  /// The place that the next declared variable will get, for ``replace(at:with:)``.
  var nextPosition: Int { names.count }

  mutating func replace(at position: Int, with value: TemplateValue) {
    values[position] = value
  }

  /// Sets a variable in the frame that has it, else in the innermost one.
  mutating func set(_ name: Symbol, _ value: TemplateValue) {
    let innermost = frames.count - 1
    let own = position(of: name, in: innermost)
    let isolates = frames.last?.isolatesWrites ?? true
    let found = own ?? (isolates ? nil : position(of: name, from: innermost))
    if let found { values[found] = value } else { declare(name, value) }
  }

  /// All names that a lookup could find now, for near misses.
  var visibleNames: [Symbol] {
    var visible: [Symbol] = []
    var frame = frames.count - 1
    while frame >= 0 {
      visible += names[frames[frame].start..<end(of: frame)]
      frame = frames[frame].parent
    }
    return visible
  }

  private func end(of frame: Int) -> Int {
    frame + 1 < frames.count ? frames[frame + 1].start : names.count
  }

  private func position(of name: Symbol, in frame: Int) -> Int? {
    guard frame >= 0 else { return nil }
    for position in frames[frame].start..<end(of: frame) where names[position] == name {
      return position
    }
    return nil
  }

  private func position(of name: Symbol, from innermost: Int) -> Int? {
    var frame = innermost
    while frame >= 0 {
      if let position = position(of: name, in: frame) { return position }
      frame = frames[frame].parent
    }
    return nil
  }
}
