import fc from 'fast-check';
import { copiedPercent, names, plainText, runsOf, RUN_WORDS, wordsIn } from './copied-text';

const text = 'He likes the swings in the park near his carers, and sleeps well at night.';

describe('runs of words', () => {
  it('are eight words long, one for each place, whatever the marks and the case', () => {
    // 15 words: 15 - 8 + 1 places.
    expect(wordsIn(text)).toHaveLength(15);
    expect(runsOf(text).size).toBe(8);
    expect([...runsOf(text)][0]).toBe('he likes the swings in the park near');
    expect(runsOf(text.toUpperCase().replace(/ /g, '\n '))).toEqual(runsOf(text));
    expect(runsOf('He likes the swings in the park').size).toBe(0);
  });

  it('are kept by a text that is put into another', () => {
    const words = fc.array(fc.constantFrom('a', 'child', 'who', 'sleeps', 'well', 'and', 'likes', 'boats'), { minLength: RUN_WORDS, maxLength: 40 });
    fc.assert(fc.property(words, words, words, (copied, before, after) => {
      const whole = runsOf([...before, ...copied, ...after].join(' '));
      for (const run of runsOf(copied.join(' '))) expect(whole.has(run)).toBe(true);
    }));
  });
});

describe('how much was copied', () => {
  it.each([[0, 100, null], [3, 10, null], [4, 200, null], [6, 200, 3], [50, 200, 25], [200, 200, 100], [5, 0, null]])('%i of %i runs: %s', (shared, own, percent) => expect(copiedPercent(shared, own)).toBe(percent));
});

describe('a name in a text', () => {
  it.each([
    ['Ruby Marsh was three.', 'Ruby Marsh', true], ['RUBY MARSH', 'Ruby Marsh', true], ['Ruby’s shoes', 'Ruby', true], ['Rubyan', 'Ruby', false], ['Ruby and Marsh', 'Ruby Marsh', false], ['anything', '', false], ['anything', ' - ', false], ['', 'Ruby', false], ['', ' - ', false], ['Marsh Ruby', 'Ruby Marsh', false], ['Marsh’s Ruby', 'Marsh Ruby', true], ['Ann-Marie Lee', 'Ann Marie Lee', true],
  ])('%s names %s: %s', (said, name, found) => expect(names(plainText(said), name)).toBe(found));

  it('is found where its words follow each other, and nowhere else', () => {
    const words = fc.array(fc.constantFrom('Ann', 'Lee', 'Leeds', 'Marsh'), { maxLength: 12 });
    fc.assert(fc.property(words, words, (said, name) => {
      const follows = name.length > 0 && said.some((_, at) => name.every((word, index) => said[at + index] === word));
      expect(names(plainText(said.join(', ')), name.join(' '))).toBe(follows);
    }));
  });
});
