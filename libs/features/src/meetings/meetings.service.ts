import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import type { CalendarMeeting } from '@hub/domain/meetings/calendar';
import { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { shown, UnitOfWork, type About } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import type { Person } from '../agencies/users.queries';
import type { MeetingAction, MeetingMinutes, MeetingSummary, MeetingView } from './meeting-view';
import { summaryOf, viewOf } from './meeting-view.queries';
import { findMeeting, listMeetings, meetingVersion, type MeetingWhen } from './meetings.queries';
import { minutesOf } from './minutes';
import { openActionsOf } from './my-actions.queries';

const MOST_MINE = 10;

/** Matching meetings as the agencies that are invited read them; of each item what the cards show to the viewer. */
@Injectable()
export class MeetingsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** Null alike for a meeting that does not exist and for one to which the viewer's agency is not invited. */
  find(actor: Actor, reference: string): Promise<MeetingView | null> {
    return this.uow.run(actor, 'meetings.read', async (tx) => {
      const view = await this.view(tx, actor, reference);
      // As a list: everybody in the room reads it anew with every outcome. The minutes are logged case by case.
      if (view) shown({ fields: fieldNames(view), count: aboutOf(view).length });
      return view;
    });
  }

  /** `action`: to be read, or to leave the hub as a file. */
  minutes(actor: Actor, reference: string, action: 'meetings.read' | 'meetings.export' = 'meetings.read'): Promise<MeetingMinutes | null> {
    return this.uow.run(actor, action, async (tx) => {
      const view = await this.view(tx, actor, reference);
      if (view) shown({ about: aboutOf(view), fields: fieldNames(view) });
      return view && minutesOf(view);
    });
  }

  /** The meeting for a calendar, for everybody of an invited agency; without a word about a case. */
  calendar(actor: Actor, reference: string): Promise<CalendarMeeting | null> {
    return this.uow.run(actor, 'meetings.read', async (tx) => {
      shown({ stage: null });
      return (await findMeeting(tx, reference)) ?? null;
    });
  }

  /** For whoever watches: asked every second, so without a row in the log; it tells of no case. */
  version(actor: Actor, reference: string): Promise<number | null> {
    return this.uow.run(actor, 'meetings.watch', (tx) => meetingVersion(tx, reference));
  }

  list(actor: Actor, page: { when: MeetingWhen; limit: number; offset: number }): Promise<{ items: MeetingSummary[]; totalCount: number }> {
    return this.uow.run(actor, 'meetings.read', async (tx) => {
      const { items, totalCount } = await listMeetings(tx, actor.userId, page);
      return { items: items.map((item) => summaryOf(actor, item)), totalCount };
    });
  }

  /** Meetings to come and under way, for whoever may read them. */
  async mine(actor: Actor): Promise<MeetingSummary[]> {
    return can(actor, 'meetings.read') ? (await this.list(actor, { when: 'TO_COME', limit: MOST_MINE, offset: 0 })).items : [];
  }

  /** What the viewer promised at meetings and has not done, the most overdue first. */
  myActions(actor: Actor): Promise<MeetingAction[]> {
    if (!can(actor, 'meetings.read')) return Promise.resolve([]);
    return this.uow.run(actor, 'meetings.read', async (tx) => {
      const items = await openActionsOf(tx, this.vault, actor, this.today());
      shown({ about: items.flatMap(({ unitReference }): About[] => (unitReference === null ? [] : [{ type: 'UNIT', reference: unitReference }])), fields: fieldNames(items), count: items.length });
      return items;
    });
  }

  /** Active people of the own agency, for naming who comes. */
  colleagues(actor: Actor): Promise<Person[]> {
    return this.uow.run(actor, 'meetings.attend', (tx) => rows(tx, `
      select id, display_name as "displayName" from hub.app_user where agency_id = hub.own_agency() and status = 'ACTIVE' order by display_name, id limit 500`));
  }

  private async view(tx: Tx, actor: Actor, reference: string): Promise<MeetingView | null> {
    const meeting = await findMeeting(tx, reference);
    return meeting ? viewOf(tx, this.vault, actor, meeting, this.today()) : null;
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

/** Every child, group and family that was shown. */
function aboutOf({ items }: MeetingView): About[] {
  const families = new Set(items.flatMap(({ pairs }) => pairs.map(({ householdReference }) => householdReference)));
  return [
    ...items.flatMap(({ unitReference }): About[] => (unitReference === null ? [] : [{ type: 'UNIT', reference: unitReference }])), ...[...families].map((reference): About => ({ type: 'HOUSEHOLD', reference })),
  ];
}
