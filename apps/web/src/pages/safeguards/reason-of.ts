import type { FormReader } from '../../components/form-reader';

const SENTENCE = 15;

/** A sentence at least, which the hub asks for too: what is read later by somebody who was not there. */
export function reasonOf(answers: FormReader, field: string, needed: string): string {
  const text = answers.mustText(field, needed);
  if (text !== '' && text.length < SENTENCE) answers.fault(field, 'Say it in a sentence at least');
  return text;
}
