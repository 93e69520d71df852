import { registerEnumType } from '@nestjs/graphql';

export enum StageEnum { S0 = 'S0', S1 = 'S1', OWN = 'OWN' }
registerEnumType(StageEnum, { name: 'Stage', description: 'How far a record is disclosed to the viewer (product.md); OWN is the agency\'s own record.' });
