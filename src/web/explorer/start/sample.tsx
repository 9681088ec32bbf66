// Loads the data set that comes with Hearsay.
import type { ReactElement } from 'react';
import { LoadSampleDocument } from '../api/documents.js';
import { useRecording } from '../api/use-ask.js';
import { Refusals } from './refusals.js';

export function Sample(): ReactElement {
  const load = useRecording(LoadSampleDocument);
  return (
    <section className="start-way stack">
      <h2 className="said">Look at the sample</h2>
      <p className="small">
        A visit to Moscow in November 2014, as several outlets told it: who went, on whose word, and how
        firmly it was said. It stays in this journal.
      </p>
      <div>
        <button className="button first" disabled={load.isPending} onClick={() => load.mutate({})}>
          {load.isPending ? 'Loading …' : 'Load the sample'}
        </button>
      </div>
      <Refusals problem={load.error} errors={load.data?.loadSample.userErrors} />
    </section>
  );
}
