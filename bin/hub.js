#!/usr/bin/env node
// The `hub` command: builds what is stale, then hands over to apps/cli.
'use strict';
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The hub needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
const { build } = require('./build.js');

build({ web: process.argv[2] === 'start' })
  .then(() => require('../dist/apps/cli/src/main.js').main(process.argv.slice(2)))
  .then((code) => { process.exitCode = code; })
  .catch((error) => { console.error(`hub could not start: ${error.message}`); process.exitCode = 1; });
