import { figureWords } from '@hub/domain/performance/figure-words';
import type { ReportFigure } from '@hub/domain/performance/executive-report';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Table } from '../../components/table';
import type { ReportPartsFragment } from '../../gql/graphql';

type Section = ReportPartsFragment['sections'][number];

interface SectionProps {
  readonly section: Section;
  readonly number: number;
  readonly from: string;
  readonly mayWrite: boolean;
  readonly children?: ReactNode;
}

const wordsOf = (figure: Section['figures'][number]) => figureWords({ ...figure, unit: figure.unit as ReportFigure['unit'] });

/** The figures of a section, and what people wrote beside them. */
export function ReportSection({ section: { code, title, figures, words, writtenBy }, number, from, mayWrite, children }: SectionProps) {
  return (
    <section aria-labelledby={`section-${code}`}>
      <h2 className="govuk-heading-m" id={`section-${code}`}>{number}. {title}</h2>
      {figures.length > 0 && (
        <Table caption={title} captionHidden rows={figures} keyOf={({ label }) => label} columns={[
          { title: 'What', names: true, cell: ({ label }) => label },
          { title: 'Figure', numeric: true, cell: (figure) => wordsOf(figure).value },
          { title: 'Of', numeric: true, cell: (figure) => wordsOf(figure).of },
          { title: 'How it is counted', cell: ({ definition }) => definition },
        ]} />
      )}
      {children}
      {words === null || words === undefined ? <p className="govuk-body hub-secondary">Nothing has been written here.</p> : (
        <>
          <p className="govuk-body hub-about">{words}</p>
          {writtenBy && <p className="govuk-body hub-secondary">Written by {writtenBy}.</p>}
        </>
      )}
      {mayWrite && <p className="govuk-body"><Link className="govuk-link" to={`/performance/reports/${from}/write/${code}`}>{words ? 'Change' : 'Write'} these words<span className="govuk-visually-hidden">: {title}</span></Link></p>}
    </section>
  );
}
