// The fields of a claim: of whom, what, in relation to whom or what, when, and the details its sentence has room for.
import type { ReactElement } from 'react';
import type { EntityKind, ValueKind } from '../api/documents.js';
import { KIND, KINDS } from '../words/words.js';
import {
  detailsOf,
  predicatesFor,
  withPredicate,
  withSubject,
  type ClaimDraft,
  type PredicateChoice,
} from './claim-draft.js';
import { EntityField } from '../form/entity-field.js';
import { SelectField } from '../form/select-field.js';
import { TextField } from '../form/text-field.js';

export const CLAIM_PATHS = ['subject', 'predicate', 'object', 'value', 'unknown', 'validTime', 'qualifiers'];

interface ClaimFieldsProps {
  readonly predicates: readonly PredicateChoice[];
  readonly draft: ClaimDraft;
  readonly onChange: (change: (draft: ClaimDraft) => ClaimDraft) => void;
}

export function ClaimFields({ predicates, draft, onChange }: ClaimFieldsProps): ReactElement {
  const { subject, predicate, validTime } = draft;
  const offered = predicatesFor(predicates, subject);
  return (
    <>
      <div data-first>
        <EntityField
          label="Whom or what it is about"
          path="subject"
          kinds={KINDS}
          value={subject}
          onChange={entity => onChange(before => withSubject(before, entity))}
        />
      </div>
      <SelectField
        label="What it says"
        path="predicate"
        answers={[['', 'Choose …'], ...offered.map(each => [each.id, predicateWords(each)] as const)]}
        value={predicate?.id ?? ''}
        onChange={id =>
          onChange(before => withPredicate(before, offered.find(each => each.id === id) ?? null))
        }
      />
      {predicate?.note != null && <p className="muted small">{predicate.note}</p>}
      {predicate && <ObjectFields predicate={predicate} draft={draft} onChange={onChange} />}
      {predicate && <Details predicate={predicate} draft={draft} onChange={onChange} />}
      <TextField
        label="When it holds in the world (optional)"
        path="validTime"
        value={validTime}
        onChange={validTime => onChange(before => ({ ...before, validTime }))}
        placeholder="2014-11-17, 2014-11, 2014-10/2014-12, since: 2014-11-17/.."
      />
    </>
  );
}

type PartProps = Omit<ClaimFieldsProps, 'predicates'> & { readonly predicate: PredicateChoice };

const VALUE: Readonly<Partial<Record<ValueKind, readonly [label: string, example: string]>>> = {
  TEXT: ['In words', ''],
  NUMBER: ['As a number', '12.5'],
  DATE: ['As a date', '2014-11-17, 2014-11'],
  DURATION: ['As a length of time', 'P7D is seven days, P2M two months, PT3H three hours'],
};

function ObjectFields({ predicate, draft, onChange }: PartProps): ReactElement {
  const { objectIs, object, value } = draft;
  const [label, example] = (predicate.valueKind && VALUE[predicate.valueKind]) || ['The value', ''];
  return (
    <>
      {objectIs === 'KNOWN' && predicate.valueKind === null && (
        <EntityField
          key={predicate.id}
          label={`… ${predicate.label} whom or what`}
          path="object"
          kinds={predicate.objectKinds}
          value={object}
          onChange={entity => onChange(before => ({ ...before, object: entity }))}
        />
      )}
      {objectIs === 'KNOWN' && predicate.valueKind !== null && (
        <TextField
          label={label}
          path="value"
          value={value}
          onChange={value => onChange(before => ({ ...before, value }))}
          placeholder={example}
        />
      )}
      <SelectField
        label="Is that known?"
        path="unknown"
        answers={[
          ['KNOWN', 'It is known'],
          ['SOME_VALUE', 'There is one, and it is not known which'],
          ['NO_VALUE', 'There is none'],
        ]}
        value={objectIs}
        onChange={objectIs => onChange(before => ({ ...before, objectIs }))}
      />
    </>
  );
}

/** Each may be an entity, or words as they stand. */
function Details({ predicate, draft, onChange }: PartProps): ReactElement | null {
  const names = detailsOf(predicate);
  if (names.length === 0) return null;
  const set = (name: string, change: Partial<ClaimDraft['qualifiers'][string]>): void =>
    onChange(before => {
      const { entity = null, words = '' } = before.qualifiers[name] ?? {};
      return { ...before, qualifiers: { ...before.qualifiers, [name]: { entity, words, ...change } } };
    });
  return (
    <div className="attach-pair">
      {names.map(name => (
        <EntityField
          key={`${predicate.id} ${name}`}
          label={`… ${name.replaceAll('_', ' ')} (optional)`}
          path="qualifiers"
          kinds={KINDS}
          value={draft.qualifiers[name]?.entity ?? null}
          onChange={entity => set(name, { entity })}
          onWords={words => set(name, { words })}
        />
      ))}
    </div>
  );
}

/** `is an envoy of (person, organisation, state)`. */
const predicateWords = ({ label, objectKinds, valueKind }: PredicateChoice): string =>
  `${label} (${valueKind === null ? kindWords(objectKinds) : 'a value'})`;

const kindWords = (kinds: readonly EntityKind[]): string =>
  kinds.length === KINDS.length ? 'anyone or anything' : kinds.map(kind => KIND[kind]).join(', ');
