// Builds the web app into a folder of static files that any server can send: no inline script or style, no other origin.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { generateOperations } from './codegen.mjs';

/**
 * GOV.UK Frontend ships with the GDS Transport font and the crest, which only GOV.UK services may use, and without
 * which its style sheet would ask for files that are not there.
 */
const withoutGovukIdentity = {
  name: 'without-govuk-identity',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('govuk-frontend.min.css')) return null;
    return code
      .replace(/@font-face\{[^}]*\}/g, '')
      .replace(/GDS Transport,arial,sans-serif/g, 'arial,sans-serif')
      // A hack for Internet Explorer, which the minifier rightly calls no CSS.
      .replace(/@media [^{]*\\0[^{]*\{(?:[^{}]*\{[^}]*\})*\}/g, '')
      .replace(/url\(\/assets\/[^)]*\)/g, 'none')
      .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
  },
};

/** Vite and React read NODE_ENV of whoever starts the build; a page made for development would not run on React's production code. */
async function asForProduction(work) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

export async function buildWebApp({ root, outDir }) {
  await generateOperations({ root });
  const home = path.join(root, 'apps/web');
  await asForProduction(() => build({
    root: home,
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    plugins: [withoutGovukIdentity, react()],
    resolve: { alias: { '@hub/domain': path.join(root, 'libs/domain/src') } },
    cacheDir: path.join(root, 'node_modules/.cache/vite'),
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: false,
      // The content security policy admits neither data: URLs nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  }));
}
