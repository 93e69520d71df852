import { tryLinksToOrders } from './against-the-model';

describe('from link to order', () => {
  it('REL-7: the hub holds and shows what a pure model says and breaks no promise, whatever is revoked, over 100 random walks', () => tryLinksToOrders(100), 480_000);
});
