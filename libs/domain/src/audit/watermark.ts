/** By whom, when and for what a file was made; it stands in the file itself (trust.md UPL-7). */
export interface Watermark {
  readonly person: string;
  readonly agency: string;
  readonly at: Date;
  /** As the end of the sentence: "for family finding". */
  readonly purpose: string;
  readonly requestId: string;
}

export const watermarkWords = ({ person, agency, at, purpose, requestId }: Watermark): string => `Made by ${person}, ${agency}, ${at.toISOString()}, ${purpose}; request ${requestId}.`;
