import CallboardDiagnostics

extension WidgetForm {
  /// The address with the values that the fields have at first, each percent-encoded.
  var plainAddress: String {
    var filled = ""
    var rest = address[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}") else {
        rest = rest[open...]
        break
      }
      let name = after[..<close]
      if let field = fields.first(where: { $0.name == name }) {
        filled += PercentCode.encoded(field.value, keeping: .unreserved)
      } else {
        filled += rest[open...close]
      }
      rest = after[after.index(after: close)...]
    }
    return filled + rest
  }
}
