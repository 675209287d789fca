'use strict';
const { expressions } = require('./table');

const context = {
  o: { a: 1, b: { c: [10, 20] }, 'd-e': 5, list: [1, 2, 3], fn: 'x', length: 9 },
  l: ['x', 'y', 'z'], s: 'Hello World', u: 'é😀x', nul: null, key: 'a', i: 1, neg: -1, path: 'a/b//c',
  nums: [3, 1, 2], n: 3.14159, keys: { 1: 'one', x: 'ex' }, objs: [{ a: 1 }, { a: 2 }], pad: '  x \n',
};

module.exports = [
  ...expressions('members', context, [
    'o.a', 'o["a"]', 'o[key]', 'o.b.c[1]', 'o["b"]["c"][0]', 'o["d-e"]', 'o.nope', 'o.nope.deeper', 'o["nope"]["deeper"]',
    'nope.a.b.c', 'nul.a', 'nul["a"]', 'l[0]', 'l[i]', 'l[neg]', 'l[9]', 'l["1"]', 'l.length', 'l["length"]', 'l[1.5]',
    's.length', 's[0]', 's[99]', 's["length"]', 'u.length', 'o.length', '5.a', '(5).a', 'true.a', 'keys[1]', 'keys["1"]',
    'keys.x', 'o[nope]', 'o.b["c"].length', 'l[l.length - 1]', 'o.list[i + 1]', 'o["li" + "st"]', 'objs[1].a', 's.nope',
    'l.nope', 'n.nope', 'o.', '[1, 2][5]', '"abc"[-1]', 'o.a.b', 'o[o]', 'l[nul]', 'l[true]', 'o.true', 'o.if', 'o.in', 'o.a[0]',
  ]),
  ...expressions('calls', context, [
    'nope()', 'o.nope()', 'o.a()', 's()', 'nul()', 'nope.nope()', 's.nope()', 'l.nope()', '1()', 'o.b()', 'l[0]()', 'n.nope()',
  ]),
  ...expressions('text methods', context, [
    's.toUpperCase()', 's.toLowerCase()', 's.split(" ")', 's.split(" ")[1]', 's.split("")', 's.split("o", 2)', 's.split()',
    'path.split("/")', 'path.split("/") | last', '"".split(",") | length', '"".split("") | length', 's.split("q") | length',
    's.replace("l", "L")', 's.replace(r/l/g, "L")', 's.replace(r/(\\w+) (\\w+)/, "$2 $1")', 's.replace("o", "[$&]")',
    's.replace(r/O/i, "0")', 's.replace("World", "$$")', 's.replaceAll("l", "L")', 's.replaceAll(r/l/g, "_")', 's.replaceAll(r/l/, "_")',
    's.includes("World")', 's.includes("world")', 's.includes("")', 's.includes("H", 1)', 's.indexOf("o")', 's.indexOf("o", 5)',
    's.indexOf("q")', 's.lastIndexOf("o")', 's.lastIndexOf("o", 5)', 's.indexOf("")', 's.startsWith("Hell")', 's.startsWith("W", 6)',
    's.endsWith("ld")', 's.endsWith("Hello", 5)', 's.slice(6)', 's.slice(-5)', 's.slice(0, -6)', 's.slice(3, 1)', 's.slice(1, 4)',
    's.substring(1, 4)', 's.substring(4, 1)', 's.substring(-2, 2)', 's.substr(-5, 3)', 's.substr(6)', 's.charAt(4)', 's.charAt(99)',
    's.at(-1)', 's.at(99)', 's.concat("!", 1)', '"ab".repeat(3)', '"ab".repeat(0)', '"ab".repeat(-1)', '"5".padStart(3, "0")',
    '"5".padStart(3)', '"5".padEnd(4, "ab")', '"12345".padStart(3)', 'pad.trim()', 'pad.trimStart()', 'pad.trimEnd()',
    's.toString()', 'u.toUpperCase()', 'u.slice(0, 1)', 'u.indexOf("x")', 'u.split("")', 's.match(r/o/g)', 's.match(r/(\\w)o/)',
    's.match(r/q/)', 's.match("World")', 's.search(r/o/)', 's.charCodeAt(0)', 's.codePointAt(0)', 's.localeCompare("Hello World")',
    's.split(r/o/)', 's.split(r/(o)/)', '"a1b2".split(r/\\d/)', '"a, b,c".split(r/\\s*,\\s*/)', '"abc".split(r//)', 'path.split(r/\\//)',
    's.normalize()', 's.replace("l", l)', 's.indexOf()', 's.includes(1)', '"a.b".split(".")[0]', '"x".concat()',
    's.toUpperCase().toLowerCase().slice(1)', 's["toUpperCase"]()', '("a" ~ "b").toUpperCase()', '"ß".toUpperCase()', '"İ".toLowerCase()',
    's.substring()', 's.slice()', 's.at()', 's.length()', 's.split(" ").reverse().join("-")', 's.replace("nope", "x")', 's.trim().length',
  ]),
  ...expressions('list methods', context, [
    'l.join()', 'l.join("-")', 'l.join("")', 'l.slice(1)', 'l.slice(-1)', 'l.slice(0, 2)', 'l.slice(9)', 'l.indexOf("y")',
    'l.indexOf("q")', 'l.lastIndexOf("z")', 'l.includes("x")', 'l.includes("q")', '[1, "1"].includes("1")', '[1].indexOf("1")', 'l.concat(["w"])',
    'l.concat("w", ["v"])', 'l.at(-1)', 'l.at(5)', 'l.toString()', '[[1, 2], 3].join(";")', '[nul, nope, 1].join("-")', 'l.reverse()',
    'nums.sort()', '[[1], [2, [3]]].flat()', 'l.push("w")', 'l.pop()', 'l.shift()', '[10, 9, 1].sort()', 'l.keys', '[3, 4].indexOf(4, 1)',
    'l.concat() | length', 'l.slice().length', '[1, 2, 3].fill(0)', '[nope].includes(nope)', 'l.splice(1, 1)', 'l.unshift("a")',
  ]),
  ...expressions('number methods', context, [
    'n.toFixed(2)', 'n.toFixed()', 'n.toString()', '(2.5).toFixed(0)', '(1.005).toFixed(2)', '(255).toString(16)', '(0.5).toString(2)',
    '(1e21).toFixed(2)', '(-1.5).toFixed(0)', '(0).toFixed(2)', 'n.toPrecision(3)', '(5).toString(2)', 'true.toString()', '(-255).toString(36)',
    '(1234.5678).toFixed(1)', 'n.toFixed(101)', '(-0.0001).toFixed(2)', '(1.45).toFixed(1)', '(8.345).toFixed(2)', '(10.5).toFixed(0)',
  ]),
  ...expressions('regex', context, [
    'r/^H/.test(s)', 'r/^h/.test(s)', 'r/^h/i.test(s)', 'r/\\d+/.test("a1")', 'r/a\\/b/.test(path)', 's | replace(r/o/g, "0")',
    's | replace(r/o/, "0")', 's | replace(r/[A-Z]/g, "<$&>")', 's | replace(r/(l+)/, "[$1]")', '"a-b_c" | replace(r/[-_]/g, " ")',
    '"aXbX" | replace(r/x/gi, "")', '"x1y22" | replace(r/\\d{2,}/, "#")', '"foo.bar" | replace(r/\\./g, "/")', '"a\nb" | replace(r/^b/m, "c")',
    '"My Comp" | replace(r/\\s+/g, "-") | lower', '"camelCaseName" | replace(r/([a-z])([A-Z])/g, "$1-$2") | lower', 'r/(?:a|b)+$/.test("xab")',
    's | replace(r/\\bW/, "w")', 's | replace(r/l(?=d)/, "L")', 's | replace(r/.*?o/, "")', 'r/^\\w+@[\\w.]+$/.test("a@b.c")', 's | replace(r/[^a-z]/gi, "")',
    '"aaa" | replace(r/a*?/g, "-")', '"abc" | replace(r/(?:)/g, "-")', '"tel: 555" | replace(r/\\D/g, "")', 'r/[\\]]/.test("]")', 'r/a/', 'r/a/g.flags',
    'r/(/.test("a")', 'r/(a)\\1/.test("aa")', 's | replace(r/(?<x>W)/, "$<x>!")', '"é" | replace(r/\\w/, "x")', '"a😀b" | replace(r/a.b/, "x")',
    'r/a/.source', 'r/a/.exec("cat")', 'r/^(foo|bar)$/.test("bar")', 'r/a{2}/.test("aa")', 'r/\\u0041/.test("A")', 'r/\\x41/.test("A")', '"$" | replace(r/\\$/, "USD")',
  ]),
];
