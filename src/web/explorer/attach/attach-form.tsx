// The form of an attachment, from the source down to its effect.
import type { ReactElement } from 'react';
import type { ClaimToAttachQuery } from '../api/documents.js';
import { problemsOf } from './check-draft.js';
import { inputOf, type AttachDraft, type QuoteDraft, type SourceDraft } from './draft.js';
import { effectSentence } from './effect-words.js';
import { EffectShown } from './effect.js';
import { Form, FormPart } from '../form/form.js';
import { QuotePart } from './quote-part.js';
import { SaveBar } from '../form/save-bar.js';
import { SayingPart } from './saying-part.js';
import { TextField } from '../form/text-field.js';
import { SourceField } from './source-field.js';
import type { Attaching } from './use-attaching.js';
import { useEffectOf } from './use-effect-of.js';

interface AttachFormProps {
  readonly claim: NonNullable<ClaimToAttachQuery['claim']>;
  readonly draft: AttachDraft;
  readonly onChange: (change: (draft: AttachDraft) => Partial<AttachDraft>) => void;
  readonly attaching: Attaching;
}

const PATHS = ['source', 'quote', 'polarity', 'certainty', 'own', 'via', 'wording', 'locator', 'credibility'];

export function AttachForm({ claim, draft, onChange, attaching }: AttachFormProps): ReactElement {
  const { problems, attempts, isSaving, save } = attaching;
  const isReady = problemsOf(draft).length === 0;
  const effect = useEffectOf(isReady ? inputOf(claim.id, draft) : null);
  const setSource = (change: Partial<SourceDraft>): void =>
    onChange(({ source }) => ({ source: { ...source, ...change } }));
  const setQuote = (change: Partial<QuoteDraft>): void =>
    onChange(({ quote }) => ({ quote: { ...quote, ...change } }));
  return (
    <Form problems={problems} attempts={attempts} onSave={save}>
      <FormPart id="attach-source" title="Source">
        <div data-first>
          <SourceField
            label="Address, or name of a source"
            path="source"
            value={draft.source}
            onChange={setSource}
          />
        </div>
      </FormPart>
      <FormPart id="attach-words" title="Words">
        <QuotePart value={draft.quote} onChange={setQuote} />
        <TextField
          label="Where in the source (optional)"
          path="locator"
          value={draft.locator}
          onChange={locator => onChange(() => ({ locator }))}
          placeholder="page 4, minute 12"
        />
      </FormPart>
      <FormPart id="attach-how" title="How it says it">
        <SayingPart draft={draft} onChange={change => onChange(() => change)} />
      </FormPart>
      <EffectShown effect={effect} />
      <SaveBar isSaving={isSaving} problems={problems.length} paths={PATHS}>
        {effect.is === 'known' && effectSentence(effect.before, effect.after, effect.status)}
      </SaveBar>
    </Form>
  );
}
