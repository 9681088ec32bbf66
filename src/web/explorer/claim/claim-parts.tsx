// What a claim is made of: whom it is said of, what is said, details and time, with ways to walk on from each entity.
import type { ReactElement, ReactNode } from 'react';
import type { EntityLineFragment } from '../api/documents.js';
import { edtfWords } from '../words/dates.js';
import { KindMark } from '../look/kind-mark.js';
import { OfAll } from '../look/of-all.js';
import { walkFrom } from '../view-state/view-state.js';
import { valueWords } from '../words/value-words.js';
import { nameWords, type ShownClaim } from './claim-words.js';
import { EntityLink, PlaceLink } from '../look/place-link.js';

export function ClaimParts({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const { subject, predicate, object, value, qualifiers, qualifiersCount, validTime } = claim;
  return (
    <>
      <dl className="claim-parts small">
        <Row name="said of">
          <Named entity={subject} />
        </Row>
        <Row name={predicate.label}>{object ? <Named entity={object} /> : value && valueWords(value)}</Row>
        {qualifiers.map(({ name, entity, value: text }, at) => (
          <Row key={at} name={nameWords(name)}>
            {entity ? <Named entity={entity} /> : text}
          </Row>
        ))}
        <Row name="holds">{validTime === null ? 'at a time not known' : edtfWords(validTime)}</Row>
      </dl>
      <OfAll shown={qualifiers.length} all={qualifiersCount} what="details" />
    </>
  );
}

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const Named = ({ entity }: { readonly entity: EntityLineFragment }): ReactElement => (
  <span className="claim-named">
    <KindMark kind={entity.kind} /> <EntityLink entity={entity} />{' '}
    <span className="muted">
      ·{' '}
      <PlaceLink to={state => walkFrom(state, entity.id)}>
        walk from here<span className="unseen">: {entity.label}</span>
      </PlaceLink>
    </span>
  </span>
);
