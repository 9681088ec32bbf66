// Who speaks or publishes: a named party, or one that is only described.
import type { ReactElement } from 'react';
import type { EntityKind } from '../api/documents.js';
import type { SourceDraft } from './draft.js';
import { EntityField } from '../form/entity-field.js';
import { TextField } from '../form/text-field.js';

const PARTIES: readonly EntityKind[] = ['ORGANIZATION', 'PERSON', 'STATE'];

export function PartyField({
  path,
  value,
  onChange,
}: {
  /** Of the `NewSourceInput`. */
  readonly path: string;
  readonly value: SourceDraft;
  readonly onChange: (change: Partial<SourceDraft>) => void;
}): ReactElement {
  return (
    <div className="attach-wide">
      {value.isUnnamed ? (
        <TextField
          label="The unnamed party, as it is described"
          path={`${path}.partyDescribedAs`}
          value={value.describedAs}
          onChange={describedAs => onChange({ describedAs })}
          placeholder="a diplomatic source in Moscow"
        />
      ) : (
        <EntityField
          label="Who publishes or speaks"
          path={`${path}.party`}
          placeholder="A newspaper, an agency, a person …"
          kinds={PARTIES}
          value={value.party}
          onChange={party => onChange({ party })}
        />
      )}
      <label className="form-choice small attach-unnamed">
        <input
          type="checkbox"
          checked={value.isUnnamed}
          onChange={event => onChange({ isUnnamed: event.target.checked })}
        />
        It is not named
      </label>
    </div>
  );
}
