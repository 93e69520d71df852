import { plot, type PlotOptions } from '@observablehq/plot';
import { useEffect, useId, useRef, useState } from 'react';

export const COLOURS = { blue: '#12436D', teal: '#28A197', plum: '#801650', orange: '#F46A25', quiet: '#505a5f', pale: '#e1ebf5' } as const;

interface PlotFigureProps {
  /** What it says, and in words what it shows. */
  readonly title: string;
  readonly description: string;
  /** The drawing for a width in CSS pixels; the same function while nothing changes, since each new one is drawn anew. */
  readonly draw: (width: number) => PlotOptions;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing that tells screen readers what it says; its numbers stand in a table beside it. */
export function PlotFigure({ title, description, draw }: PlotFigureProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const id = useId();
  useEffect(() => {
    if (width === 0) return;
    const drawn = plot({ ...draw(width), width, className: 'hub-plot__drawing', style: { fontFamily: 'inherit', fontSize: '13px' } });
    // The content security policy admits no inline style sheet; ours has the same rules.
    drawn.querySelector('style')?.remove();
    // A group of marks has no role that could bear a name.
    for (const mark of drawn.querySelectorAll('[aria-label]')) {
      mark.setAttribute('data-mark', mark.getAttribute('aria-label') ?? '');
      mark.removeAttribute('aria-label');
    }
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
    drawn.prepend(textElement('title', `${id}-title`, title), textElement('desc', `${id}-desc`, description));
    place.current?.replaceChildren(drawn);
  }, [draw, width, title, description, id]);
  return <div ref={place} className="hub-plot" />;
}

function textElement(name: string, id: string, text: string): Element {
  const element = document.createElementNS(SVG, name);
  element.id = id;
  element.textContent = text;
  return element;
}

/** In CSS pixels; 0 before it is known. Letters keep their size where the place is narrow. */
function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
