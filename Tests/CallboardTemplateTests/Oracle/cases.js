// All conformance cases: { name, template, context, options }.
//
// A new case goes into the file of its topic; then run `node generate.js`.
'use strict';

const topics = ['tags', 'macros', 'whitespace', 'expressions', 'values', 'members', 'text-filters',
  'list-filters', 'jinja'];

module.exports = topics.flatMap((topic) => require(`./cases/${topic}`));
