'use strict';
const { expressions, templates } = require('./table');

const context = {
  numbers: [1.0, 0.1 + 0.2, 1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 1.5e-9, -0, 100, 2 ** 53,
    5e-324, 1.7976931348623157e308, 0.000001234, 12345.6789, -1.5, 1 / 3, NaN, Infinity, -Infinity],
  nested: [1, [2, [3, null, undefined, 'x']], { a: 1 }, true],
  obj: { b: 1, a: { c: [1, 2] } }, nul: null, und: undefined, t: true, f: false,
  text: 'a"b\\c\nd\te\u0001\u2028é😀</script>', keys: { 2: 'two', b: 'B', 1: 'one', '01': 'zero-one', '-1': 'neg' },
};

module.exports = [
  ...templates('printing', [
    ...context.numbers.map((number, index) => [`number ${index}`, `{{ numbers[${index}] }}`, context]),
    ['nested list', '{{ nested }}', context],
    ['object', '{{ obj }}', context],
    ['list of objects', '{{ [obj, obj] }}', context],
    ['null', '[{{ nul }}]', context],
    ['undefined', '[{{ und }}]', context],
    ['unknown name', '[{{ nope }}]', context],
    ['booleans', '{{ t }}{{ f }}', context],
    ['list with empties', '[{{ [nul, und, ""] }}]', context],
    ['large integer literal', '{{ 12345678901234567890 }}'],
    ['long fraction literal', '{{ 0.1234567890123456789 }}'],
    ['regex', '{{ r/a.b/gi }}'],
    ['sum of fractions', '{{ 0.1 + 0.2 }} {{ 1.1 * 3 }} {{ 0.7 + 0.1 }}'],
    ['quotients', '{{ 10 / 3 }} {{ 1 / 3 }} {{ 2 / 3 }}'],
    ['text with everything', '{{ text }}', context],
    ['loop object', '{% for x in [1] %}{{ loop }}{% endfor %}'],
  ]),
  ...templates('strings', [
    ['escapes', '{{ "a\\nb\\tc\\rd" }}'],
    ['escaped quotes', '{{ "a\\"b" }}{{ \'a\\\'b\' }}'],
    ['escaped backslash', '{{ "a\\\\b" }}'],
    ['unknown escape', '{{ "a\\qb\\u0041\\x41\\0" }}'],
    ['other quotes', '{{ "it\'s" }}{{ \'say "hi"\' }}'],
    ['line break inside', '{{ "a\nb" }}'],
    ['unicode', '{{ "é😀€" }}'],
    ['empty', '[{{ "" }}{{ \'\' }}]'],
    ['tag inside', '{{ "{% if %}" }}'],
    ['comment inside', '{{ "{# c #}" }}'],
    ['HTML is not escaped', '{{ x }}{{ "<b>&" }}', { x: '<i title="a">\'' }],
    ['backslash in text', 'a\\n{{ "b" }}\\'],
    ['backslash at the end', '{{ "a\\" }}'],
  ]),
  ...expressions('dump', context, [
    'obj | dump', 'obj | dump(2)', 'obj | dump("--")', '[] | dump(2)', '{} | dump(2)', 'nested | dump', 'text | dump',
    'nul | dump', 'und | dump', '1.0 | dump', '1e3 | dump', 't | dump', 'keys | dump', 'keys | dump(1)', '"" | dump',
    'numbers | dump', '{a: und, b: nul} | dump', '[und] | dump', 'range | dump', '[[], {}, [{}]] | dump(1)',
    'obj | dump(20)', 'obj | dump(0)', 'obj | dump(-1)', 'obj | dump(2.9)', 'obj | dump(und)', '"a/b" | dump',
    '{"é": "\\"q\\""} | dump', 'r/a/ | dump', '("a" | safe) | dump', 'obj | dump("abcdefghijklm")', 'obj | dump | length',
    'keys', '[1, 2, 3] | dump(2)', '"\u007f" | dump',
  ]),
];
