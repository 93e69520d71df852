/** A problem told in one line to whoever runs the hub: no stack, no cause, and nothing about people in it. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
