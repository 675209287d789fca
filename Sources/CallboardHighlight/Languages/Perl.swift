extension Grammar {
  static let perl: Grammar = {
    let variables: [Rule] = [
      .enclosedVariable("${", "}"),
      .prefixed("$#", .name, .variable),
      .prefixed("$", .name.union(":"), .variable),
      .prefixed("@", .name.union(":"), .variable),
      .prefixed("$", ByteSet("&`'+!@/\\,;.0123456789_"), .variable),
    ]
    let brackets: [(String, String)] = [("{", "}"), ("(", ")"), ("[", "]"), ("|", "|"), ("!", "!")]
    var quoted: [Rule] = []
    for (open, close) in brackets {
      // `use Mojo::Util qw(quote)`: what quotes a list may stand right behind a name.
      for word in ["q", "qq", "qw", "qr"] {
        quoted.append(.string(word + open, close, lines: true).in(.wordStart))
      }
      for word in ["m", "s"] {
        quoted.append(.string(word + open, close, lines: true).in(.operand))
      }
    }
    for word in ["q", "qq", "qw", "qr"] {
      quoted.append(.string(word + "/", "/", lines: true).in(.wordStart))
    }
    let plain: [Rule] = [
      .string("=", "\n=cut", escape: nil, lines: true).as(.comment).in(.lineStart),
      .text("__END__", .keyword, .push("end")).in(.lineStart),
      .text("s/", .string, .push("substitution")).in(.operand),
      .text("tr/", .string, .push("substitution")).in(.operand),
      .text("y/", .string, .push("substitution")).in(.operand),
      .string("m/", "/", lines: true).in(.operand),
      .hashComment,
      Rule(pattern: .heredoc("<<"), token: .string, place: .operand),
      .text("\"", .string, .push("string")),
      .string("'", lines: true),
      .string("`", lines: true),
      Rule(pattern: .regex, token: .string, place: .operand),
    ]
    let marks: [Rule] = [
      .prefixed("%", .name, .variable).in(.operand),
      .prefixed("&", .name.union(":"), .function).in(.operand),
      .text(".", .operator),
      .text("?", nil),
      .text("=>", .operator),
      .text("->", .operator),
      .number,
      .operators,
      .name(
        NameStyle(
          rest: .name.union(":"),
          memberMarks: ByteSet(">"),
          marks: ByteSet(":"),
          marked: .type
        )
      ),
    ]
    return code(
      plain + quoted + variables + marks,
      words: Words(
        keywords: """
          and case continue cmp do else elsif eq for foreach ge given gt if last le local lt my ne next
          not or our redo reset return state then unless until when while xor BEGIN
          END
          """,
        typeKeywords: "no package require use",
        functionKeywords: "sub",
        builtins: """
          abs bless caller chdir chmod chomp chop chr close closedir defined delete die each eof eval exec
          exists exit grep index int join keys lc lcfirst length local localtime lstat map mkdir open
          opendir ord pack pop print printf push quotemeta read readdir ref rename reverse rindex rmdir
          scalar seek shift sleep sort splice split sprintf stat substr system tie time uc ucfirst undef
          unlink unpack unshift values wait wantarray warn write
          """
      ),
      modes: [
        stringMode("string", close: "\"", holes: variables),
        Mode(
          name: "substitution",
          rules: [.prefixedByte("\\"), .text("/", .string, .replace("replacement"))],
          text: .string
        ),
        Mode(
          name: "replacement",
          rules: [.prefixedByte("\\"), .text("/", .string, .pop)],
          text: .string
        ),
        Mode(name: "end", rules: [.run(ByteSet.visible.union(.blanks), .comment)]),
      ]
    )
  }()
}
