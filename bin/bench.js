#!/usr/bin/env node
// npm run bench -- NAME [--json]: runs one benchmark of bench/ and prints its rows as a table or as JSON.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { build } = require('./build.js');

const names = fs.readdirSync(path.join(__dirname, '../bench'), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name);

async function main() {
  const args = process.argv.slice(2);
  const name = args.find((a) => !a.startsWith('--'));
  if (!names.includes(name)) {
    console.error(`Usage: npm run bench -- NAME [--json]   NAME is one of: ${names.join(', ')}`);
    return 2;
  }
  await build({ web: false });
  const json = args.includes('--json');
  const rows = await require(`../dist/bench/${name}/main.js`).run({ json });
  if (json) console.log(JSON.stringify(rows, null, 1));
  else console.table(rows);
  return 0;
}

main().then((code) => process.exit(code), (error) => { console.error(error); process.exit(1); });
