import { tryLinks } from './against-the-model';

describe('links', () => {
  it('REL-7: behave as a pure model says, over 100 random walks', () => tryLinks(100), 240_000);
});
