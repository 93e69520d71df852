import { screenText } from './screen-text';

const known = ['Zoë', "O'Marsh", 'CH-00417', null];

describe('screening a text before release', () => {
  it.each([
    'Zoe likes trains', 'ZOË likes trains', "zoe's trains", 'The O’Marsh family', 'Number ch-00417', 'Zo\u200bë', 'Born 01/02/2023', 'since 2024-03-01',
    'lives in ZZ1 4QQ', 'write to a@b.example', 'ring 01632 960 123', '999 123 4567',
  ])('refuses %j', (text) => expect(screenText(text, known)).not.toEqual([]));
  it('knows the names of a couple, and not the word between them', () => {
    expect(screenText('Sam enjoys cooking.', ['Sam and Alex'])).not.toEqual([]);
    expect(screenText('They walk and swim.', ['Sam and Alex'])).toEqual([]);
  });
  it.each(['Likes trains and being outside.', 'A zoo visit is a treat.', 'Has 2 older brothers; about three years old.'])('lets %j pass', (text) => expect(screenText(text, known)).toEqual([]));
});
