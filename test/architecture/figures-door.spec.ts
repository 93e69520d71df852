import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
/** What writes them, what the service reads them with, and how many months a source told, of the own agency. */
const DOORS = ['figures.queries.ts', 'returns.queries.ts', 'roll-up.queries.ts'].map((name) => `libs/features/src/performance/${name}`);

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory() && !['node_modules', 'migrations', 'dist'].includes(entry.name)) yield* sources(place);
    else if (/\.tsx?$/.test(entry.name) && !/spec\.tsx?$/.test(entry.name)) yield place;
  }
}

const holding = (pattern: RegExp): readonly string[] =>
  ['apps', 'libs'].flatMap((folder) => [...sources(join(ROOT, folder))]).filter((place) => pattern.test(readFileSync(place, 'utf8'))).map((place) => relative(ROOT, place)).sort();

describe('the reading of figures', () => {
  it('has one door: nothing else reads the tables of months and blocks', () => {
    expect(holding(/hub\.performance_(month|block)\b/)).toEqual(DOORS);
    expect(holding(/from '.*\/figures\.queries'/)).toEqual(['libs/features/src/performance/performance.service.ts']);
    expect(holding(/\bPerformance(Month|Block)Entity\b/)).toEqual(['libs/database/src/entities/all.ts', 'libs/database/src/entities/performance.entity.ts']);
  });
});
