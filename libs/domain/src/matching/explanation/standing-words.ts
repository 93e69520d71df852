interface Standing { readonly eligible: number; readonly conditional: number; readonly blocked: number; readonly ruledOut: number }

/** The finding first: how many fit, might fit, cannot, or were ruled out. `nobody`: such as "No family". */
export function standingWords({ eligible, conditional, blocked, ruledOut }: Standing, nobody: string): string {
  const fit = eligible === 0 ? `${nobody} fits` : `${eligible} ${eligible === 1 ? 'fits' : 'fit'}`;
  const parts = [fit, conditional > 0 && `${conditional} ${eligible > 0 ? 'more ' : ''}would if something unknown were known`, `${blocked} cannot`, ruledOut > 0 && `${ruledOut} ruled out by people`];
  return `${parts.filter(Boolean).join(', ')}. The order helps you look; it decides nothing.`;
}
