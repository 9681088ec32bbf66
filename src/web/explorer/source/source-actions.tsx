// What one can do from a source: open its page, see what falls with it, and set it beside another.
import { useState, type ReactElement } from 'react';
import type { SourceHeadFragment } from '../api/documents.js';
import { FallButton } from '../entity/fall-button.js';
import { useViewState } from '../view-state/use-view-state.js';
import { openPage } from '../view-state/steps.js';
import { CompareDialog } from './compare-dialog.js';
import { compare } from './compare.js';

export function SourceActions({
  source,
  isPage = false,
}: {
  readonly source: SourceHeadFragment;
  readonly isPage?: boolean;
}): ReactElement {
  const { go } = useViewState();
  const [isComparing, setComparing] = useState(false);
  const { id } = source;
  return (
    <div className="row">
      {!isPage && (
        <button className="button first" onClick={() => go(now => openPage(now, 'source', id))}>
          Open page
        </button>
      )}
      <button className="button" onClick={() => setComparing(true)}>
        Compare with …
      </button>
      <FallButton at="source" id={id}>
        What if this falls
      </FallButton>
      {isComparing && (
        <CompareDialog
          title="Compare with another source"
          without={[id]}
          onPick={other => go(now => compare(now, id, other))}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}
