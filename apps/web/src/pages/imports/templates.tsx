import { Details } from '../../components/details';

const TEMPLATES = [
  ['/imports/template/profile-sheet.xlsx', 'Profile sheet for children and families (XLSX)'],
  ['/imports/template/children.csv', 'Profile sheet for children (CSV)'],
  ['/imports/template/households.csv', 'Profile sheet for families (CSV)'],
] as const;

export function Templates() {
  return (
    <Details summary="Templates to download">
      <ul className="govuk-list">
        {TEMPLATES.map(([href, words]) => <li key={href}><a className="govuk-link" href={href} download>{words}</a></li>)}
      </ul>
    </Details>
  );
}
