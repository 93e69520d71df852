import { fillRegion } from '../search/region';
import { fillLinks } from './links';
import { measurePages, type PageRow } from './measure';
import { pagesOf } from './requests';
import { onServedRegion } from './served';

const SIZE = { units: 2_000, households: 5_000 } as const;
const LIVE_LINKS = 300;

/**
 * The pages that people open all day, asked over HTTP with the pages' own operations: against the same statements sent by a superuser, whom
 * row-level security does not bind, without HTTP and access log. Both read the same rows; the ratio is the price of being safe and of being a service.
 */
export async function run({ json }: { readonly json: boolean }): Promise<readonly PageRow[]> {
  const say = (text: string): void => void (json || process.stderr.write(`${text}\n`));
  return onServedRegion(async (world) => {
    say(`loading ${SIZE.units} units, ${SIZE.households} households and ${LIVE_LINKS} links`);
    const towns = await fillRegion(world, SIZE);
    await fillLinks(world, towns, LIVE_LINKS);
    say('asking');
    return towns;
  }, async (served) => measurePages(served, await pagesOf(served.world, served.viewer), SIZE));
}
