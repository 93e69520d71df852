import { DomainError } from '@hub/domain/errors';
import { wordFile } from '../../../../../test/samples/document';
import { readWord } from './read-word';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (part: string, type: string, mode = '') => ({ name: part, content: `<Relationships><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="http://elsewhere.example/x" ${mode}/></Relationships>` });
const EXTERNAL = 'TargetMode="External"';
const refusalOf = async (file: Buffer): Promise<string | null> => readWord(file).then(() => null, (error: unknown) => (error instanceof DomainError ? error.message : 'another error'));

describe('a Word file', () => {
  it('is read for its words, with links that somebody may follow and pictures of its own', async () => {
    const more = [relations('word/_rels/document.xml.rels', 'hyperlink', EXTERNAL), relations('word/_rels/header1.xml.rels', 'image')];
    expect((await readWord(wordFile(['One', 'Two & three'], { more }))).trim()).toBe('One Two & three');
  });

  it.each([
    ['a picture that is fetched', relations('word/_rels/document.xml.rels', 'image', EXTERNAL)],
    ['a picture that its header fetches', relations('word/_rels/header1.xml.rels', 'image', EXTERNAL)],
    ['another file in its footer', relations('word/_rels/footer2.xml.rels', 'oleObject')],
    ['a page of elsewhere in its footnotes', relations('word/_rels/footnotes.xml.rels', 'frame', EXTERNAL)],
    ['a document of elsewhere in its blocks of text', relations('word/glossary/_rels/document.xml.rels', 'subDocument', EXTERNAL)],
    ['macros', { name: 'word/vbaProject.bin', content: 'x' }],
  ])('is refused with %s', async (_, part) => expect(await refusalOf(wordFile(['x'], { more: [part] }))).toMatch(/holds macros, another file, or a template or picture that it fetches/));

  it.each([
    ['cut off', wordFile(['x']).subarray(0, 300)],
    ['a second one of a part', wordFile(['x'], { more: [{ name: 'word/document.xml', content: 'x' }] })],
    ['with entities', wordFile(['x'], { more: [{ name: 'word/_rels/footer1.xml.rels', content: '<!DOCTYPE a [<!ENTITY x "y">]><Relationships/>' }] })],
  ])('is refused as damaged where it is %s', async (_, file) => expect(await refusalOf(file)).toMatch(/Word file is damaged/));
});
