import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, extendSchema, parse } from 'graphql';
import { assertDisclosed, undisclosed } from './assert-disclosed';

const schema = buildSchema(readFileSync(join(__dirname, '../../../../schema.gql'), 'utf8'));

describe('AZ-1', () => {
  it('every schema field and operation appears in the disclosure matrix', () => {
    expect(undisclosed(schema)).toEqual([]);
  });

  it('an API that shows what nobody decided about does not start', () => {
    const wider = extendSchema(schema, parse('type Secret { name: String } extend type UnitCard { postcode: String } extend type Query { secret: Secret } extend input UnitFilter { postcode: String }'));
    expect(undisclosed(wider)).toEqual([
      'Query.secret is not in the disclosure matrix', 'Secret.name is not in the disclosure matrix',
      'UnitCard.postcode is not in the disclosure matrix', 'UnitFilter.postcode is not in the disclosure matrix',
    ]);
    expect(() => assertDisclosed(wider)).toThrow('UnitCard.postcode is not in the disclosure matrix');
  });
});
