#!/usr/bin/env node
// The `hub` command: builds what is stale, then hands over to apps/cli.
'use strict';
const { build } = require('./build.js');

const WITHOUT_WEB = new Set(['match', 'generate', 'import', 'migrate', 'admin']);

build({ web: !WITHOUT_WEB.has(process.argv[2]) })
  .then(() => require('../dist/apps/cli/src/main.js').main(process.argv.slice(2)))
  .then((code) => { process.exitCode = code; })
  .catch((error) => { console.error(`hub could not start: ${error.message}`); process.exitCode = 1; });
