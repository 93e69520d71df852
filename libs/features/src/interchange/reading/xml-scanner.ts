import { damaged, entitiesRefused } from './refusal';

export interface XmlListener {
  /** `name` without its namespace prefix; `attributes` as they stand: read one with `attribute`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const TAG = /<(\/?)([^\s"'<>/]+)((?:[^"'<>/]|"[^"<]*"|'[^'<]*'|\/(?!>))*)(\/?)>/y;
/** No tag and no stretch of text of a spreadsheet is longer. */
const LONGEST_TOKEN = 256 * 1024;

/**
 * XML as it streams by: tags and text, and nothing that could expand. A document type or an entity of its own is
 * refused (trust.md UPL-2), so that a billion laughs never begin. Builds no tree, hence holds no more than a token.
 */
export class XmlScanner {
  private rest = '';

  constructor(private readonly listener: XmlListener) {}

  write(chunk: string): void {
    const text = this.rest + chunk;
    const used = this.scan(text);
    this.rest = text.slice(used);
    if (this.rest.length > LONGEST_TOKEN) throw damaged();
  }

  end(): void {
    if (this.rest.trim() !== '') throw damaged();
  }

  /** How much of the text was whole tokens. */
  private scan(text: string): number {
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) return at;
      if (start > at) this.listener.text(decode(text.slice(at, start)));
      const end = text.charCodeAt(start + 1) === 0x21 || text.charCodeAt(start + 1) === 0x3f ? this.special(text, start) : this.tag(text, start);
      if (end < 0) return start;
      at = end;
    }
  }

  private tag(text: string, start: number): number {
    TAG.lastIndex = start;
    const found = TAG.exec(text);
    if (!found) return -1;
    const name = local(found[2] ?? '');
    if (found[1] === '/') this.listener.close(name);
    else {
      this.listener.open(name, found[3] ?? '');
      if (found[4] === '/') this.listener.close(name);
    }
    return TAG.lastIndex;
  }

  /** Comments, CDATA and processing instructions; -1 where the end has not come yet. */
  private special(text: string, start: number): number {
    const next = text.slice(start, start + 9);
    if (next.startsWith('<?')) return after(text, '?>', start);
    if (next.startsWith('<!--')) return after(text, '-->', start + 4);
    if (next === '<![CDATA[') {
      const end = text.indexOf(']]>', start);
      if (end < 0) return -1;
      this.listener.text(text.slice(start + 9, end));
      return end + 3;
    }
    if ('<![CDATA['.startsWith(next) || '<!--'.startsWith(next)) return -1;
    throw entitiesRefused();
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML itself and numbered characters; there are no others without a document type. */
function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED[body.toLowerCase()] ?? whole;
    const code = body[1] === 'x' || body[1] === 'X' ? parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

const PATTERNS = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const pattern = PATTERNS.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  PATTERNS.set(name, pattern);
  return pattern;
}

/** The value of an attribute, by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = patternOf(name).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decode(value);
}
