import type { Stage } from '../access/actions';

/** Whom a type of the API tells about; NONE: registers, people of the agencies, or the frame around other types. */
export type Subject = 'CHILD' | 'HOUSEHOLD' | 'BOTH' | 'NONE';

/**
 * A type of the API: at which stage its fields may be read, all of them. A stage has types of its own rather than one type
 * with gaps, each read from its own projection, so that a hidden field is never loaded (trust.md FLD-1).
 */
export interface Shape {
  readonly of: Subject;
  /** Null where the type tells nothing of a case. */
  readonly stage: Stage | null;
  readonly fields: readonly string[];
}

export type Shapes = Readonly<Record<string, Shape>>;

const listed = (fields: string): readonly string[] => fields.split(/\s+/);

/** `fields`: their names, white space between. */
export const childAt = (stage: Stage, fields: string): Shape => ({ of: 'CHILD', stage, fields: listed(fields) });
export const householdAt = (stage: Stage, fields: string): Shape => ({ of: 'HOUSEHOLD', stage, fields: listed(fields) });
export const bothAt = (stage: Stage, fields: string): Shape => ({ of: 'BOTH', stage, fields: listed(fields) });
export const plain = (fields: string): Shape => ({ of: 'NONE', stage: null, fields: listed(fields) });

/** A list in the API's manner: the frame of its node's type. */
export const listOf = (name: string, more = ''): Shapes => ({
  [`${name}Connection`]: plain(`edges pageInfo totalCount${more}`),
  [`${name}Edge`]: plain('cursor node'),
});
