import { useMay } from '../../app/viewer';
import { Download } from '../../components/download';

/** The very figures as files. `asked`: as the page asked for them. */
export function FigureFiles({ what, asked }: { what: string; asked: object }) {
  const may = useMay();
  return may('performance.export') && (
    <div className="hub-figure-files">
      <Download label={`Download ${what} as CSV`} path="/performance-files/figures.csv" body={asked} />
      <Download label={`Download ${what} as a workbook (XLSX)`} path="/performance-files/figures.xlsx" body={asked} />
    </div>
  );
}
