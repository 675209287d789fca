/// What is written on keys, by the names that authors give them between `++`.
enum KeyNames {
  /// The label of a key: the known one, else the name in capitals, with blanks for hyphens.
  static func label(for name: String) -> String {
    let key = name.lowercased()
    if let label = labels[key] { return label }
    return key.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  /// As in pymdownx.keys for an English keyboard; only those that ``label(for:)`` would not make.
  private static let labels: [String: String] = [
    "add": "Num +", "alt-graph": "AltGr", "altgr": "AltGr", "arrow-down": "Down",
    "arrow-left": "Left", "arrow-right": "Right", "arrow-up": "Up", "back": "Backspace",
    "backslash": "\\", "bar": "|", "bksp": "Backspace", "brace-left": "{", "brace-right": "}",
    "bracket-left": "[", "bracket-right": "]", "capital": "Caps Lock", "cmd": "Cmd",
    "colon": ":", "comma": ",", "command": "Cmd", "context-menu": "Menu", "control": "Ctrl",
    "cplk": "Caps Lock", "dblquote": "\"", "del": "Del", "delete": "Del", "divide": "Num /",
    "double-quote": "\"", "equal": "=", "escape": "Esc", "exclam": "!", "function": "Fn",
    "grave": "`", "greater": ">", "gt": ">", "hyphen": "-", "insert": "Ins",
    "left-control": "Left Ctrl", "lcmd": "Left Cmd", "lctrl": "Left Ctrl", "lalt": "Left Alt",
    "lshift": "Left Shift", "less": "<", "lt": "<", "minus": "-", "multiply": "Num *",
    "next": "Page Down", "num-lock": "Num Lock", "opt": "Option", "page-dn": "Page Down",
    "period": ".", "pg-dn": "Page Down", "pg-up": "Page Up", "pipe": "|", "plus": "+",
    "prior": "Page Up", "prtsc": "Print Screen", "question": "?", "ralt": "Right Alt",
    "rcmd": "Right Cmd", "rctrl": "Right Ctrl", "return": "Enter",
    "right-control": "Right Ctrl", "rshift": "Right Shift", "scroll": "Scroll Lock",
    "semicolon": ";", "single-quote": "'", "slash": "/", "spc": "Space", "subtract": "Num -",
    "tabulator": "Tab", "tilde": "~", "underscore": "_", "win": "Win", "windows": "Win",
  ]
}
