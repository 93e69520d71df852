import { DomainError } from '@hub/domain/errors';
import { PartReader } from '../../interchange/reading/part-reader';
import { attribute, type XmlListener } from '../../interchange/reading/xml-scanner';
import { activeWord, damagedWord } from './refusal';

const BODY = 'word/document.xml';
const SETTINGS = 'word/_rels/settings.xml.rels';
const RELATIONS = 'word/_rels/document.xml.rels';
/** What Word runs or fetches when it opens the file; a link that somebody may follow is none of it. */
const ACTIVE = /(?:attachedTemplate|oleObject|package|control|frame|vbaProject|aFChunk)$/i;

/** The words of a Word file that holds nothing but something to read; throws FILE_REFUSED. */
export async function readWord(bytes: Buffer): Promise<string> {
  try {
    const parts = new PartReader(bytes);
    if (!parts.has(BODY)) throw damagedWord();
    for (const relations of [SETTINGS, RELATIONS]) if (parts.has(relations)) await parts.read(relations, { ...IGNORE, open: refuseActive });
    const text: string[] = [];
    await parts.read(BODY, textInto(text));
    return text.join('');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // The archive's own checks speak of workbooks.
    throw error.message.includes('macros') ? activeWord() : error.message.includes('workbook') ? damagedWord() : error;
  }
}

const IGNORE: XmlListener = { open: () => undefined, close: () => undefined, text: () => undefined };

function refuseActive(_name: string, attributes: string): void {
  if (ACTIVE.test(attribute(attributes, 'Type') ?? '')) throw activeWord();
}

function textInto(text: string[]): XmlListener {
  let isText = false;
  return {
    open: (name) => { isText = name === 't'; if (name === 'p' || name === 'tab' || name === 'br') text.push(' '); },
    close: () => { isText = false; },
    text: (words) => { if (isText) text.push(words); },
  };
}
