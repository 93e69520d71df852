#!/usr/bin/env node
// Builds what is stale: server code with swc, the web app with Vite. Compares a stamp of names, sizes and times, so a second call costs milliseconds.
'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const dist = path.join(root, 'dist');
const SERVER_FOLDERS = ['libs', 'apps/api', 'apps/worker', 'apps/cli', 'bench', 'test/harness'];
const WEB_SOURCES = ['apps/web', 'libs/domain', 'schema.gql'];
const SETTINGS = ['package.json', 'package-lock.json', '.swcrc', 'bin'];

function* filesUnder(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) { yield { place, stat }; return; }
  for (const name of fs.readdirSync(place).sort()) {
    if (name !== 'node_modules' && name !== 'gql') yield* filesUnder(path.join(place, name));
  }
}

function stampOf(places) {
  const hash = createHash('sha256');
  for (const place of [...places, ...SETTINGS]) {
    for (const { place: file, stat } of filesUnder(path.join(root, place))) hash.update(`${path.relative(root, file)}|${stat.size}|${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function whenStale(name, places, build) {
  const stampFile = path.join(dist, `.${name}-stamp`);
  const stamp = stampOf(places);
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return;
  await build();
  fs.mkdirSync(dist, { recursive: true });
  fs.writeFileSync(stampFile, stamp);
}

/** `@hub/x/y` becomes a relative path, so that the output runs anywhere without a loader. */
function withRelativeImports(code, outFile) {
  return code.replace(/require\("@hub\/([a-z]+)\/([^"]+)"\)/g, (_, lib, rest) => {
    const target = path.relative(path.dirname(outFile), path.join(dist, 'libs', lib, 'src', rest));
    return `require("${target.startsWith('.') ? target : `./${target}`}")`;
  });
}

async function buildServer() {
  const swc = require('@swc/core');
  for (const folder of ['apps', 'libs', 'bench', 'test']) fs.rmSync(path.join(dist, folder), { recursive: true, force: true });
  for (const folder of SERVER_FOLDERS) {
    for (const { place } of filesUnder(path.join(root, folder))) {
      const relative = path.relative(root, place);
      const out = path.join(dist, relative.replace(/\.ts$/, '.js'));
      if (/spec\.ts$/.test(relative) || !/\.(ts|json|sql|csv|txt)$/.test(relative)) continue;
      fs.mkdirSync(path.dirname(out), { recursive: true });
      if (!relative.endsWith('.ts')) { fs.copyFileSync(place, out); continue; }
      const { code, map } = await swc.transformFile(place, { cwd: root, configFile: path.join(root, '.swcrc') });
      fs.writeFileSync(out, `${withRelativeImports(code, out)}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
      fs.writeFileSync(`${out}.map`, map);
    }
  }
}

async function buildWeb() {
  if (!fs.existsSync(path.join(root, 'apps/web/build.mjs'))) return;
  const { buildWebApp } = await import(path.join(root, 'apps/web/build.mjs'));
  await buildWebApp({ root, outDir: path.join(dist, 'web') });
}

async function build({ web = true } = {}) {
  await whenStale('server', SERVER_FOLDERS, buildServer);
  if (web) await whenStale('web', WEB_SOURCES, buildWeb);
}

module.exports = { build };

if (require.main === module) {
  build().catch((error) => { console.error(`The build failed: ${error.message}`); process.exit(1); });
}
