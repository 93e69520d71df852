import { buildSchema, graphql, GraphQLError, type GraphQLScalarType } from 'graphql';
import { withoutValues } from './without-values';

const schema = buildSchema('scalar Day enum Colour { RED BLUE } input Thing { day: Day colour: Colour count: Int yes: Boolean name: String parts: [Thing!] } type Query { make(thing: Thing!): Int }');
(schema.getType('Day') as GraphQLScalarType).parseValue = () => { throw new GraphQLError('Day must be a day.'); };

async function told(thing: unknown): Promise<string[]> {
  const { errors = [] } = await graphql({ schema, source: 'query ($thing: Thing!) { make(thing: $thing) }', variableValues: { thing } });
  return errors.map((error) => withoutValues(error.message, error));
}

describe('a refusal by GraphQL itself', () => {
  it.each([
    [{ day: 'SECRET' }, '"thing.day" cannot be read. Day must be a day.'],
    [{ parts: [{ day: 'SECRET at "x.y"; ' }] }, '"thing.parts[0].day" cannot be read. Day must be a day.'],
    [{ colour: 'SECRET' }, '"thing.colour" cannot be read. It is none of the values of Colour.'],
    [{ count: 'SECRET: 1' }, '"thing.count" cannot be read. Int cannot represent non-integer value.'],
    [{ yes: 'SECRET\n: 2' }, '"thing.yes" cannot be read. Boolean cannot represent a non boolean value.'],
    [{ name: { first: 'SECRET' } }, '"thing.name" cannot be read. String cannot represent a non string value.'],
    [{ name: 'SECRET', unknown: 1 }, '"thing" cannot be read. Field "unknown" is not defined by type "Thing".'],
    ['SECRET', '"thing" cannot be read. Expected type "Thing" to be an object.'],
  ])('of %j says where and why, and never what', async (thing, words) => {
    expect(await told(thing)).toEqual([words]);
  });

  it.each([['{ make(thing: { count: "SECRET" }) }'], ['{ make(thing: { colour: SECRET }) }'], ['{ make(thing: { name: 66642 }) }']])('in the text of a query keeps the value back as well: %s', async (source) => {
    const { errors = [] } = await graphql({ schema, source });
    expect(errors).toHaveLength(1);
    for (const error of errors) expect(withoutValues(error.message, error)).not.toMatch(/SECRET|66642/);
  });
});
