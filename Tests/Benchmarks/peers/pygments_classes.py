"""What a Pygments token is in callboard's terms: one class for each type of token, and none has two.

A class is the letter of its CSS name (`t-k`): keyword, string, comment, number, function, type,
attribute, operator, variable, builtin, inserted, deleted; a space is plain text.

`_TABLE` holds for all languages. `_BY_LANGUAGE` holds the types by which Pygments means something else
in one language than in most, each with what it means there. A type that has no entry is of its nearest
parent's class. Text, white space, plain names and what Pygments could not lex have none: they are not
counted.
"""

from pygments.token import Token

_TABLE = {
    "Comment": "c",
    # Lines for a preprocessor, marks of a template, `<!DOCTYPE …>`.
    "Comment.Preproc": "k",
    "Comment.PreprocFile": "s",
    "Keyword": "k",
    "Keyword.Constant": "b",
    "Keyword.Type": "t",
    # YAML's plain scalars, whatever they hold.
    "Literal": "s",
    "Literal.Date": "n",
    "Literal.Number": "n",
    "Literal.String": "s",
    # Comments that hold documentation.
    "Literal.String.Doc": "c",
    # A hole in a string.
    "Literal.String.Interpol": "v",
    # An attribute of an element, the key of a setting, any member of an object.
    "Name.Attribute": "a",
    "Name.Builtin": "b",
    "Name.Class": "t",
    # A name that begins with a capital, where such a name is a class, a module or one of a type's values.
    "Name.Constant": "t",
    "Name.Decorator": "a",
    "Name.Entity": "v",
    "Name.Exception": "t",
    "Name.Function": "f",
    "Name.Label": "a",
    "Name.Namespace": "t",
    "Name.Property": "a",
    # An element, the key of a mapping in JSON and YAML, the text of a link.
    "Name.Tag": "k",
    "Name.Variable": "v",
    "Operator": "o",
    "Operator.Word": "k",
    "Punctuation": " ",
    "Generic.Deleted": "d",
    "Generic.Emph": "c",
    "Generic.Heading": "f",
    "Generic.Inserted": "i",
    "Generic.Output": " ",
    "Generic.Prompt": "o",
    "Generic.Strong": "k",
    "Generic.Subheading": "f",
    "Generic.Traceback": " ",
}

_BY_LANGUAGE = {
    ("haskell", "Operator.Word"): ("o", "the signs that the language keeps for itself: `=`, `->`, `::`"),
    ("perl", "Comment.Preproc"): ("c", "`__END__` and the documentation behind it"),
    ("php", "Name.Builtin"): ("f", "functions of the library"),
    ("python", "Literal.String.Doc"): ("s", "a string that stands alone"),
    ("rust", "Comment.Preproc"): ("a", "attributes: `#[derive(Debug)]`"),
    ("sql", "Name.Builtin"): ("t", "types: `varchar`"),
    ("swift", "Name.Builtin"): ("t", "types: `String`"),
    ("yaml", "Name.Constant"): ("s", "the text of a block scalar"),
}
"""By language as callboard names it: the class, and what the type means there."""

_FOUND: dict = {}


def expected(token, language: str | None = None) -> str | None:
    """The class of a type of token in a language, or in all without regard to the language; None is not counted."""
    key = (token, language)
    if key not in _FOUND:
        found = None
        while found is None and token is not Token and token is not None:
            name = ".".join(token)
            found = _BY_LANGUAGE.get((language, name), (None,))[0] or _TABLE.get(name)
            token = token.parent
        _FOUND[key] = found
    return _FOUND[key]
