import { registerEnumType } from '@nestjs/graphql';

export enum StageEnum { S0 = 'S0', S1 = 'S1', S2 = 'S2', S3 = 'S3', S4 = 'S4', OWN = 'OWN' }
registerEnumType(StageEnum, { name: 'Stage', description: 'How far a record is disclosed to the viewer (product.md); OWN is the agency\'s own record.' });
