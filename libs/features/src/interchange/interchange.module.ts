import { Module } from '@nestjs/common';
import { ImportExecutor } from './import-executor';
import { ImportsService } from './imports.service';
import { LocalPeople } from './local-people.service';
import { PlacesService } from './places.service';
import { FileReader } from './reading/file-reader';
import { SealedImports } from './sealed-imports';

/** Files in: Annex A, the profile sheet, places. */
@Module({ providers: [ImportsService, ImportExecutor, PlacesService, LocalPeople, FileReader, SealedImports], exports: [ImportsService, PlacesService, LocalPeople, FileReader] })
export class InterchangeModule {}
