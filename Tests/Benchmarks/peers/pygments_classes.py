"""What a Pygments token is in callboard's terms: one fixed table for all languages.

A class is the letter of its CSS name (`t-k`): keyword, string, comment, number, function, type,
attribute, operator, variable, builtin, inserted, deleted; a space is plain text.

A type that Pygments itself uses for two things has two letters, and either agrees:

- `Name.Tag` is the name of an element in markup (keyword) and the key of a mapping in YAML and JSON
  (attribute).
- `Operator` and `Punctuation` are told apart by each Pygments lexer in its own way; both are marks,
  coloured as operators or left plain.
- `String.Doc` is a documentation string or a documentation comment.
- `String.Interpol` is a hole in a string, or a `%s`, which stays part of the string.
- `Literal` is a value of any kind, as in YAML's plain scalars: a string, a number, a constant.
- `Name.Constant` is a name in capitals: a constant in one language, a class or module in another.
- `Name.Namespace` names a module or package, which is a type in callboard where it is coloured.
- `Keyword.Type` and `Name.Builtin` both hold a language's own types: `int` is the first in C and the
  second in Python. The first is a type, the second a builtin or a type.

Text, white space, plain names and what Pygments could not lex have no entry and are not counted.
"""

from pygments.token import Token

_TABLE = {
    "Comment": "c",
    "Comment.Preproc": "k",
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
    "Name.Attribute": "a",
    "Name.Builtin": "bt",
    "Name.Class": "t",
    "Name.Constant": "bt",
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
    "Operator.Word": "k",
    "Punctuation": "o ",
    "Generic.Deleted": "d",
    "Generic.Emph": "k",
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
