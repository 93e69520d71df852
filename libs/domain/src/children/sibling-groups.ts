import type { SiblingPlan, UnitPlan } from './codes';

/** A child for whom a unit is sought: a new one has none yet. */
export interface Placeable {
  readonly childId: string;
  readonly unitId: string | null;
  /** What was said of the child's group: nothing, none, or the group of that index. */
  readonly group: string | null | undefined;
  readonly plan: SiblingPlan | null | undefined;
}

export interface ExistingUnit {
  readonly unitId: string;
  readonly group: string | null;
  readonly plan: UnitPlan;
  readonly childIds: readonly string[];
}

export interface AssignedUnit {
  readonly unitId: string;
  readonly isNew: boolean;
  readonly group: string | null;
  readonly plan: UnitPlan;
}

export interface Assignment {
  /** Units that are new, or whose group or plan changes. */
  readonly units: readonly AssignedUnit[];
  /** Every child that is new or moves, by id. */
  readonly moves: ReadonlyMap<string, string>;
  /** Units that lost their last member. */
  readonly emptied: readonly string[];
}

interface Seat {
  readonly unitId: string;
  readonly isNew: boolean;
}

/**
 * Which unit each child belongs to. Children of one group whose plan is "together" or "together preferred" share a
 * unit; "apart" gives each its own, which carries no group because a group marks one unit; a child of no group stands alone.
 * `newId` makes ids, so that the function itself stays free of chance.
 */
export function assignUnits(children: readonly Placeable[], existing: readonly ExistingUnit[], newId: () => string): Assignment {
  const desk = new Desk(existing, newId);
  for (const child of children.filter(({ group }) => group === undefined || group === null)) desk.seatAlone(child);
  const groups = new Set(children.flatMap(({ group }) => group ?? []));
  for (const group of groups) desk.seatGroup(group, children.filter((child) => child.group === group));
  return desk.assignment();
}

class Desk {
  private readonly now = new Map<string, Set<string>>();
  private readonly before = new Map<string, ExistingUnit>();
  private readonly units = new Map<string, AssignedUnit>();
  private readonly moves = new Map<string, string>();

  constructor(existing: readonly ExistingUnit[], private readonly newId: () => string) {
    for (const unit of existing) {
      this.before.set(unit.unitId, unit);
      this.now.set(unit.unitId, new Set(unit.childIds));
    }
  }

  seatAlone({ childId, unitId, group }: Placeable): void {
    if (group === undefined && unitId !== null) return;
    const unit = unitId === null ? undefined : this.before.get(unitId);
    if (unit !== undefined && unit.group === null && unit.plan === 'SINGLE') return;
    const shared = unitId !== null && (this.now.get(unitId)?.size ?? 0) > 1;
    const seat = unitId === null || shared ? this.newSeat() : { unitId, isNew: false };
    this.place(childId, unitId, seat);
    this.set(seat, null, 'SINGLE');
  }

  seatGroup(group: string, wishes: readonly Placeable[]): void {
    const standing = [...this.before.values()].filter((unit) => unit.group === group);
    const named = new Set(wishes.map(({ childId }) => childId));
    const staying = standing.flatMap(({ unitId }) => [...(this.now.get(unitId) ?? [])].filter((id) => !named.has(id)).map((childId) => ({ childId, unitId })));
    const members = [...wishes.map(({ childId, unitId }) => ({ childId, unitId })), ...staying];
    const apart = wishes.some(({ unitId }) => unitId !== null && this.before.get(unitId)?.plan === 'APART');
    const plan = wishes.find((wish) => wish.plan)?.plan ?? standing[0]?.plan ?? (apart ? 'APART' : 'TOGETHER');
    if (plan === 'APART') this.seatApart(members);
    else this.seatTogether(group, plan, members, standing[0]?.unitId);
  }

  private seatApart(members: readonly { childId: string; unitId: string | null }[]): void {
    const taken = new Set<string>();
    for (const { childId, unitId } of members) {
      const others = unitId === null ? 0 : [...(this.now.get(unitId) ?? [])].filter((id) => id !== childId && !members.some((member) => member.childId === id)).length;
      const keeps = unitId !== null && others === 0 && !taken.has(unitId);
      const seat = keeps ? { unitId, isNew: false } : this.newSeat();
      taken.add(seat.unitId);
      this.place(childId, unitId, seat);
      this.set(seat, null, 'APART');
    }
  }

  private seatTogether(group: string, plan: UnitPlan, members: readonly { childId: string; unitId: string | null }[], standing: string | undefined): void {
    const ids = new Set(members.map(({ childId }) => childId));
    // A unit that a member already stands in serves, as long as no child of another group stands in it too.
    const own = members.find(({ unitId }) => unitId !== null && [...(this.now.get(unitId) ?? [])].every((id) => ids.has(id)))?.unitId ?? undefined;
    const found = standing ?? own;
    const seat = found === undefined ? this.newSeat() : { unitId: found, isNew: false };
    for (const { childId, unitId } of members) this.place(childId, unitId, seat);
    this.set(seat, group, plan);
  }

  private newSeat(): Seat {
    const unitId = this.newId();
    this.now.set(unitId, new Set());
    return { unitId, isNew: true };
  }

  private place(childId: string, from: string | null, { unitId }: Seat): void {
    if (from === unitId) return;
    if (from !== null) this.now.get(from)?.delete(childId);
    this.now.get(unitId)?.add(childId);
    this.moves.set(childId, unitId);
  }

  private set({ unitId, isNew }: Seat, group: string | null, plan: UnitPlan): void {
    const was = this.before.get(unitId);
    if (was !== undefined && was.group === group && was.plan === plan) return;
    this.units.set(unitId, { unitId, isNew, group, plan });
  }

  assignment(): Assignment {
    const emptied = [...this.before.keys()].filter((unitId) => this.now.get(unitId)?.size === 0);
    return { units: [...this.units.values()].filter(({ unitId }) => !emptied.includes(unitId)), moves: this.moves, emptied };
  }
}
