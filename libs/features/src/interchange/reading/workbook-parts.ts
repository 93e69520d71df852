import { LIMITS } from './limits';
import type { PartReader } from './part-reader';
import { cellTooLong, damaged, refuseFile } from './refusal';
import { attribute } from './xml-scanner';
import type { XmlListener } from './xml-scanner';

export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** Days counted from 1904, as old Macintosh workbooks do. */
  readonly is1904: boolean;
  readonly strings: readonly string[];
  /** Whether a number in this cell style is a date. */
  readonly dateStyles: readonly boolean[];
}

const nothing = (): void => undefined;

/** A listener that minds tags alone. */
const tags = (open: (name: string, attributes: string) => void): XmlListener => ({ open, close: nothing, text: nothing });

export async function readWorkbook(parts: PartReader): Promise<Workbook> {
  const rootTargets = await readTargets(parts, '_rels/.rels', '');
  const main = rootTargets.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const targets = await readTargets(parts, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const part = (kind: string): string | undefined => targets.find(({ type }) => type.endsWith(`/${kind}`))?.target;
  const { sheets, is1904 } = await readMain(parts, main, new Map(targets.map(({ id, target }) => [id, target])));
  return { sheets, is1904, strings: await readStrings(parts, part('sharedStrings')), dateStyles: await readDateStyles(parts, part('styles')) };
}

interface Target {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readTargets(parts: PartReader, name: string, folder: string): Promise<readonly Target[]> {
  const targets: Target[] = [];
  if (!parts.has(name)) return targets;
  await parts.read(name, tags((tag, attributes) => {
    if (tag !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
    const target = attribute(attributes, 'Target') ?? '';
    targets.push({ id: attribute(attributes, 'Id') ?? '', type: attribute(attributes, 'Type') ?? '', target: resolve(folder, target) });
  }));
  return targets;
}

/** Targets are paths inside the archive, from its root or from the folder of the part that names them. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

async function readMain(parts: PartReader, main: string, targets: ReadonlyMap<string, string>): Promise<Pick<Workbook, 'sheets' | 'is1904'>> {
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await parts.read(main, tags((tag, attributes) => {
    if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
    if (tag !== 'sheet') return;
    const part = targets.get(attribute(attributes, 'id') ?? '');
    if (part !== undefined && parts.has(part)) sheets.push({ name: attribute(attributes, 'name') ?? '', part });
    if (sheets.length > LIMITS.sheets) throw refuseFile('The workbook has more than 100 sheets. Save only those that are needed.');
  }));
  if (sheets.length === 0) throw damaged();
  return { sheets, is1904 };
}

/** Texts that the cells point to. A rich text is one text; its phonetic hints (`rPh`) are none of it. */
async function readStrings(parts: PartReader, name: string | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (name === undefined || !parts.has(name)) return strings;
  let text = '';
  let isText = false;
  let hints = 0;
  await parts.read(name, {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') hints += 1;
      else if (tag === 't') isText = hints === 0;
    },
    close(tag) {
      if (tag === 'si') strings.push(unescapeExcel(text));
      else if (tag === 'rPh') hints -= 1;
      else if (tag === 't') isText = false;
    },
    text(more) {
      if (!isText) return;
      text += more;
      if (text.length > LIMITS.cellCharacters) throw cellTooLong();
    },
  });
  return strings;
}

/** Excel writes characters that XML has no place for as `_x000D_`. */
export function unescapeExcel(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Built-in formats that show a day; those that show a time of day alone are none. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

async function readDateStyles(parts: PartReader, name: string | undefined): Promise<readonly boolean[]> {
  const styles: boolean[] = [];
  if (name === undefined || !parts.has(name)) return styles;
  const formats = new Map<number, string>();
  let isInCells = false;
  await parts.read(name, {
    open(tag, attributes) {
      if (tag === 'numFmt') formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (tag === 'cellXfs') isInCells = true;
      else if (tag === 'xf' && isInCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? '0');
        const own = formats.get(id);
        styles.push(own === undefined ? BUILT_IN_DATES.has(id) : isDateFormat(own));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') isInCells = false;
    },
    text: nothing,
  });
  return styles;
}

/** A format with a day or a year in it, apart from quoted words, escaped characters and `[colours]`. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dy]|mmm/i.test(bare.replace(/general/gi, ''));
}
