import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { Issue } from '@hub/domain/interchange/issue';
import { parsePlaces } from '@hub/domain/interchange/parse-places';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { FileReader } from './reading/file-reader';
import { savePlaces } from './places.queries';

export interface PlacesReport {
  readonly rows: number;
  readonly changed: number;
  readonly issues: readonly Issue[];
}

/** The table that turns a postcode district into a point. It holds no case data. */
@Injectable()
export class PlacesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(FileReader) private readonly files: FileReader) {}

  /** Takes the good rows of a table with the columns outcode, latitude and longitude. Throws FORBIDDEN before anything is read. */
  async load(actor: Actor, fileName: string, bytes: Buffer): Promise<PlacesReport> {
    await this.uow.run(actor, 'places.manage', () => Promise.resolve());
    const [sheet] = await this.files.read(fileName, bytes);
    const parsed = parsePlaces(sheet ?? { name: fileName, rows: [] });
    const changed = await this.uow.run(actor, 'places.manage', (tx) => savePlaces(tx, parsed.places));
    return { rows: parsed.rows, changed, issues: parsed.issues };
  }
}
