// Runs every case through Nunjucks and stores what it answers.
//
//   node generate.js [OUTPUT]
//
// Needs the npm package nunjucks 3.2 (Debian: node-nunjucks, with NODE_PATH=/usr/share/nodejs).
// OUTPUT defaults to ../Fixtures/conformance.json.
//
// JSON cannot say everything that a context holds, and Swift's reader forgets the order of keys:
// {"$o": [[key, value], …]} is an object, {"$u": 1} undefined, {"$n": "NaN"} a number outside JSON.
'use strict';

const fs = require('fs');
const path = require('path');
const nunjucks = require('nunjucks');
const cases = require('./cases');

function encoded(value) {
  if (value === undefined) return { $u: 1 };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { $n: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (Array.isArray(value)) return value.map(encoded);
  if (value !== null && typeof value === 'object') {
    return { $o: Object.entries(value).map(([key, member]) => [key, encoded(member)]) };
  }
  return value;
}

function environment({ variableStart = '{{', trimBlocks = false, lstripBlocks = false }) {
  const result = new nunjucks.Environment([], {
    autoescape: false, trimBlocks, lstripBlocks, tags: { variableStart },
  });
  result.addFilter('jsonify', (value) => JSON.stringify(value));
  return result;
}

function outcome({ template, context, options }) {
  const uninstall = options.jinjaCompatibility ? nunjucks.installJinjaCompat() : () => {};
  try {
    // Methods such as `sort` change their list, which other cases share.
    const output = environment(options).renderString(template, structuredClone(context));
    // A lone surrogate becomes U+FFFD, as it does in any file.
    return { expected: Buffer.from(output, 'utf8').toString('utf8') };
  } catch (error) {
    return { error: true };
  } finally {
    uninstall();
  }
}

const names = new Set();
const contexts = [];
const lines = cases.map((item) => {
  if (names.has(item.name)) throw new Error(`two cases are called '${item.name}'`);
  names.add(item.name);
  const { name, template, options } = item;
  const text = JSON.stringify(encoded(item.context));
  if (!contexts.includes(text)) contexts.push(text);
  return JSON.stringify({ name, template, context: contexts.indexOf(text), options, ...outcome(item) });
});
const target = process.argv[2] || path.join(__dirname, '..', 'Fixtures', 'conformance.json');
fs.writeFileSync(
  target,
  `{"contexts":[\n${contexts.join(',\n')}\n],"cases":[\n${lines.join(',\n')}\n]}\n`,
);
