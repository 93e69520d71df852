// Types and documents of the web app's operations, made from schema.gql and the *.graphql files beside the pages.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildASTSchema, parse } from 'graphql';

async function documentsUnder(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(names.map(async (name) => {
    const location = path.join(folder, name);
    const rawSDL = await readFile(location, 'utf8');
    return { location, rawSDL, document: parse(rawSDL) };
  }));
}

/** Writes apps/web/src/gql (not committed): documents as strings, so that no parsed trees travel to the browser. */
export async function generateOperations({ root }) {
  const schema = parse(await readFile(path.join(root, 'schema.gql'), 'utf8'));
  const source = path.join(root, 'apps/web/src');
  const baseOutputDir = path.join(source, 'gql/');
  const options = {
    baseOutputDir,
    schema,
    schemaAst: buildASTSchema(schema),
    documents: await documentsUnder(source),
    config: {
      documentMode: 'string',
      enumType: 'string-literal',
      scalars: { LocalDate: 'string', DateTime: 'string' },
      useTypeImports: true,
      skipTypename: true,
    },
    presetConfig: { fragmentMasking: false, skipIndexFile: true },
    plugins: [],
    pluginMap: {},
  };
  await rm(baseOutputDir, { recursive: true, force: true });
  await mkdir(baseOutputDir, { recursive: true });
  for (const section of await preset.buildGeneratesSection(options)) {
    // The preset's gql() helper would pull every document into one bundle; pages import their own from graphql.ts.
    if (path.basename(section.filename) === 'graphql.ts') await writeFile(section.filename, await codegen(section));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generateOperations({ root: path.join(path.dirname(fileURLToPath(import.meta.url)), '../..') });
}
