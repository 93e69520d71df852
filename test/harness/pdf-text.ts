import { inflateSync } from 'node:zlib';

/** What stands in a PDF as Chromium writes it: its text, and every part of it that is text or can be unpacked. */
export interface ReadPdf {
  /** What a reader sees, without its spaces: letters are placed one by one. */
  readonly text: string;
  /** The entries of the document's own information: Title, Creator and the like. */
  readonly information: Readonly<Record<string, string>>;
  /** Every object of the file, and all that was packed in it but the shapes of its letters. */
  readonly everything: string;
}

export function readPdf(file: Buffer): ReadPdf {
  const latin = file.toString('latin1');
  const objects = objectsOf(file, latin);
  const all = [...objects.values()];
  const fonts = new Map([...objects].flatMap(([number, { head }]) => {
    const map = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    return map === undefined ? [] : [[number, lettersOf(objects.get(map)?.stream ?? '')] as const];
  }));
  const pages = all.filter(({ head }) => /\/Type \/Page\b/.test(head)).map(({ head }) => objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '');
  const info = objects.get(/\/Info (\d+) 0 R/.exec(latin)?.[1] ?? '')?.head ?? '';
  return {
    text: pages.map((page) => textOf(page, fonts)).join(''),
    information: Object.fromEntries([...info.matchAll(/\/(\w+) \(((?:[^()\\]|\\.)*)\)/g)].map(([, name = '', value = '']) => [name, value])),
    everything: all.map(({ head, stream }) => (head.includes('/Length1') ? head : `${head}\n${stream}`)).join('\n') + latin.slice(latin.lastIndexOf('trailer')),
  };
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

/** By number; a stream is as long as its head says, whatever its bytes are. */
function objectsOf(file: Buffer, latin: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  const next = /(\d+) 0 obj\s([\s\S]*?)(?:endobj|stream\r?\n)/g;
  for (let found = next.exec(latin); found !== null; found = next.exec(latin)) {
    const [whole, number = '', head = ''] = found;
    const length = whole.endsWith('endobj') ? 0 : Number(/\/Length (\d+)/.exec(head)?.[1]);
    objects.set(number, { head, stream: length === 0 ? '' : unpacked(head, file.subarray(next.lastIndex, next.lastIndex + length)) });
    next.lastIndex += length;
  }
  return objects;
}

const unpacked = (head: string, packed: Buffer): string => (head.includes('/FlateDecode') ? inflateSync(packed) : packed).toString('latin1');

/** Which letters a font's numbers stand for, out of its map. */
function lettersOf(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  const letter = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) letters.set(parseInt(from, 16), letter(to));
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let at = parseInt(first, 16); at <= parseInt(last, 16); at += 1) letters.set(at, String.fromCharCode(parseInt(to, 16) + at - parseInt(first, 16)));
    }
  }
  return letters;
}

function textOf(page: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [, name, hex] of page.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name);
    else for (const [number = ''] of (hex ?? '').matchAll(/..../g)) text += font?.get(parseInt(number, 16)) ?? '';
  }
  return text.normalize('NFKC').replace(/\s/g, '');
}
