// Mutated dossier files: each is read or refused with its problems, and what was read is recorded whole or refused whole.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../src/domain/refusal.js';
import { dossierReader } from '../../src/exchange/dossier/dossier.js';
import type { Ledger } from '../../src/journal/ledger.js';
import { CORPUS, readNastyTexts } from './corpus.js';
import { mutateText } from './mutate-text.js';
import { newOutcome, noteCode, type Outcome } from './outcome.js';
import { Random } from './random.js';

const WORDS = [
  ...[
    ': ',
    '- ',
    '\n',
    '\n  ',
    '{',
    '}',
    '[',
    ']',
    '#',
    '|',
    '>',
    '*a',
    '&a ',
    '!!js/function ',
    '? ',
    '%YAML 9',
    '---\n',
  ],
  ...['__proto__: 1', '<<: *a', 'null', '~', '1e999', '0o7', 'yes', '2014-99', '\t', '\0', '\u202E'],
];

export interface DossierRun {
  readonly cases: number;
  readonly seed: number;
  readonly openLedger: () => Promise<Ledger>;
}

export async function fuzzDossiers({ cases, seed, openLedger }: DossierRun): Promise<Outcome> {
  const outcome = newOutcome(seed);
  const random = new Random(seed);
  const reader = dossierReader(readFileSync('schema/dossier.schema.json', 'utf8'));
  const whole = readFileSync(join(CORPUS, 'dossier.yaml'), 'utf8');
  const { vocabulary } = await openLedger();
  const words = [...WORDS, ...readNastyTexts().map(text => JSON.stringify(text))];
  for (; outcome.cases < cases; outcome.cases += 1) {
    const text = mutateText(whole, random, [whole], words);
    try {
      const { entries } = reader.read({ name: 'case.yaml', text }, vocabulary);
      const ledger = await openLedger();
      const { refused } = await ledger.executeAll(
        entries.map(({ command }) => command),
        'fuzz',
      );
      if (refused) noteCode(outcome, refused.refusal.code);
      else outcome.answered += 1;
      if (refused && ledger.graph.seq > 0) outcome.faults.push({ fault: 'refused and changed', text });
    } catch (error) {
      if (error instanceof Refusal) noteCode(outcome, error.code);
      else outcome.faults.push({ fault: String(error), text });
    }
  }
  return outcome;
}
