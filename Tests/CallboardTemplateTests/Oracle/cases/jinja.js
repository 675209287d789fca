'use strict';
const { expressions, templates } = require('./table');

const context = { l: ['a', 'b', 'c', 'd'], s: 'hello', o: { a: 1, b: 2 }, u: 'é😀x', nums: [1, 2, 2], cookiecutter: { name: 'My App', tags: ['x', 'y'] } };
const options = { jinjaCompatibility: true };
const compatible = (topic, list) =>
  expressions(topic, context, list).map((item) => ({ ...item, options }));

module.exports = [
  ...compatible('jinja literals', ['True', 'False', 'None', 'True and False', 'true', 'none', 'None is none', '1 if True else 2', 'not False', 'True == true', '[True, None]', '{a: True}.a']),
  ...compatible('jinja slices', [
    'l[1:]', 'l[:2]', 'l[1:3]', 'l[-2:]', 'l[:-1]', 'l[::2]', 'l[::-1]', 'l[3:0:-1]', 'l[:]', 'l[1]', 'l[9:]', 's[1:3]', 's[::-1]', 'l[0:4:3]', 'l[1:][0]', 'l[-1:] | first', 'l[1:2] | dump', 'o["a"]', 's[:2] | join', 'l[5:1]', 'l[-9:2]', 'l[:9]',
    'l[3::-1]', 'l[:1:-1]', 'l[-1]',
  ]),
  ...compatible('jinja methods', [
    'o.keys()', 'o.values()', 'o.items()', 'o.items() | dump', 'o.get("a")', 'o.get("z", 9)', 'o.get("z")', 'o.has_key("a")', 'o.has_key("z")', 'o.iteritems() | dump', 'o.iterkeys()', 'o.itervalues()', 'nums.count(2)', 'nums.index(2)', 'nums.find(2)', 'nums.find(9)', 'nums.index(9)',
    'nums.count(9)', 'l.nope()', 'o.nope()', 'nums.append(5)', 's.upper()',
  ]),
  ...templates('jinja', [
    ['items in a loop', '{% for k, v in o.items() %}{{ k }}{{ v }}{% endfor %}', context, options],
    ['cookiecutter', '{{ cookiecutter.name | lower | replace(" ", "-") }}{% if cookiecutter.tags %}:{{ cookiecutter.tags[0] }}{% endif %}', context, options],
    ['jsonify', '{{ cookiecutter | jsonify }}', context, options],
    ['slice in a loop', '{% for x in l[1:3] %}{{ x }}{% endfor %}', context, options],
    ['dictionary literal', '{{ {"a": 1}.a }}{{ {"a": l[1:]}.a }}', context, options],
    ['slices without compatibility', '{{ l[1:] }}', context],
    ['items without compatibility', '{{ o.items() }}', context],
  ]),
];
