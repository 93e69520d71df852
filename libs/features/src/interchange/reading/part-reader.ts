import { inflate, InflateBudget } from './inflate';
import { damaged, refuseFile } from './refusal';
import { XmlScanner } from './xml-scanner';
import type { XmlListener } from './xml-scanner';
import { readDirectory } from './zip-directory';
import type { ZipEntry } from './zip-directory';

/** Thrown by a listener that has seen enough of its part. */
export class EnoughSeen extends Error {}

/** Opens the parts of one workbook or Word file by name, all under one budget of inflated bytes. */
export class PartReader {
  private readonly budget = new InflateBudget();
  private readonly entries: ReadonlyMap<string, ZipEntry>;

  constructor(private readonly bytes: Buffer) {
    this.entries = readDirectory(bytes);
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Streams a part's XML to the listener. */
  async read(name: string, listener: XmlListener): Promise<void> {
    const entry = this.entries.get(name);
    if (!entry) throw damaged();
    const scanner = new XmlScanner(listener);
    const decoder = new TextDecoder('utf-8');
    let isFirst = true;
    try {
      for await (const chunk of inflate(this.bytes, entry, this.budget)) {
        if (isFirst && (chunk[0] === 0xff || chunk[0] === 0xfe)) throw refuseFile('The workbook is written in UTF-16, which is not read. Open it in Excel and save it again.');
        isFirst = false;
        scanner.write(decoder.decode(chunk, { stream: true }));
      }
      scanner.write(decoder.decode());
      scanner.end();
    } catch (error) {
      if (!(error instanceof EnoughSeen)) throw error;
    }
  }
}
