'use strict';
// Renders the cases with Nunjucks and writes what it answers to ../Fixtures/nunjucks.json.
//
//   NODE_PATH=/usr/share/nodejs node Tests/CallboardTemplateTests/Oracle/generate.js
//
// Objects are written as lists of pairs, because their order counts and JSON readers lose it.
const fs = require('fs');
const path = require('path');
const nunjucks = require('nunjucks');
const { groups } = require('./cases.js');

function encode(value) {
  if (Array.isArray(value)) return value.map(encode);
  if (value && typeof value === 'object') {
    return { entries: Object.entries(value).map(([key, member]) => [key, encode(member)]) };
  }
  return value;
}

function render(template, context, options) {
  const templates = { page: template, ...options.templates };
  const loader = {
    getSource(name) {
      return name in templates ? { src: templates[name], path: name, noCache: true } : null;
    },
  };
  const environment = new nunjucks.Environment([loader], {
    autoescape: false,
    trimBlocks: options.trimBlocks,
    lstripBlocks: options.lstripBlocks,
    tags: { variableStart: options.variableStart || '{{' },
  });
  const uninstall = options.jinja ? nunjucks.installJinjaCompat() : () => {};
  try {
    return { output: environment.render('page', context) };
  } catch (error) {
    return { refused: true };
  } finally {
    uninstall();
  }
}

const cases = [];
for (const [group, list] of Object.entries(groups)) {
  for (const [template, context = {}, options = {}] of list) {
    cases.push({
      group,
      template,
      context: encode(context),
      options,
      ...render(template, context, options),
    });
  }
}
const file = path.join(__dirname, '..', 'Fixtures', 'nunjucks.json');
fs.writeFileSync(file, '[\n' + cases.map((one) => JSON.stringify(one)).join(',\n') + '\n]\n');
console.log(`${cases.length} cases, ${cases.filter((one) => one.refused).length} refused`);
