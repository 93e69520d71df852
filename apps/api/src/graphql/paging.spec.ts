import { connection, decodeCursor, encodeCursor, offsetConnection, offsetRequest, pageRequest } from './paging';

describe('paging', () => {
  it('allows 1 to 100', () => {
    expect(pageRequest(100)).toEqual({ first: 100, after: null });
    for (const first of [0, -1, 101, 1.5, Number.NaN]) expect(() => pageRequest(first)).toThrow('Ask for 1 to 100 at a time.');
  });

  it('reads its own cursors and no others', () => {
    expect(decodeCursor(encodeCursor('07F3K2Q'))).toBe('07F3K2Q');
    for (const cursor of ['', 'MTA=', 'made up', 'x'.repeat(10_000)]) expect(() => decodeCursor(cursor)).toThrow('This is not a cursor of this list.');
    expect(() => offsetRequest(10, encodeCursor('-1'))).toThrow('This is not a cursor of this list.');
    expect(() => offsetRequest(10, encodeCursor('7F3K2Q'))).toThrow('This is not a cursor of this list.');
  });

  it('goes on after the last row of a page', () => {
    const page = offsetConnection(['a', 'b'], 5, 0);
    expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: page.edges[1]?.cursor });
    expect(offsetRequest(2, page.pageInfo.endCursor)).toEqual({ limit: 2, offset: 2 });
    expect(offsetConnection(['e'], 5, 4).pageInfo.hasNextPage).toBe(false);
  });

  it('has no end cursor when it is empty', () => {
    expect(connection({ items: [], totalCount: 0, hasNextPage: false }, String)).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 });
  });
});
