// One source saying or denying a claim, like a footnote: how firmly, in which words, who on whose word, when, and who attached it.
import { Fragment, type ReactElement } from 'react';
import type { ClaimAttestationFragment } from '../api/documents.js';
import { edtfWords, momentWords } from '../words/dates.js';
import { andMore, ANCHOR, CERTAINTY, gradeText, LINEAGE, POLARITY, SOURCE_KIND } from '../words/words.js';
import { select } from '../view-state/steps.js';
import { partyWords } from '../words/source-words.js';
import { idleWords, WAY, webAddress } from './claim-words.js';
import { EntityLink, PlaceLink } from '../look/place-link.js';

/** What may be done with it; null leaves a button out. */
export interface EntryActions {
  readonly fall: (attestation: ClaimAttestationFragment) => void;
  readonly withdraw: ((attestation: ClaimAttestationFragment) => void) | null;
  readonly lineage: ((attestation: ClaimAttestationFragment) => void) | null;
}

export function AttestationEntry({
  attestation,
  actions: { fall, withdraw, lineage },
}: {
  readonly attestation: ClaimAttestationFragment;
  readonly actions: EntryActions;
}): ReactElement {
  const { source, withdrawn, recorded, wording, quote } = attestation;
  const speaker = partyWords(source);
  const idle = idleWords(attestation);
  return (
    <li className={idle === null ? 'claim-entry' : 'claim-entry claim-idle'}>
      <Tags attestation={attestation} />
      {quote && (
        <blockquote className="said">
          “{quote.prefix !== null && <span className="muted">… {quote.prefix}</span>}
          <mark>{quote.exact}</mark>
          {quote.suffix !== null && <span className="muted">{quote.suffix} …</span>}”
        </blockquote>
      )}
      {wording !== null && (
        <p className="small">
          Words that show how firmly: <q>{wording}</q>
        </p>
      )}
      <ByLine attestation={attestation} />
      <SourceTitle attestation={attestation} />
      {idle !== null && <p className="small claim-why">{idle}</p>}
      {withdrawn && (
        <p className="small">
          Withdrawn by {withdrawn.recorded.by} on {momentWords(withdrawn.recorded.at)}: {withdrawn.reason}
        </p>
      )}
      <p className="small muted">
        attached by {recorded.by} on {momentWords(recorded.at)}
        {recorded.way === 'API' ? '' : `, ${WAY[recorded.way]}`}
      </p>
      {!withdrawn && (
        <div className="claim-acts small">
          <Act words="What if this falls" of={speaker} act={() => fall(attestation)} />
          {lineage && <Act words="On whose word …" of={speaker} act={() => lineage(attestation)} />}
          {withdraw && <Act words="Withdraw …" of={speaker} act={() => withdraw(attestation)} />}
        </div>
      )}
    </li>
  );
}

/** Many entries have the same buttons: for screen readers each says whose it is. */
const Act = ({
  words,
  of,
  act,
}: {
  readonly words: string;
  readonly of: string;
  readonly act: () => void;
}): ReactElement => (
  <button className="button plain" onClick={act}>
    {words}
    <span className="unseen">: {of}</span>
  </button>
);

function Tags({ attestation }: { readonly attestation: ClaimAttestationFragment }): ReactElement {
  const { polarity, certainty, lineage, credibility, source, held, withdrawn } = attestation;
  const grade = gradeText(source.party?.reliability ?? null, credibility);
  return (
    <p className="claim-tags">
      <span className={polarity === 'DENIES' ? 'tag claim-denies' : 'tag'}>{POLARITY[polarity]}</span>
      <span className={certainty === 'CERTAIN' ? 'tag' : 'tag claim-hedged'}>{CERTAINTY[certainty]}</span>
      <span className={lineage === 'UNRECORDED' ? 'tag claim-dotted' : 'tag'}>{LINEAGE[lineage]}</span>
      {grade !== null && (
        <span
          className="tag"
          title="Reliability of who says it, from A to F; credibility of what is said, from 1 to 6"
        >
          {grade}
        </span>
      )}
      {!held && <span className="tag claim-hedged">only reported</span>}
      {withdrawn && <span className="tag claim-dotted">withdrawn</span>}
    </p>
  );
}

/** So many of those that it passes on are named. */
const RELAYS = 20;

const speakersOf = (relays: ClaimAttestationFragment['relayedBy']): string[] => [
  ...new Set(relays.map(({ source }) => partyWords(source))),
];

/** UPI ← Lim · 18 Nov 2014 · quote found in place */
function ByLine({
  attestation: { source, relays, relaysCount, relayedBy, relayedByCount, held, locator, quote },
}: {
  readonly attestation: ClaimAttestationFragment;
}): ReactElement {
  const notes = [
    edtfWords(source.publishedAt) || 'date not known',
    ...(locator === null ? [] : [locator]),
    ...(quote ? [ANCHOR[quote.anchor]] : []),
    ...(held || relayedBy.length === 0
      ? []
      : [
          `known only through ${speakersOf(relayedBy).join(', ')}${andMore(relayedBy.length, relayedByCount)}`,
        ]),
  ];
  return (
    <p className="small">
      <b>
        <Speaker source={source} />
      </b>
      {relays.length > 0 && ' ← '}
      {relays.slice(0, RELAYS).map((relay, at) => (
        <Fragment key={relay.id}>
          {at > 0 && ', '}
          <Speaker source={relay.source} />
        </Fragment>
      ))}
      {andMore(Math.min(relays.length, RELAYS), relaysCount)}
      {` · ${notes.join(' · ')}`}
    </p>
  );
}

const Speaker = ({ source }: { readonly source: Parameters<typeof partyWords>[0] }): ReactElement =>
  source.party ? <EntityLink entity={source.party} /> : <>{partyWords(source)}</>;

function SourceTitle({
  attestation: { source },
}: {
  readonly attestation: ClaimAttestationFragment;
}): ReactElement {
  const address = webAddress(source.url);
  return (
    <p className="small">
      <PlaceLink to={state => select(state, 'source', source.id)}>
        {source.title ?? `${SOURCE_KIND[source.kind]} without a title`}
      </PlaceLink>
      {source.title !== null && ` (${SOURCE_KIND[source.kind]})`}
      {address !== null && (
        <>
          {' · '}
          <a href={address} rel="noreferrer noopener" target="_blank">
            {new URL(address).hostname} ↗<span className="unseen"> opens in a new tab</span>
          </a>
        </>
      )}
    </p>
  );
}
