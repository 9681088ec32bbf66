// How firm a claim is: a line in its style and colour, and always the word beside it.
import type { ReactElement } from 'react';
import type { ClaimStatus } from '../api/documents.js';
import { STATUS } from '../words/words.js';

interface Style {
  /** Custom property of the colour. */
  readonly colour: string;
  /** Also the style of its edges in the graph. */
  readonly line: 'double' | 'solid' | 'dashed' | 'dotted' | 'crossed';
}

const style = (name: string, line: Style['line']): Style => ({ colour: `--${name}`, line });

export const STATUS_STYLE: Readonly<Record<ClaimStatus, Style>> = {
  CORROBORATED: style('corroborated', 'double'),
  SUPPORTED: style('supported', 'solid'),
  SPECULATIVE: style('speculative', 'dashed'),
  DISPUTED: style('disputed', 'crossed'),
  DENIED: style('disputed', 'crossed'),
  UNSUPPORTED: style('unsupported', 'dotted'),
  SUPERSEDED: style('unsupported', 'dotted'),
  WITHDRAWN: style('unsupported', 'dotted'),
};

/** @param pill with a border, as under a claim's sentence. */
export function StatusMark({
  status,
  pill = false,
}: {
  readonly status: ClaimStatus;
  readonly pill?: boolean;
}): ReactElement {
  return (
    <span
      className={pill ? 'status pill' : 'status'}
      style={{ color: `var(${STATUS_STYLE[status].colour})` }}
    >
      {!pill && <StatusLine status={status} />}
      {STATUS[status]}
    </span>
  );
}

/** The line alone, where the word stands elsewhere. */
export function StatusLine({ status }: { readonly status: ClaimStatus }): ReactElement {
  const { colour, line } = STATUS_STYLE[status];
  const dashes = { dashed: '5 3', dotted: '1.5 3', solid: '', double: '', crossed: '' }[line];
  return (
    <svg
      width="18"
      height="8"
      aria-hidden="true"
      stroke={`var(${colour})`}
      strokeWidth={line === 'double' ? 1.5 : 2.5}
    >
      {line === 'double' ? (
        <path d="M0 2H18M0 6H18" />
      ) : (
        <path d="M0 4H18" {...(dashes === '' ? {} : { strokeDasharray: dashes })} />
      )}
      {line === 'crossed' && <path d="M6 0L12 8" strokeWidth="1.5" />}
    </svg>
  );
}
