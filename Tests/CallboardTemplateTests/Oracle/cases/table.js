// Short ways to write down many cases.
'use strict';

// Rows of [name, template, context, options].
exports.templates = (topic, rows) =>
  rows.map(([name, template, context = {}, options = {}]) => ({
    name: `${topic}: ${name}`, template, context, options,
  }));

// Each expression is printed between brackets, so that empty results and spaces show. A list may
// repeat an expression, because some are made by combining inputs with a filter.
exports.expressions = (topic, context, list) =>
  [...new Set(list)].map((expression) => ({
    name: `${topic}: ${expression}`, template: `[{{ ${expression} }}]`, context, options: {},
  }));
