import { tryLinksToOrders } from './against-the-model';

describe('from link to order', () => {
  it('the hub holds and shows what a pure model says and breaks no promise, whatever is revoked, over 1,000 random walks (REL-7)', () => tryLinksToOrders(1_000), 3_600_000);
});
