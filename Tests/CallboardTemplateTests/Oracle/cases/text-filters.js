'use strict';
const { expressions, templates } = require('./table');

const context = {
  s: 'hello world', up: 'HELLO wORLD', e: '', nul: null, und: undefined, n: 42, f: 3.7, neg: -3.2, t: true, no: false,
  u: 'éCOLE ßtraße 😀', pad: ' \t x y \n', lines: 'a\nb\n\nc', html: '<p class="x">a &amp; <b>b</b>\n c</p><!-- c -->',
  list: [1, 2], obj: { a: 1, 'b c': 'x&y' }, long: 'The quick brown fox jumps over the lazy dog',
  url: 'see http://example.com/a?b=c, www.example.org. or me@example.com (https://x.io) example.net/x',
};

const odd = (filter) => ['nul', 'und', 'nope', 'n', 't', 'no', 'list', 'obj', 'e', 'u']
  .map((input) => `${input} | ${filter}`);

module.exports = [
  ...expressions('capitalize', context, ['s | capitalize', 'up | capitalize', ...odd('capitalize')]),
  ...expressions('lower', context, ['up | lower', ...odd('lower')]),
  ...expressions('upper', context, ['s | upper', ...odd('upper')]),
  ...expressions('title', context, ['s | title', 'up | title', '"a-b c_d  e" | title', '"a\nb" | title', ...odd('title')]),
  ...expressions('trim', context, ['pad | trim', '"\u00a0x\ufeff" | trim', ...odd('trim')]),
  ...expressions('string', context, ['s | string', 'f | string', ...odd('string')]),
  ...expressions('wordcount', context, ['s | wordcount', '"a-b c\'d  e_f" | wordcount', '"..." | wordcount', '0 | wordcount', ...odd('wordcount')]),
  ...expressions('escape', context, ['html | escape', '"\'`\\"<>&=" | e', '("<" | safe) | escape', '"<" | escape | escape', ...odd('escape')]),
  ...expressions('forceescape', context, ['html | forceescape', '("<" | safe) | forceescape', '"<" | e | forceescape', ...odd('forceescape')]),
  ...expressions('safe', context, ['html | safe', '("a" | safe) | length', '("a" | safe) + "b"', '("a" | safe) == "a"', ...odd('safe')]),
  ...expressions('nl2br', context, ['lines | nl2br', '"a\r\nb" | nl2br', '"a\rb" | nl2br', ...odd('nl2br')]),
  ...expressions('striptags', context, [
    'html | striptags', 'html | striptags(true)', '"<p>a</p>\n\n\n\n<p>b   c</p>  \n d" | striptags(true)', '"a < b > c" | striptags', '"<b" | striptags',
    '"<br/>x<br />y" | striptags', '"a<!-- <b> -->c" | striptags', '"<a href=\'>\'>x" | striptags', '"  a   b \n c" | striptags', ...odd('striptags'),
  ]),
  ...expressions('urlencode', context, [
    '"a b&c=d/é?+" | urlencode', '"!*\'()~-_." | urlencode', 'obj | urlencode', '[["a", 1], ["b c", "d&"]] | urlencode', 'list | urlencode', 'und | urlencode',
    'nul | urlencode', 'n | urlencode', 'e | urlencode', '{} | urlencode', '[] | urlencode', '"😀" | urlencode', '{a: nul, b: [1, 2]} | urlencode', 't | urlencode', '[nul] | urlencode', '["ab"] | urlencode', '[{"0": "k", "1": "v"}] | urlencode', '[[]] | urlencode', 'f | urlencode', '("a b" | safe) | urlencode', '"\\n%" | urlencode', '[[1, 2], "ab", 5] | urlencode',
  ]),
  ...expressions('urlize', context, [
    'url | urlize', 'url | urlize(10)', 'url | urlize(10, true)', 'url | urlize(nul, true)', '"no links" | urlize', 'e | urlize', '"<http://a.b>" | urlize',
    '"http://a.b)." | urlize', '"(www.a.com)" | urlize', '"a\n http://b.c\tx" | urlize', '"x.com:80" | urlize', 'und | urlize', 'n | urlize',
  ]),
  ...expressions('replace', context, [
    's | replace("o", "0")', 's | replace("o", "0", 1)', 's | replace("l", "L", 2)', 's | replace("", "-")', 's | replace("", "-", 2)', 's | replace("q", "x")',
    's | replace("world", "")', 'n | replace(4, 5)', 'n | replace("4", "5")', '"a1b1" | replace(1, 2)', 's | replace("o", n)', 's | replace("o", "$&")', 's | replace("l", "ll")',
    's | replace("o", "0", 0)', 's | replace("o", "0", -1)', 's | replace("o", und)', 's | replace(und, "x")', 's | replace(nul, "x")', 's | replace(".", "x")', '"aaa" | replace("aa", "b")',
    ...odd('replace("a", "b")'), 's | replace("hello ", "") | upper', 's | replace("o")', '"é😀é" | replace("é", "e")', 's | replace("O", "0")', '"aaaa" | replace("a", "b", 2)',
    's | replace(["o"], "0")', 'e | replace("", "x")', '"123" | replace(2, "x")', 's | replace("o", "0", "1")', '"😀x" | replace("", "-")', '4 | replace("a", "b") is string', '4 | replace(4, 5, 0) is string',
  ]),
  ...expressions('truncate', context, [
    'long | truncate(10)', 'long | truncate(10, true)', 'long | truncate(10, false, "…")', 'long | truncate(10, true, "")', 'long | truncate', 'long | truncate(100)', 'long | truncate(43)',
    'long | truncate(42)', 'long | truncate(3)', 'long | truncate(0)', '"abcdefghij" | truncate(5)', '"ab cdefghij" | truncate(2)', '"é😀éé" | truncate(2, true)', 'long | truncate(9)',
    'long | truncate(killwords=true)', 'long | truncate("12")', 'long | truncate(-5)', 'long | truncate(10.5)', 'long | truncate(10, und, nul)', 'long | truncate("x", true)', 'long | truncate("x")', 'list | truncate(1)', '[1, 2] | truncate(2) | dump', '" ab" | truncate(-1)', 'e | truncate(-1)', ...odd('truncate(2)'),
  ]),
  ...expressions('indent', context, [
    'lines | indent', 'lines | indent(2)', 'lines | indent(2, true)', 'lines | indent(0)', '"\na" | indent', 'lines | indent(width=2)', 'lines | indent("3")', 'lines | indent(2.5)',
    '"a\r\nb" | indent(1)', '"a\n" | indent(1)', 'lines | indent(-2)', 'lines | indent("x")', 'lines | indent("x", true)', ...odd('indent'),
  ]),
  ...expressions('center', context, [
    '"ab" | center(6)', '"ab" | center(7)', '"abc" | center(6)', '"abc" | center(8)', '"abcdef" | center(3)', 's | center', '"a" | center(2)', '"ab" | center("6")', '"ab" | center(5.5)',
    '"😀" | center(5)', '"ab" | center(-1)', '"ab" | center(3)', '"ab" | center("x")', '"ab" | center(width=9)', '{length: 2} | center(5)', '3.5 | center(9)', '"ab" | center(0)', '0 | center(6)', '[1, 2] | center(6)', 't | center', ...odd('center(5)'),
  ]),
  ...expressions('numbers', context, [
    'neg | abs', '"-5" | abs', 'nul | abs', 'und | abs', 's | abs', 'list | abs', '"3.7abc" | float', '"abc" | float', '"abc" | float(1.5)', 'nul | float', 'und | float', '".5e1x" | float',
    'f | float', '"-.5" | float', '"Infinity" | float', '" 7 " | float', '"" | float(2)', 't | float', '[1.5] | float', 'f | int', '"42abc" | int', '"abc" | int', '"abc" | int(7)',
    '"abc" | int(default=7)', '"ff" | int(0, 16)', '"ff" | int(base=16)', '"0x1f" | int', '"0x1f" | int(0, 16)', '"-7.9" | int', 'nul | int', 'und | int', '"" | int', '"1e3" | int', '1e21 | int',
    '[3, 4] | int', '"101" | int(0, 2)', '"12" | int(0, 99)', '"9" | int("x", 8)', '"z" | int(0, 36)', 't | int', 'f | round', 'neg | round', '2.5 | round', '-2.5 | round', '(-2.5) | round', '0.5 | round',
    '1.005 | round(2)', '1.2345 | round(2)', '1.2345 | round(2, "ceil")', '1.2345 | round(2, "floor")', 'f | round(0, "floor")', 'f | round(0, "ceil")', 'neg | round(0, "floor")', '1234 | round(-2)',
    '"3.6" | round', 's | round', 'nul | round', 'und | round', '0.1 | round(20)', '1.5 | round(1, "other")', '0.49999999999999994 | round', '2.675 | round(2)', '1e21 | round', 'f | round(method="floor")', 'f | round("1")',
  ]),
  ...templates('autoescape is off', [
    ['markup in output', '{{ "<b>" }}{{ "<b>" | safe }}{{ "<b>" | e }}'],
    ['markup in set block', '{% set x %}<b>{% endset %}{{ x }}'],
  ]),
];
