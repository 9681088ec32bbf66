// An entity in a list of what was found: what it is, its name, and the spelling that led to it.
import type { ReactElement } from 'react';
import { KindMark } from '../look/kind-mark.js';
import { otherSpelling, type FoundEntity } from './found.js';

export function EntityFound({ found }: { readonly found: FoundEntity }): ReactElement {
  const spelling = otherSpelling(found);
  return (
    <>
      <KindMark kind={found.node.kind} />
      <span className="search-name">
        {found.node.label}
        {spelling !== null && <span className="muted"> · found as “{spelling}”</span>}
        {found.node.description != null && (
          <span className="muted small search-what">{found.node.description}</span>
        )}
      </span>
    </>
  );
}
