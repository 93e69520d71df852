#!/usr/bin/env node
// Writes schema.gql from the compiled API; with --check, says where the committed file differs and exits with 1.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { FEATURE_MODULES } = require('../dist/apps/api/src/feature-modules.js');
const { schemaText } = require('../dist/apps/api/src/graphql/schema-text.js');

const file = path.join(__dirname, '..', 'schema.gql');

function firstDifference(committed, generated) {
  const [left, right] = [committed.split('\n'), generated.split('\n')];
  const at = right.findIndex((line, index) => line !== left[index]);
  const line = at === -1 ? right.length : at;
  return `schema.gql differs from the code at line ${line + 1}:\n  file: ${left[line] ?? '(ends)'}\n  code: ${right[line] ?? '(ends)'}\nRun \`npm run schema\` and review the difference.`;
}

async function main() {
  const generated = await schemaText(FEATURE_MODULES);
  if (!process.argv.includes('--check')) {
    fs.writeFileSync(file, generated);
    return 'schema.gql is written.';
  }
  const committed = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  if (committed !== generated) throw new Error(firstDifference(committed, generated));
  return 'schema.gql agrees with the code.';
}

main()
  .then((message) => console.log(message))
  .catch((error) => { console.error(error.message); process.exitCode = 1; });
