import { addDays } from '@hub/domain/dates/day-count';
import type { CourseKind, CourseSetting } from '@hub/domain/recruitment/courses';
import { PLACING, staffOf, type World } from './world';

const PLANNED: readonly (readonly [agency: number, kind: CourseKind, setting: CourseSetting, inDays: readonly number[], places: number])[] = [
  [0, 'PREPARATION', 'IN_PERSON', [16, 23, 30], 3],
  [1, 'PREPARATION', 'ONLINE', [44, 51], 8],
  [2, 'INFORMATION', 'ONLINE', [9], 20],
  [3, 'EARLY_PERMANENCE', 'IN_PERSON', [37], 6],
];

/** Courses to come, one of them full: every agency books households that are in stage one or before it. */
export async function planCourses(world: World): Promise<void> {
  const { courses, board } = world.services;
  const references: string[] = [];
  for (const [at, kind, setting, inDays, places] of PLANNED) {
    const agency = PLACING[at];
    if (!agency) continue;
    references.push((await courses.plan(staffOf(world, agency).adopters, { kind, setting, days: inDays.map((days) => addDays(world.today, days)), places })).reference);
  }
  const [full, roomy] = references;
  if (!full || !roomy) return;
  for (const agency of PLACING) {
    const { adopters } = staffOf(world, agency);
    const { items } = await board.read(adopters, {}, 100, 0);
    const early = items.filter(({ stage }) => /^(ENQUIRY|INTEREST|STAGE1)$/.test(stage)).map(({ household }) => household).sort();
    for (const [at, household] of early.slice(0, 2).entries()) await courses.book(adopters, { course: at === 0 ? full : roomy, household });
  }
}
