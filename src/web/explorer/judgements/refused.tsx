// Why a judgement was not recorded.
import type { ReactElement } from 'react';

export function Refused({ refusals }: { readonly refusals: readonly string[] }): ReactElement | null {
  if (refusals.length === 0) return null;
  return (
    <div className="note problem" role="alert">
      {refusals.map(message => (
        <p key={message}>Not recorded: {message.replaceAll('`', '')}</p>
      ))}
    </div>
  );
}
