/** Text as HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const STYLE = `
  body { font: 10pt Arial, sans-serif; color: #0b0c0c; }
  h1 { font-size: 18pt; } h2 { font-size: 13pt; break-after: avoid; } table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
  th, td { border-bottom: 1px solid #b1b4b6; padding: 4px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere; } .text { white-space: pre-line; }`;

interface Page {
  /** Becomes the title of the document, and its heading; it must hold no names of people. */
  readonly title: string;
  /** HTML. */
  readonly body: string;
  readonly landscape?: boolean;
}

/** A whole document to print: nothing in it must be fetched. */
export function pdfPage({ title, body, landscape = false }: Page): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>@page { size: A4${landscape ? ' landscape' : ''}; margin: 15mm 12mm 20mm; }${STYLE}</style></head><body>
<h1>${escaped(title)}</h1>${body}</body></html>`;
}
