/// Names of elements that browsers know, or once knew, and that ``Element`` does not tell apart.
enum HTMLNames {
  static func contains(_ name: some Collection<UInt8>) -> Bool {
    guard name.count <= 16 else { return false }
    return names.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  /// HTML Standard, section 3 of the index of elements, and 16.2.
  private static let names: Set<String> = [
    "acronym", "address", "applet", "area", "audio", "base", "basefont", "bgsound", "big",
    "body", "button", "canvas", "center", "data", "datalist", "dialog", "dir",
    "fieldset", "font", "form", "frame", "frameset", "head", "hgroup", "html",
    "image", "keygen", "label", "legend", "link", "listing", "map", "marquee", "menu",
    "menuitem", "meta", "meter", "nobr", "optgroup", "option", "output",
    "param", "progress", "rb", "rbc", "rtc", "search",
    "slot", "strike", "track",
  ]
}
