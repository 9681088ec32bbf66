// Says of an entity that it is only named by others so far.
import type { ReactElement } from 'react';

export const Provisional = (): ReactElement => (
  <p className="note small">
    Known only by reference: no source has described it yet. Name and kind stand in until one does.
  </p>
);
