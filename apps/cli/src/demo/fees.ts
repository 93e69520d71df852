import { isoDate } from '@hub/domain/dates/iso-date';
import { personOf, PLACING, staffOf, type World } from './world';

/** By number of children, in pence: no figure is published from April 2026 on, and none for brothers and sisters. */
const RATES = [40_000_00, 64_000_00, 90_000_00] as const;

/** Rates that the hub entered, what fell due of the placements since, and the first invoice of each agency that is owed something. */
export async function chargeFees(world: World): Promise<void> {
  const { feeTable, fees, fallDue } = world.services;
  const admin = personOf(world, 'admin@hub.example');
  for (const [at, amount] of RATES.entries()) {
    await feeTable.enterRate(admin, { kind: 'FEE', provider: 'VAA', children: at + 1, from: isoDate('2026-04-01'), until: null, amount, plan: 'FULL', source: 'Invented for this demonstration' });
  }
  await fallDue.fallDue();
  for (const agency of PLACING) {
    const { manager } = staffOf(world, agency);
    const [first] = (await fees.items(manager, { side: 'PAYEE', states: ['DUE'] }, 1, 0)).items;
    if (first) await fees.record(manager, { item: first.id, version: first.version, event: 'INVOICED', onDate: world.today, invoiceNumber: `${agency.code}-2026-01` });
  }
}
