import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, visit, type DefinitionNode } from 'graphql';
import { projectRoot } from '@hub/platform/project-root';

const PAGES = join(projectRoot(), 'apps/web/src');

/** What the pages ask: an operation of the web app by its name, with the fragments that it uses. */
export function pageDocument(name: string): string {
  const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const all = new Map(files.flatMap((file) => parse(readFileSync(join(PAGES, file), 'utf8')).definitions).flatMap((one) => ('name' in one && one.name ? [[one.name.value, one] as const] : [])));
  const used: DefinitionNode[] = [];
  const add = (wanted: string): void => {
    const found = all.get(wanted);
    if (!found) throw new Error(`No page asks ${wanted}.`);
    if (used.includes(found)) return;
    used.push(found);
    visit(found, { FragmentSpread: ({ name: { value } }) => add(value) });
  };
  add(name);
  return print({ kind: Kind.DOCUMENT, definitions: used });
}
