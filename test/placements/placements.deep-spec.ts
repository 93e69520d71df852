import { tryPlacements } from './against-the-model';

describe('placements', () => {
  it('behave as a pure model says and break no promise, over 1,000 random walks (REL-7)', () => tryPlacements(1_000), 1_800_000);
});
