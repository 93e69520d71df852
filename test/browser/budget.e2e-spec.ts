import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = join(__dirname, '../../dist/web');
const page = readFileSync(join(folder, 'index.html'), 'utf8');
const assets = readdirSync(join(folder, 'assets'));

const firstLoaded = (ending: 'js' | 'css'): string[] => [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '').filter((path) => path.endsWith(`.${ending}`));
const kilobytes = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1000;
const textOf = (ending: string): string => assets.filter((name) => name.endsWith(ending)).map((name) => readFileSync(join(folder, 'assets', name), 'utf8')).join('\n');

describe('the built web app', () => {
  it('stays within its budget: 200 kB of script and 30 kB of style, compressed, before the first page', () => {
    expect(firstLoaded('js').length).toBeGreaterThan(0);
    expect(kilobytes(firstLoaded('js'))).toBeLessThanOrEqual(200);
    expect(kilobytes(firstLoaded('css'))).toBeLessThanOrEqual(30);
  });

  it('has nothing inline and nothing of another origin', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|https?:\/\//);
    expect(textOf('.css')).not.toMatch(/url\(|@import/);
  });

  it('carries neither the font nor the crest that only GOV.UK may use', () => {
    expect(textOf('.css')).not.toMatch(/GDS Transport|govuk-crest/);
  });

  it('is made for production', () => {
    expect(textOf('.js')).not.toMatch(/jsxDEV/);
  });
});
