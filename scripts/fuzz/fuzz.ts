// The long run: mutated documents and variables, raw HTTP bodies, dossiers. `npm run fuzz -- 1000000 [seed]`, 1 is the exit code of a fault.
import 'reflect-metadata';
import { openLoadedLedger } from '../../tests/fixtures/loaded-ledger.js';
import { openLedger } from '../../tests/fixtures/open-ledger.js';
import { openServedLedger } from '../../tests/fixtures/served-ledger.js';
import { fuzzBodies } from './fuzz-bodies.js';
import { fuzzDocuments } from './fuzz-documents.js';
import { fuzzDossiers } from './fuzz-dossiers.js';
import { fuzzRequests } from './fuzz-requests.js';
import type { Outcome } from './outcome.js';

const [cases = '1000000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
// Thousands of refusals: where each was thrown is not told anyway.
Error.stackTraceLimit = 3;
const started = performance.now();

/** Told as they come: a long run may be ended before its end. */
const told = new Set<object>();
const tellFaults = ({ faults }: Outcome): void => {
  for (const fault of faults.filter(found => !told.has(found)).slice(0, 10)) console.log(fault);
  for (const fault of faults) told.add(fault);
};

const show = (name: string, outcome: Outcome): void => {
  const { cases: done, answered, recorded, faults } = outcome;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${name}: seed ${outcome.seed}, ${done} cases in ${seconds} s, ${answered} without errors, ${recorded} recorded, ${faults.length} faults`,
  );
};

const tell = (name: string, outcome: Outcome): void => {
  show(name, outcome);
  console.log(Object.fromEntries([...outcome.codes].sort(([, a], [, b]) => b - a)));
  tellFaults(outcome);
  if (outcome.faults.length > 0) process.exitCode = 1;
};

const openEmpty = async () => (await openLedger()).ledger;
const share = Math.ceil(Number(cases) / 100);

tell('dossiers', await fuzzDossiers({ cases: share, seed: Number(seed), openLedger: openEmpty }));
const served = await openServedLedger();
tell('bodies', await fuzzBodies(served, share, Number(seed)));
tell('requests as bytes', await fuzzRequests(served, share, Number(seed)));
await served.stop();
tell(
  'documents',
  await fuzzDocuments({
    cases: Number(cases),
    seed: Number(seed),
    openLedger: async () => (await openLoadedLedger()).ledger,
    progress: outcome => {
      tellFaults(outcome);
      if (outcome.cases % 50_000 === 0) show('documents', outcome);
    },
  }),
);
