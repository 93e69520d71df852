import { tryPlacements } from './against-the-model';

describe('placements', () => {
  it('REL-7: behave as a pure model says and break no promise, over 100 random walks', () => tryPlacements(100), 240_000);
});
