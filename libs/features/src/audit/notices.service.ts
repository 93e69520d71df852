import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { notFound } from '@hub/domain/errors';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { markLinkRead, markRead, unreadNotices, type Notice } from './notices.queries';

const MOST = 50;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The inbox of a person: what is for them, and for the roles they hold. */
@Injectable()
export class NoticesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  unread(actor: Actor): Promise<Notice[]> {
    return this.uow.run(actor, 'notices.read', (tx) => unreadNotices(tx, MOST));
  }

  /** What is for a role is read for all who hold it. */
  async markRead(actor: Actor, id: string): Promise<true> {
    await this.uow.run(actor, 'notices.read', async (tx) => {
      if (!UUID.test(id) || !(await markRead(tx, id))) throw notFound('notice');
    });
    return true;
  }

  /** Whoever opens a link has read what there was to tell of it. */
  async markLinkRead(actor: Actor, link: string): Promise<true> {
    await this.uow.run(actor, 'notices.read', (tx) => markLinkRead(tx, link));
    return true;
  }
}
