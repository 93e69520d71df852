import type { Town, World } from '../../test/harness/world';
import { pageDocument } from './documents';

export interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Page {
  readonly name: string;
  /** Whoever opens it. */
  readonly as: 'worker' | 'manager';
  readonly requests: readonly Request[];
}

/** What people open all day, in the words of the pages themselves. */
export async function pagesOf(world: World, viewer: Town): Promise<readonly Page[]> {
  const of = (document: string, ...variables: Readonly<Record<string, unknown>>[]): Request[] => variables.map((one) => ({ query: pageDocument(document), variables: one }));
  const links = await world.sql<{ reference: string }>('select reference from hub.link where $1 in (agency_id, household_agency_id) order by reference limit 30', [viewer.id]);
  const first = 20;
  return [
    { name: 'search of children', as: 'worker', requests: of('SearchUnits', { first }, { sort: 'YOUNGEST', first: 50 }, { filter: { own: false }, first }, { filter: { ageBands: ['0-1', '2-3'] }, first },
      { filter: { groupSizes: [2, 3], needs: [{ key: 'neglectOrAbuse', atLeast: 2 }] }, first }, { filter: { regionBands: ['North'], needs: [{ key: 'attachment', atMost: 1 }] }, first }) },
    { name: 'search of families', as: 'worker', requests: of('SearchHouseholds', { first }, { sort: 'ROOM', first: 50 }, { filter: { own: false }, first }, { filter: { maxChildrenAtLeast: 2 }, first },
      { filter: { forAgeMonths: 30, earlyPermanence: true }, first }, { filter: { acceptsAtLeast: [{ key: 'attachment', atLeast: 2 }] }, first }) },
    { name: 'my work of a worker', as: 'worker', requests: of('MyWork', {}) },
    { name: 'my work of a manager', as: 'manager', requests: of('MyWork', {}) },
    { name: 'list of links', as: 'worker', requests: of('Links', { filter: {}, first }, { filter: {}, first: 50 }, { filter: { mine: true }, first }, { filter: { move: 'OURS' }, first }, { filter: { states: ['SHORTLISTED', 'EXPLORING'] }, first }) },
    { name: 'page of a link', as: 'worker', requests: of('LinkPage', ...links) },
  ];
}
