#!/usr/bin/env node
// Builds what is stale: server code with swc, the web app with Vite. Compares a stamp of names, sizes and times, so a second call costs milliseconds.
'use strict';
const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const dist = path.join(root, 'dist');
const SERVER_FOLDERS = ['libs', 'apps/api', 'apps/worker', 'apps/cli', 'bench', 'test/harness', 'test/samples'];
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

const isFresh = (stampFile, stamp) => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp;

async function whenStale(name, places, build) {
  const stampFile = path.join(dist, `.${name}-stamp`);
  if (isFresh(stampFile, stampOf(places))) return;
  await alone(`.${name}-building`, async () => {
    const stamp = stampOf(places);
    if (isFresh(stampFile, stamp)) return;
    await build();
    fs.writeFileSync(stampFile, stamp);
  });
}

/** Two builds at once (a test run beside a start) would overwrite each other: the second waits. A lock of two minutes ago was left behind. */
async function alone(name, work) {
  const lock = path.join(dist, name);
  fs.mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - made > 120_000) fs.rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    await work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

/** `@hub/x/y` becomes a relative path, so that the output runs anywhere without a loader. */
function withRelativeImports(code, outFile) {
  return code.replace(/require\("@hub\/([a-z]+)\/([^"]+)"\)/g, (_, lib, rest) => {
    const target = path.relative(path.dirname(outFile), path.join(dist, 'libs', lib, 'src', rest));
    return `require("${target.startsWith('.') ? target : `./${target}`}")`;
  });
}

async function compile(swc, place, out) {
  fs.mkdirSync(path.dirname(out), { recursive: true });
  if (!place.endsWith('.ts')) { fs.copyFileSync(place, out); return; }
  const { code, map } = await swc.transformFile(place, { cwd: root, configFile: path.join(root, '.swcrc') });
  fs.writeFileSync(`${out}.map`, map);
  // Renamed into its place, so that a process that starts meanwhile never reads half a file.
  fs.writeFileSync(`${out}.new`, `${withRelativeImports(code, out)}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
  fs.renameSync(`${out}.new`, out);
}

/** Compiles what is newer than its output and removes output without a source; everything after a change of the settings. */
async function buildServer() {
  const swc = require('@swc/core');
  const settings = [...SETTINGS].flatMap((place) => [...filesUnder(path.join(root, place))]).reduce((latest, { stat }) => Math.max(latest, stat.mtimeMs), 0);
  const wanted = new Set();
  const work = [];
  for (const folder of SERVER_FOLDERS) {
    for (const { place, stat } of filesUnder(path.join(root, folder))) {
      const relative = path.relative(root, place);
      if (/spec\.ts$/.test(relative) || !/\.(ts|json|sql|csv|txt)$/.test(relative)) continue;
      const out = path.join(dist, relative.replace(/\.ts$/, '.js'));
      wanted.add(out);
      const made = fs.statSync(out, { throwIfNoEntry: false });
      if (!made || made.mtimeMs <= Math.max(stat.mtimeMs, settings)) work.push([place, out]);
    }
  }
  for (const folder of ['apps', 'libs', 'bench', 'test']) {
    for (const { place } of filesUnder(path.join(dist, folder))) if (!wanted.has(place.replace(/\.map$/, ''))) fs.rmSync(place, { force: true });
  }
  await Promise.all(work.map(([place, out]) => compile(swc, place, out)));
}

async function buildWeb() {
  const { buildWebApp } = await import(path.join(root, 'apps/web/build.mjs'));
  await buildWebApp({ root, outDir: path.join(dist, 'web') });
}

/** Vite runs in a process of its own: it takes much memory and sets NODE_ENV to production for the whole process. */
function buildWebApart() {
  if (!fs.existsSync(path.join(root, 'apps/web/build.mjs'))) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [__filename, '--web-in-this-process'], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('the web app could not be built'))));
  });
}

async function build({ web = true } = {}) {
  await Promise.all([whenStale('server', SERVER_FOLDERS, buildServer), web ? whenStale('web', WEB_SOURCES, buildWebApart) : undefined]);
}

module.exports = { build };

if (require.main === module) {
  const inHere = process.argv.includes('--web-in-this-process');
  const work = inHere ? buildWeb() : build({ web: !process.argv.includes('--server') });
  work.catch((error) => { console.error(`The build failed: ${error.message}`); process.exit(1); });
}
