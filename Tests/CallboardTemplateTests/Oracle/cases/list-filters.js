'use strict';
const { expressions } = require('./table');

const context = {
  l: [3, 1, 2], mixed: [10, 'b', 9, 'A', 'a', null, undefined, true], words: ['banana', 'Apple', 'cherry', 'apple'], empty: [], s: 'hello', e: '',
  nul: null, und: undefined, n: 5, t: true, no: false, o: { b: 2, a: 1, C: 3 }, u: 'é😀',
  users: [
    { name: 'Bob', age: 30, active: true, address: { city: 'Rome' } }, { name: 'ann', age: 25, active: false, address: { city: 'Oslo' } },
    { name: 'Cy', age: 30, active: true, address: { city: 'Bern' } }, { name: 'dan' },
  ],
  pairs: [[2, 'b'], [1, 'a']], truthies: [0, 1, '', 'a', null, [], false, {}], nums: [0, 1, 2, 3, 4, 5, 6, 7], nested: [[1, [2]], 3],
  numbered: { 10: 'x', 9: 'y', b: 'z' },
};

const odd = (filter) => ['nul', 'und', 'nope', 'n', 't', 'no', 's', 'e', 'o', 'empty', 'u'].map((input) => `${input} | ${filter}`);

module.exports = [
  ...expressions('default', context, [
    'und | default("d")', 'nope | default("d")', 'nul | default("d")', 'e | default("d")', 'no | default("d")', 'no | default("d", true)', 'e | default("d", true)', 'nul | default("d", true)',
    's | default("d")', 's | d("d")', '0 | default(7, true)', 'nope.a.b | default("d")', 'nope | default(nul)', 'nope | default', 'nope | default([]) | length', 'nope | default(s) | upper',
    '(nope | default(0)) + 1', 'nope | default("d", boolean=true)', 'e | default("d", boolean=true)', 'empty | default("d", true)', 'o.x | default(o.a)', 'nope | default(nope) | default(1)',
  ]),
  ...expressions('first', context, ['l | first', 'users | first | dump', ...odd('first')]),
  ...expressions('last', context, ['l | last', ...odd('last')]),
  ...expressions('length', context, ['l | length', 'u | length', 'o | length', '{} | length', '("ab" | safe) | length', ...odd('length')]),
  ...expressions('list', context, ['l | list', '"ab" | list', 'o | list | dump', '{} | list | dump', 'numbered | list | dump', ...odd('list')]),
  ...expressions('join', context, [
    'l | join', 'l | join(", ")', 'l | join(1)', 'users | join(",", "name")', 'users | join(",", "age")', 'users | join(",", "address.city")', '[nul, und, 1] | join("-")', 'nested | join(";")', 'l | join(nul)',
    'l | join("")', 'words | sort | join(" ")', '[[1, 2], [3]] | join("|", 0)', '[] | join(",")', '["a"] | join(",")', 'l | join(d="-")', '[nul] | join(",", "a")', '[{}, t] | join', ...odd('join(",")'),
  ]),
  ...expressions('batch', context, [
    'nums | batch(3) | dump', 'nums | batch(3, "x") | dump', 'nums | batch(8) | dump', 'nums | batch(1) | dump', 'nums | batch(0) | dump', 'nums | batch | dump', 'nums | batch(3, 0) | dump', 'empty | batch(2) | dump',
    'empty | batch(2, "x") | dump', 'nums | batch("3") | dump', 's | batch(2) | dump', 'und | batch(2) | dump', 'n | batch(2) | dump', 'o | batch(2) | dump', 'nums | batch(2.5) | dump', 'nums | batch(-3) | dump', 'nums | batch(20, 1) | dump',
  ]),
  ...expressions('slice', context, [
    'nums | slice(3) | dump', 'nums | slice(3, "x") | dump', 'nums | slice(1) | dump', 'nums | slice(8) | dump', 'nums | slice(10) | dump', 'nums | slice(10, "x") | dump', 'nums | slice(0) | dump', 'nums | slice | dump',
    'empty | slice(2) | dump', 's | slice(2) | dump', 'und | slice(2) | dump', 'n | slice(2) | dump', 'l | slice(2, "f") | dump', 'nums | slice("3") | dump', 'nums | slice(-2) | dump', 'nums | slice(2.5) | dump', 'nums | slice(3, 0) | dump', 's | slice(3) | dump', 's | slice(2, "x") | dump', 'nums | slice(1.5) | dump', 'l | slice(7.5, "f") | dump', 'nums | slice(0.5) | dump', '"ab" | slice(3) | dump',
  ]),
  ...expressions('reverse', context, ['l | reverse', 'l | reverse | join("-")', '(l | reverse) ~ l', ...odd('reverse')]),
  ...expressions('sort', context, [
    'l | sort', 'l | sort(true)', 'l | sort(reverse=true)', 'words | sort', 'words | sort(false, true)', 'words | sort(case_sensitive=true)', 'words | sort(true, true)', 'users | sort(attribute="name") | join(",", "name")',
    'users | sort(false, false, "age") | join(",", "name")', '(users | sort(attribute="address.city")) | join(",", "name")', 'mixed | sort', '[10, 9, 1] | sort', '["10", "9", "1"] | sort', '[1, "2", 3] | sort', '[t, no] | sort',
    '[] | sort', '["é", "z", "a"] | sort', '["B", "a", "b", "A"] | sort', 'users[0:2] | sort', 'users | sort(true, false, "name") | join(",", "name")', 'pairs | sort', '["b", nul, "a"] | sort', 'l | sort(attribute="x")',
    'users | sort(attribute="age", reverse=true) | join(",", "name")', '[[2], [1]] | sort(attribute="0") | dump', '["a1", "a10", "a2"] | sort', '[3, und, 1] | sort | dump', '[{a: nul}] | sort(attribute="a.b") | dump', '[{a: nul}, {a: 1}] | sort(attribute="a.b") | dump', '[nul, nul] | sort(attribute="a")', '[{a: 2}, {}] | sort(attribute="a") | dump', ...odd('sort'),
  ]),
  ...expressions('dictsort', context, [
    'o | dictsort', 'o | dictsort | dump', 'o | dictsort(true) | dump', 'o | dictsort(false, "value") | dump', 'o | dictsort(by="value") | dump', '{} | dictsort | dump', 'l | dictsort | dump', 'nul | dictsort', 'und | dictsort', 's | dictsort',
    'o | dictsort(false, "key") | dump', 'o | dictsort(false, "nope") | dump', '{b: "x", a: "X", c: "w"} | dictsort(false, "value") | dump', '{b: "x", a: "X", c: "w"} | dictsort(true, "value") | dump', '{a: 1, A: 2, B: 3, b: 4} | dictsort | dump',
    'numbered | dictsort | dump', '{a: [2], b: [1]} | dictsort(false, "value") | dump', 'n | dictsort',
  ]),
  ...expressions('groupby', context, [
    'users | groupby("age") | dump', 'users | groupby("name") | dump', 'users | groupby("address.city") | dump', 'users[0] | groupby("x") | dump', 'empty | groupby("x") | dump', 'und | groupby("x")', 'nul | groupby("x")', 's | groupby("length") | dump',
    'words | groupby("length") | dump', 'users | groupby("active") | dump', 'l | groupby("x") | dump', 'pairs | groupby(0) | dump', '[nul] | groupby("x")', 'users | groupby | dump', 'o | groupby("x") | dump', '[{a: nul}] | groupby("a.b") | dump', '[{a: {}}] | groupby("a.b") | dump', '[{a: und}] | groupby("a") | dump', '["x"] | groupby("length") | dump', '[{a: und}] | groupby("a.b") | dump', '[[1, 2], [1]] | groupby("0") | dump', 'n | groupby("x") | dump', '[{k: 2}, {k: 10}, {k: 1}] | groupby("k") | dump',
  ]),
  ...expressions('sum', context, [
    'l | sum', 'l | sum(undefined, 10)', 'users | sum("age")', 'users[0:1] | sum', 'empty | sum', 'empty | sum("x", 5)', '["a", "b"] | sum', '[1, "2", 3] | sum', '[0.1, 0.2] | sum', 'und | sum', 'nul | sum', 's | sum', 'n | sum', 'o | sum', 'users | sum(attribute="age")',
    'l | sum("", 1)', '[nul, t] | sum', '[[1], [2]] | sum(0)', 'l | sum(nul, "x")', '[und] | sum',
  ]),
  ...expressions('select', context, [
    'truthies | select | dump', 'nums | select("odd")', 'nums | select("even")', 'nums | select("divisibleby", 3)', 'nums | select("gt", 4)', 'nums | select("nope")', 'mixed | select("string")', 'mixed | select("number")', 'und | select("odd")', 'nul | select("odd")', 's | select("string")',
    'n | select("odd")', 'empty | select("odd") | dump', 'nums | select("eq", 2)', 'mixed | select("defined") | length', 'nums | select("odd") | length',
  ]),
  ...expressions('reject', context, [
    'truthies | reject | dump', 'nums | reject("odd")', 'nums | reject("divisibleby", 3)', 'mixed | reject("string") | dump', 'und | reject("odd")', 'mixed | reject("none") | length', 'nums | reject("nope")', 'empty | reject | dump',
  ]),
  ...expressions('selectattr', context, [
    'users | selectattr("active") | join(",", "name")', 'users | rejectattr("active") | join(",", "name")', 'users | selectattr("nope") | dump', 'users | rejectattr("nope") | length', 'users | selectattr("age", "eq", 30) | join(",", "name")',
    'users | selectattr("address.city") | length', 'empty | selectattr("x") | dump', 'und | selectattr("x")', 'nul | rejectattr("x")', 'users | selectattr("age") | length', '[nul] | selectattr("x")', '["ab"] | selectattr("length") | dump', 'pairs | selectattr(0) | dump', 's | selectattr("x")',
  ]),
  ...expressions('random', context, ['[7] | random', '[["x"]] | random', '"z" | random', '[7, 7, 7] | random', 'empty | random', 'nul | random', 'und | random', 'e | random', 'o | random']),
  ...expressions('chains', context, [
    'users | selectattr("active") | sort(attribute="name") | first | dump', 'nums | reverse | first', 'nums | batch(2) | first | last', 's | list | reverse | join', 's | upper | lower | title', 'nums | select("odd") | sum', 'words | sort | reverse | first', 's | nope', 's | upper()', 's | upper | nope',
    's|upper|length', 's | default("x") | replace("h", "j") | capitalize', '"a,b".split(",") | join("-")', 'o | dictsort | first | last', 'l | sort | join(",") | length', 'n | string | length + 1', 'users | length > 3', 'not empty | length', '"x" ~ l | length',
  ]),
];
