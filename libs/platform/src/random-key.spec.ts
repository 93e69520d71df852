import { randomBytes } from 'node:crypto';
import { looksRandom } from './random-key';

const text = (words: string): Buffer => Buffer.from(words, 'utf8');

test.each([
  ['nothing', Buffer.alloc(0)],
  ['31 random bytes', randomBytes(31)],
  ['32 zeros', Buffer.alloc(32)],
  ['one block twice', Buffer.concat([randomBytes(8), Buffer.alloc(56, 7)])],
  ['a counter of few values', Buffer.from(Array.from({ length: 64 }, (_, at) => at % 15))],
  ['the sample key of the manual', text('sample key, never to be used for real data')],
  ['a long sentence', text('correct horse battery staple, and then a few more words of it')],
  ['hex digits instead of the bytes', text(randomBytes(32).toString('hex'))],
])('%s is no key', (_, key) => expect(looksRandom(key)).toBe(false));

test('10,000 random keys are keys', () => {
  expect(Array.from({ length: 10_000 }, () => randomBytes(32)).every(looksRandom)).toBe(true);
});
