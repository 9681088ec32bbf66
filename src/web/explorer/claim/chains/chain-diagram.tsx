// The chains of a claim as a picture: outlets at the left, whom they relay to the right, down to who first said so; what makes
// origins one family stands at a bracket beside them.
import { useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { ClaimChainFragment, ClaimSupportFragment } from '../../api/documents.js';
import { LINE, PADDING, type ChainBox } from './chain-box.js';
import { originFamilies } from './chain-families.js';
import { layoutChains, STUB, type Bracket, type ChainLink } from './chain-layout.js';
import { chainWords, diagramWords, familyWords } from './chain-words.js';
import { textLines } from './text-lines.js';

/** Chains that are drawn at most; one more is asked for. */
export const DRAWN = 20;
/** Pixels; what is taller is scrolled. */
const TALLEST = 520;

interface ChainDiagramProps {
  readonly chains: readonly ClaimChainFragment[];
  readonly support: Pick<ClaimSupportFragment, 'ties' | 'tiesCount'>;
  /** Denying chains. */
  readonly against?: boolean;
}

export function ChainDiagram({ chains, support, against = false }: ChainDiagramProps): ReactElement {
  const { ties, tiesCount } = support;
  // Of the figure: a frame that scrolls is narrower inside, and would be measured anew for ever.
  const figure = useRef<HTMLElement>(null);
  const width = useWidth(figure);
  const drawn = useMemo(() => chains.slice(0, DRAWN), [chains]);
  const families = useMemo(() => originFamilies(drawn, ties), [drawn, ties]);
  const layout = useMemo(() => layoutChains(drawn, ties, width - 2), [drawn, ties, width]);
  // Then the keyboard scrolls it.
  const isLarger = layout.width + 2 > width || layout.height + 2 > TALLEST;
  return (
    <figure className={against ? 'claim-chains claim-against' : 'claim-chains'} ref={figure}>
      <div
        className={isLarger ? 'claim-frame claim-large' : 'claim-frame'}
        style={{ maxHeight: TALLEST }}
        {...(isLarger ? { tabIndex: 0, role: 'group', 'aria-label': 'All chains, to scroll' } : {})}
      >
        <svg
          role="img"
          aria-label={diagramWords(drawn, families, against)}
          width={layout.width + 2}
          height={layout.height + 2}
          viewBox={`-1 -1 ${layout.width + 2} ${layout.height + 2}`}
        >
          {layout.links.map(link => (
            <Link key={`${link.from} ${link.to}`} link={link} against={against} />
          ))}
          {layout.boxes.map(box => (
            <Box key={box.id} box={box} against={against} />
          ))}
          {layout.brackets.map(bracket => (
            <FamilyBracket key={String(bracket.ends)} bracket={bracket} />
          ))}
        </svg>
      </div>
      <figcaption className="small">
        {chains.length > DRAWN && <p className="muted">Showing the first {DRAWN} chains; there are more.</p>}
        {drawn.some(({ attestations, attestationsCount }) => attestations.length < attestationsCount) && (
          <p className="muted">Of the longest chains only the beginning is drawn.</p>
        )}
        {ties.length < tiesCount && (
          <p className="muted">
            Families are told by {ties.length} of {tiesCount.toLocaleString('en')} ties: there may be larger
            ones.
          </p>
        )}
        <details>
          <summary>{against ? 'These chains in words' : 'The chains in words'}</summary>
          <ChainsInWords chains={drawn} families={families} />
        </details>
      </figcaption>
    </figure>
  );
}

/** The same as text, for those who do not see the drawing. */
function ChainsInWords({
  chains,
  families,
}: {
  readonly chains: readonly ClaimChainFragment[];
  readonly families: ReturnType<typeof originFamilies>;
}): ReactElement {
  return (
    <ul className="claim-words">
      {chains.map(chain => (
        <li key={chain.attestations.map(({ id }) => id).join()}>{chainWords(chain)}</li>
      ))}
      {families.map(family => (
        <li key={family.origins.join()}>{familyWords(family, chains)}</li>
      ))}
    </ul>
  );
}

function Box({ box, against }: { readonly box: ChainBox; readonly against: boolean }): ReactElement {
  const { x, y, width, height, name, below } = box;
  return (
    <g>
      <title>{box.title}</title>
      <rect
        className={box.isHeld ? 'claim-box' : 'claim-box claim-reported'}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={6}
      />
      <text x={x + PADDING} y={y + PADDING}>
        {name.map((line, at) => (
          <tspan key={at} className="claim-name" x={x + PADDING} dy={at === 0 ? 11 : LINE}>
            {line}
          </tspan>
        ))}
        {below.map((line, at) => (
          <tspan key={at} className="claim-below" x={x + PADDING} dy={LINE}>
            {line}
          </tspan>
        ))}
      </text>
      {box.isUnrecorded && (
        <path className="claim-link claim-open" d={`M${x + width} ${y + height / 2}h${STUB}`} />
      )}
      {against && <Cross x={x + width - 8} y={y + 8} />}
    </g>
  );
}

function Link({
  link: { points, isEstablished },
  against,
}: {
  readonly link: ChainLink;
  readonly against: boolean;
}): ReactElement {
  const [start, ...rest] = points;
  if (start === undefined) return <></>;
  let [x, y] = start;
  const curves = rest.map(([toX, toY]) => {
    const half = (x + toX) / 2;
    const curve = `C${half} ${y} ${half} ${toY} ${toX} ${toY}`;
    [x, y] = [toX, toY];
    return curve;
  });
  const [second] = rest;
  return (
    <g>
      <path
        className={isEstablished ? 'claim-link' : 'claim-link claim-open'}
        d={`M${start[0]} ${start[1]}${curves.join('')}`}
      />
      <path className="claim-arrow" d={`M${x - 6} ${y - 3.5}L${x} ${y}L${x - 6} ${y + 3.5}`} />
      {against && second && <Cross x={(start[0] + second[0]) / 2} y={(start[1] + second[1]) / 2} />}
    </g>
  );
}

const Cross = ({ x, y }: { readonly x: number; readonly y: number }): ReactElement => (
  <path className="claim-cross" d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} />
);

function FamilyBracket({ bracket: { x, ends, words } }: { readonly bracket: Bracket }): ReactElement {
  const top = ends[0]?.[1] ?? 0;
  const bottom = ends.at(-1)?.[1] ?? 0;
  const lines = words.flatMap(word => textLines(word, 11, 2)).slice(0, 4);
  const height = (lines.length + 1) * LINE;
  const first = (top + bottom) / 2 - height / 2;
  return (
    <g>
      <title>{`One family: ${words.join(', ')}`}</title>
      {ends.map(([from, y]) => (
        <path key={y} className="claim-bracket" d={`M${from + 3} ${y}H${x}`} />
      ))}
      <path className="claim-bracket" d={`M${x} ${top}V${bottom}`} />
      <text y={first}>
        <tspan className="claim-family" x={x + 7} dy={11}>
          one family
        </tspan>
        {lines.map((line, at) => (
          <tspan key={at} className="claim-below" x={x + 7} dy={LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** Of an element, as it is and as it becomes. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(390);
  useEffect(() => {
    if (element.current === null) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
