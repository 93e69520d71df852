import { Injectable } from '@nestjs/common';
import { CardsService } from '@hub/features/children/cards.service';
import { refreshCards } from '@hub/queue/jobs';

/** Each day the bands of age and waiting time are drawn anew. */
@Injectable()
export class RefreshCardsProcessor {
  readonly job = refreshCards;

  constructor(private readonly cards: CardsService) {}

  async handle(): Promise<void> {
    await this.cards.refreshAll();
  }
}
