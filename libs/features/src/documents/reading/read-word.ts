import { DomainError } from '@hub/domain/errors';
import { PartReader } from '../../interchange/reading/part-reader';
import { attribute, type XmlListener } from '../../interchange/reading/xml-scanner';
import { hasMacros } from '../../interchange/reading/zip-directory';
import { activeWord, damagedWord } from './refusal';

const BODY = 'word/document.xml';
/** What Word runs or opens inside the file. */
const ACTIVE = /(?:attachedTemplate|oleObject|package|control|frame|vbaProject|aFChunk)$/i;

/** The words of a Word file that holds nothing but something to read; throws FILE_REFUSED. */
export async function readWord(bytes: Buffer): Promise<string> {
  const { isActive, text } = await looked(bytes).catch((error: unknown) => {
    // The archive's own checks speak of workbooks.
    throw error instanceof DomainError ? damagedWord() : error;
  });
  if (isActive) throw activeWord();
  return text;
}

async function looked(bytes: Buffer): Promise<{ readonly isActive: boolean; readonly text: string }> {
  const parts = new PartReader(bytes);
  let isActive = hasMacros(parts.names);
  const open = (_name: string, attributes: string): void => { isActive ||= isActiveRelation(attributes); };
  for (const relations of parts.names.filter((name) => /\.rels$/i.test(name))) await parts.read(relations, { open, close: () => undefined, text: () => undefined });
  const text: string[] = [];
  await parts.read(BODY, textInto(text));
  return { isActive, text: text.join('') };
}

/** A link that somebody may follow does nothing by itself; whatever else lies elsewhere, Word fetches when it opens the file. */
function isActiveRelation(attributes: string): boolean {
  const [type = '', mode] = [attribute(attributes, 'Type'), attribute(attributes, 'TargetMode')];
  return ACTIVE.test(type) || (mode?.toLowerCase() === 'external' && !type.endsWith('/hyperlink'));
}

function textInto(text: string[]): XmlListener {
  let isText = false;
  return {
    open: (name) => { isText = name === 't'; if (name === 'p' || name === 'tab' || name === 'br') text.push(' '); },
    close: () => { isText = false; },
    text: (words) => { if (isText) text.push(words); },
  };
}
