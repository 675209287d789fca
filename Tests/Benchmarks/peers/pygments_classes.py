"""What a Pygments token is in callboard's terms: one fixed table for all languages.

A class is the letter of its CSS name (`t-k`): keyword, string, comment, number, function, type,
attribute, operator, variable, builtin, inserted, deleted; a space is plain text.

A type that Pygments uses for several things has several letters, and each of them agrees. The first
is what the type is named for; agreement on that one alone is shown beside.

- `Name.Tag` is the name of an element in markup (keyword) and the key of a mapping in YAML and JSON
  (attribute).
- `Name.Attribute` is an attribute, an annotation or a key, but any member in Java, Kotlin and PHP, also
  where it is called (function).
- `Name.Builtin` holds a language's own types, constants and functions alike: `int` and `len` in Python,
  `String` in Swift, `count()` in PHP.
- `Name.Constant` is a name in capitals: a constant in one language, a class or module in another. It
  is also the text of YAML's block scalars (string).
- `Name.Namespace` names a module or package, a type where callboard colours it and else plain.
- `Comment.Preproc` is a line for a preprocessor or a mark of a template (keyword), and Rust's attributes.
- `String.Doc` is a documentation string or a documentation comment.
- `String.Interpol` is a hole in a string, or a `%s`, which stays part of the string.
- `Literal` is a value of any kind, as in YAML's plain scalars: a string, a number, a constant.
- `Generic.Emph` is emphasised text, and the text of a quotation (comment).
- `Operator.Word` is an operator spelt as a word (keyword), and Haskell's `=` and `::`.
- `Operator` and `Punctuation` are told apart by each Pygments lexer in its own way; both are marks,
  coloured as operators or left plain.

Text, white space, plain names and what Pygments could not lex have no entry and are not counted.
"""

from pygments.token import Token

_TABLE = {
    "Comment": "c",
    "Comment.Preproc": "ka",
    "Comment.PreprocFile": "s",
    "Keyword": "k",
    "Keyword.Constant": "b",
    "Keyword.Type": "t",
    "Literal": "snb",
    "Literal.Date": "n",
    "Literal.Number": "n",
    "Literal.String": "s",
    "Literal.String.Doc": "sc",
    "Literal.String.Interpol": "vs",
    "Name.Attribute": "af",
    "Name.Builtin": "btf",
    "Name.Class": "t",
    "Name.Constant": "bts",
    "Name.Decorator": "a",
    "Name.Entity": "v",
    "Name.Exception": "t",
    "Name.Function": "f",
    "Name.Label": "a",
    "Name.Namespace": "t ",
    "Name.Property": "a",
    "Name.Tag": "ka",
    "Name.Variable": "v",
    "Operator": "o ",
    "Operator.Word": "ko",
    "Punctuation": " o",
    "Generic.Deleted": "d",
    "Generic.Emph": "kc",
    "Generic.Heading": "f",
    "Generic.Inserted": "i",
    "Generic.Output": " ",
    "Generic.Prompt": "o",
    "Generic.Strong": "k",
    "Generic.Subheading": "f",
    "Generic.Traceback": " ",
}
_BY_TYPE: dict = {}


def classes(token) -> str | None:
    """The letters that agree with a token type, its own or its nearest parent's; None is not counted."""
    if token not in _BY_TYPE:
        step, found = token, None
        while found is None and step is not Token and step is not None:
            found = _TABLE.get(".".join(step))
            step = step.parent
        _BY_TYPE[token] = found
    return _BY_TYPE[token]
