import { NestFactory } from '@nestjs/core';
import { isoDate } from '@hub/domain/dates/iso-date';
import { buildRegion, DEMONSTRATION } from '@hub/domain/demonstration/build-region';
import { Clock } from '@hub/platform/clock';
import { CONFIG, type Config } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import { ensureSecretFile } from '@hub/platform/secret-file';
import { loadChildrenOf } from './children';
import { DemonstrationModule, servicesOf, type Services } from './demonstration.module';
import { takeEnquiries } from './enquiries';
import { moveClocks } from './clocks';
import { chargeFees } from './fees';
import { loadFiles } from './files';
import { loadHouseholdsOf } from './households';
import { loadLinks } from './links';
import { queueRuns, ruleOutPairs } from './pairs-and-runs';
import { searchBeyond } from './channels';
import { planCourses } from './courses';
import { searchAlone } from './local-search';
import { holdMeetings } from './meetings';
import { reckonFigures } from './performance';
import { bookApprovals, planPanels } from './panels';
import { loadPeople } from './people';
import { loadDocuments } from './documents';
import { showPhotos } from './photos';
import { saveSearches } from './searches';
import { keepSelections } from './selections';
import { sideBySide } from './side-by-side';
import { PLACING, type World } from './world';

export interface LoadOptions {
  readonly log: (line: string) => void;
}

/** Fills the empty database of the settings with the demonstration region, through the services that the API has. */
export async function loadDemonstration({ log }: LoadOptions): Promise<void> {
  const app = await NestFactory.createApplicationContext(DemonstrationModule, { logger: ['error'], abortOnError: false });
  try {
    const config = app.get<Config>(CONFIG);
    if (config.production || !config.demo) throw new PlainError('The demonstration is loaded by hub start alone, and never with NODE_ENV=production.');
    ensureSecretFile(config.secretFile);
    await load(servicesOf(app), config, app.get(Clock), log);
  } finally {
    await app.close();
  }
}

async function load(services: Services, config: Config, clock: Clock, log: LoadOptions['log']): Promise<void> {
  const today = isoDate(clock.today());
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    log(`  ${what} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return result;
  };
  const people = await timed('agencies and people', () => loadPeople(services, config, { now: clock.now(), today }));
  const world: World = { services, today, people, seed: DEMONSTRATION.seed, region: buildRegion({ ...DEMONSTRATION, asAt: today }) };
  await timed("the agencies' files", () => loadFiles(world));
  await timed('saved searches', () => saveSearches(world));
  const units = await timed('family finding and profiles', () => sideBySide(PLACING, async (agency) => [agency.code, await loadChildrenOf(world, agency)] as const));
  const households = await timed('adopter households', () => sideBySide(PLACING, async (agency) => [agency.code, await loadHouseholdsOf(world, agency)] as const));
  await timed('courses and enquiries', async () => {
    await planCourses(world);
    await takeEnquiries(world);
  });
  const shown = await timed('photos, drawn', () => showPhotos(world, { units: new Map(units), households: new Map(households) }));
  await timed('pairs ruled out, selections, matching runs', async () => {
    await ruleOutPairs(world, new Map(units), households.flatMap(([, references]) => references));
    await keepSelections(world, new Map(units));
    await queueRuns(world);
  });
  const panels = await timed('panels and their members', () => planPanels(world));
  await timed('links between agencies', () => loadLinks(world, new Map(households), panels, shown));
  await timed('approvals at panels', () => bookApprovals(world, panels));
  await timed('reports and views', () => loadDocuments(world));
  await timed('inter-agency fees', () => chargeFees(world));
  await timed('matching meetings', () => holdMeetings(world, clock.now()));
  await timed('searches that are local yet and beyond the region, reviews, a pause', async () => {
    await searchAlone(world);
    await searchBeyond(world);
    await moveClocks(world);
  });
  await timed('targets, a publication and the figures of performance', () => reckonFigures(world));
}
