import type { ReactNode } from 'react';
import { Heading } from '../../app/page';
import { PageBody } from '../../components/page-body';

interface SeenByProps {
  readonly subject: string;
  readonly home: string;
  readonly agency: string;
  readonly assumed: boolean;
  /** Null: they see nothing. */
  readonly children: ReactNode | null;
}

/** The frame of a preview: whose eyes these are. */
export function SeenBy({ subject, home, agency, assumed, children }: SeenByProps) {
  return (
    <PageBody back={{ to: `${home}/sharing`, label: `Who can see ${subject}` }}>
      <Heading title={`${subject} as ${agency} ${assumed ? 'would see' : 'sees'} it`} />
      <p className="govuk-body">{assumed
        ? 'This is what their page would show once the grant is approved. Nothing is approved by looking.'
        : 'This is what their page shows now, word for word.'}</p>
      {children ?? <p className="govuk-body"><strong>They see nothing.</strong> For them this record does not exist.</p>}
    </PageBody>
  );
}

export const nameOf = (agencies: readonly { code: string; name: string }[], code: string): string => agencies.find((one) => one.code === code)?.name ?? code;
