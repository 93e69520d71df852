import { levelWords, NEEDS } from '../words/needs';
import type { FormReader } from './form-reader';
import { useFieldError } from './form-errors';

type Levels = readonly { readonly key: string; readonly level?: number | null }[];

const CHOICES = ['0', '1', '2', '3', 'unknown'] as const;
const choiceWords = (choice: string): string => (choice === 'unknown' ? 'Not recorded' : levelWords(Number(choice)).replace(/^./, (letter) => letter.toUpperCase()));

interface LevelFieldsProps {
  readonly levels: Levels;
  readonly essential?: readonly string[];
}

/** Each need of the policy on the one scale. Not recorded is an answer of its own. */
export function LevelFields({ levels, essential }: LevelFieldsProps) {
  return NEEDS.map(([key, words]) => {
    const level = levels.find((one) => one.key === key)?.level;
    return <LevelField key={key} name={key} words={words} value={level === null || level === undefined ? 'unknown' : String(level)} essential={essential && essential.includes(key)} />;
  });
}

function LevelField({ name, words, value, essential }: { name: string; words: string; value: string; essential?: boolean }) {
  const error = useFieldError(name);
  return (
    <fieldset className="govuk-fieldset hub-level" id={name} aria-describedby={error && `${name}-error`}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{words}</legend>
      {error && <p id={`${name}-error`} className="govuk-error-message"><span className="govuk-visually-hidden">Error:</span> {error}</p>}
      <div className="govuk-radios govuk-radios--small govuk-radios--inline">
        {CHOICES.map((choice) => (
          <div key={choice} className="govuk-radios__item">
            <input className="govuk-radios__input" type="radio" id={`${name}-${choice}`} name={`level-${name}`} value={choice} defaultChecked={choice === value} />
            <label className="govuk-label govuk-radios__label" htmlFor={`${name}-${choice}`}>{choiceWords(choice)}</label>
          </div>
        ))}
      </div>
      {essential !== undefined && (
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" type="checkbox" id={`${name}-essential`} name="essential" value={name} defaultChecked={essential} />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${name}-essential`}>Essential to meet<span className="govuk-visually-hidden">: {words}</span></label>
          </div>
        </div>
      )}
    </fieldset>
  );
}

/** The levels that differ from what is recorded; `null` clears one. */
export function changedLevels(answers: FormReader, before: Levels): { key: string; level: number | null }[] {
  return NEEDS
    .map(([key]) => ({ key, level: answers.level(`level-${key}`) }))
    .filter(({ key, level }) => level !== (before.find((one) => one.key === key)?.level ?? null));
}
