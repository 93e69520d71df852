#!/usr/bin/env node
// Writes what is generated from the compiled code: schema.gql and docs/disclosure-matrix.md; with --check, says where a committed file differs and exits with 1.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { FEATURE_MODULES } = require('../dist/apps/api/src/feature-modules.js');
const { schemaText } = require('../dist/apps/api/src/graphql/schema-text.js');
const { printMatrix } = require('../dist/libs/domain/src/disclosure/print-matrix.js');

const FILES = { 'schema.gql': () => schemaText(FEATURE_MODULES), 'docs/disclosure-matrix.md': printMatrix };

function firstDifference(name, committed, generated) {
  const [left, right] = [committed.split('\n'), generated.split('\n')];
  const at = right.findIndex((line, index) => line !== left[index]);
  const line = at === -1 ? right.length : at;
  return `${name} differs from the code at line ${line + 1}:\n  file: ${left[line] ?? '(ends)'}\n  code: ${right[line] ?? '(ends)'}\nRun \`npm run schema\` and review the difference.`;
}

async function main() {
  for (const [name, generate] of Object.entries(FILES)) {
    const file = path.join(__dirname, '..', name);
    const generated = await generate();
    const committed = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    if (!process.argv.includes('--check')) fs.writeFileSync(file, generated);
    else if (committed !== generated) throw new Error(firstDifference(name, committed, generated));
  }
  const names = Object.keys(FILES).join(' and ');
  return process.argv.includes('--check') ? `${names} agree with the code.` : `${names} are written.`;
}

main()
  .then((message) => console.log(message))
  .catch((error) => { console.error(error.message); process.exitCode = 1; });
