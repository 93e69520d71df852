import { tryLinks } from './against-the-model';

describe('links', () => {
  it('behave as a pure model says, over 1,000 random walks (REL-7)', () => tryLinks(1_000), 1_800_000);
});
