import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { sidesOf } from '@hub/domain/links/sides';
import { isExit } from '@hub/domain/links/states';
import { PREPARATIONS, type Preparation, type ViewHolder, type WhyNoViews } from '@hub/domain/readiness/preparation';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { aboutPair } from '../audit/about-pair';
import { findSubject } from '../documents/document-subjects.queries';
import { findLink, type LinkRow } from '../links/links.queries';
import { childViewsOf, insertChildView, type ChildView } from './child-views.queries';
import { insertDecision, insertPreparation, missingOf, readinessOf, type ReadinessView } from './readiness.queries';

export interface ChildViewRequest {
  readonly child: string;
  readonly holder: ViewHolder;
  readonly onDate: IsoDate;
  readonly whyNot?: WhyNoViews | null;
  readonly words?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface PreparationRequest {
  readonly link: string;
  readonly kind: Preparation;
  readonly onDate: IsoDate;
  readonly words?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface GoOnRequest {
  readonly link: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

export interface ReadinessStanding {
  readonly reference: string;
}

/** What a panel needs of a link, and the records that it rests on: views of children and parents, what was done with the adopters. */
@Injectable()
export class ReadinessService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** Null where there is nothing to tell yet: before the permanence report is shared. */
  find(actor: Actor, reference: string): Promise<ReadinessView | null> {
    return this.uow.run(actor, 'readiness.read', async (tx) => {
      const link = await mustFind(tx, reference);
      const view = await readinessOf(tx, this.vault, actor, link);
      shown({ fields: fieldNames(view) });
      return view;
    });
  }

  prepare(actor: Actor, { idempotencyKey, ...body }: PreparationRequest): Promise<ReadinessStanding> {
    return this.uow.run(actor, 'readiness.record', (tx) => once(tx, this.vault, actor, { operation: 'readiness.prepare', key: idempotencyKey, body }, async () => {
      const link = await mustFind(tx, body.link);
      if (sidesOf(actor, link).length === 0) throw forbidden('readiness.record');
      if (isExit(link.state)) throw conflict('GUARD_FAILED', 'The link has ended. Nothing more is recorded on it.');
      const words = body.words?.trim() || null;
      if (body.onDate > this.today()) throw invalid([{ path: 'onDate', message: 'The date lies in the future.' }]);
      if (PREPARATIONS[body.kind].needsWords && words === null) throw invalid([{ path: 'words', message: 'Write what they said.' }]);
      await insertPreparation(tx, this.vault, actor, link, { kind: body.kind, onDate: body.onDate, words });
      return { reference: link.reference };
    }));
  }

  /** By a manager of the child's agency, with what was missing then. It moves nothing by itself. */
  goOn(actor: Actor, { idempotencyKey, ...body }: GoOnRequest): Promise<ReadinessStanding> {
    return this.uow.run(actor, 'readiness.goOn', (tx) => once(tx, this.vault, actor, { operation: 'readiness.goOn', key: idempotencyKey, body }, async () => {
      const link = await mustFind(tx, body.link);
      if (!sidesOf(actor, link).includes('CHILD')) throw forbidden('readiness.goOn');
      const view = await readinessOf(tx, this.vault, actor, link);
      if (!view || isExit(link.state)) throw conflict('GUARD_FAILED', 'The link is not on its way to a panel.');
      const missing = missingOf(view);
      if (missing.length === 0) throw conflict('GUARD_FAILED', 'Nothing is missing, so there is nothing to decide.');
      await insertDecision(tx, this.vault, actor, link, { missing, reason: body.reason.trim() });
      return { reference: link.reference };
    }));
  }

  views(actor: Actor, unit: string): Promise<ChildView[]> {
    return this.uow.run(actor, 'children.viewIdentity', async (tx) => {
      if (!(await findSubject(tx, 'UNIT', unit))) throw notFound('unit', unit);
      const views = await childViewsOf(tx, this.vault, unit);
      shown({ fields: fieldNames(views), count: views.length });
      return views;
    }, { type: 'UNIT', reference: unit });
  }

  recordView(actor: Actor, { idempotencyKey, ...body }: ChildViewRequest): Promise<ReadinessStanding> {
    return this.uow.run(actor, 'children.edit', (tx) => once(tx, this.vault, actor, { operation: 'readiness.recordView', key: idempotencyKey, body }, async () => {
      const child = await findSubject(tx, 'CHILD', body.child);
      if (!child) throw notFound('child', body.child);
      const [words, whyNot] = [body.words?.trim() || null, body.whyNot ?? null];
      if (body.onDate > this.today()) throw invalid([{ path: 'onDate', message: 'The date lies in the future.' }]);
      if (words === null && whyNot === null) throw invalid([{ path: 'words', message: 'Write what they said, or choose why there is nothing.' }]);
      await insertChildView(tx, this.vault, actor, child.id, { holder: body.holder, onDate: body.onDate, whyNot, words });
      return { reference: child.reference };
    }), { type: 'CHILD', reference: body.child });
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

async function mustFind(tx: Tx, reference: string): Promise<LinkRow> {
  const link = await findLink(tx, reference);
  if (!link) throw notFound('link', reference);
  shown({ about: aboutPair(link) });
  return link;
}
