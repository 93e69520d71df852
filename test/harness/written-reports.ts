import { halfYearBefore, halfYearOf } from '@hub/domain/performance/executive-report';
import { monthOf } from '@hub/domain/performance/periods';
import { PerformanceCommentsService } from '@hub/features/performance/comments.service';
import { ExecutiveReportsService } from '@hub/features/performance/executive-reports.service';
import { RollUpService } from '@hub/features/performance/roll-up.service';
import { today } from '@hub/features/keys/spec-keys';
import { systemClock } from '@hub/platform/clock';
import type { Town, World } from './world';

/** In the report on the half-year that ended last, which is signed. */
export async function writeOfReports(world: World, north: Town, texts: { readonly words: string; readonly action: string; readonly indicator: string }): Promise<void> {
  const { from } = halfYearBefore(halfYearOf(today));
  const [manager, reports] = [north.as('APPROVING_MANAGER'), new ExecutiveReportsService(world.uow, world.vault, systemClock)];
  await new PerformanceCommentsService(world.uow, world.vault).comment(manager, { code: 'A10', month: monthOf(from), words: texts.indicator });
  await reports.write(manager, { from, section: 'WAITING', version: 0, words: texts.words });
  await new RollUpService(world.uow, world.vault, systemClock).reckon();
  const { digest } = await reports.addAction(manager, { from, section: 'RECRUITMENT', words: texts.action, owner: manager.userId, dueOn: today, reviewOn: today });
  await reports.sign(manager, { from, digest });
}
