/** Labels in the order of their heights, moved down as far as each needs to stand clear of the one above it. */
export function apart<Label extends { readonly height: number }>(labels: readonly Label[], gap: number): readonly Label[] {
  let least = -Infinity;
  return [...labels].sort((a, b) => a.height - b.height).map((label) => {
    const height = Math.max(label.height, least);
    least = height + gap;
    return { ...label, height };
  });
}

/** Room for the longest of some names left of a drawing, in CSS pixels; very long ones are cut rather than the drawing. */
export const nameWidth = (names: readonly string[]): number => Math.min(160, 24 + 7.5 * Math.max(0, ...names.map(({ length }) => length)));
