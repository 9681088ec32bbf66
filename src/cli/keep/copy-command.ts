// `hearsay copy`: a whole journal with its kept texts, from a file or a database into another, row by row with its chain.
import { InvalidInput, JournalError } from '../../domain/refusal.js';
import { writeJournal } from '../../journal/upkeep/copy-journal.js';
import { copyTexts, type TextsCopied } from '../../journal/texts/copy-texts.js';
import { fillJournal, rowsBeyond } from '../../journal/stored/fill-journal.js';
import type { JournalRow } from '../../journal/stored/journal-row.js';
import type { Journal } from '../../journal/stored/journal.js';
import { LiveTexts } from '../../journal/stored/live-texts.js';
import { wholeRows } from '../../journal/stored/whole-rows.js';
import { showProgress } from '../terminal/import-progress.js';
import { isSamePlace, readPlace, type JournalPlace } from '../open/journal-place.js';
import { tellLackingLog } from '../open/lacking-log.js';
import { openJournal, withExistingJournal, type OpenJournal } from '../open/open-journal.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface CopyOptions {
  /** Addresses of journals. */
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** What is copied: the journal as it stood when the copy began. */
interface Original {
  readonly opened: OpenJournal;
  readonly rows: AsyncIterable<JournalRow>;
  /** Complete once all rows were read. */
  readonly texts: LiveTexts;
}

/** Prints where the copy ends. @throws Conflict where there is another journal already: nothing is overwritten. */
export async function copy(options: CopyOptions, from: Surroundings): Promise<number> {
  const [source, target] = [readPlace(options.from, '--from'), readPlace(options.to, '--to')];
  if (isSamePlace(source, target))
    throw new InvalidInput(`--from and --to are both ${source.shown}: give another place for the copy.`);
  tellLackingLog(source, from);
  return withExistingJournal(source, async opened => {
    const { head } = opened.journal;
    const texts = new LiveTexts();
    const rows = noted(wholeRows(opened.journal), texts, source.shown, head.seq, from);
    const copied = await into(target, { opened, rows, texts }, options, from).finally(() =>
      from.progress?.(''),
    );
    await withExistingJournal(target, ({ journal }) => checkEnd(journal, head.seq, head.hash));
    tell(source, target, { ...head, ...copied }, options, from);
    return 0;
  });
}

const into = (
  target: JournalPlace,
  original: Original,
  { json }: CopyOptions,
  { err }: Surroundings,
): Promise<TextsCopied> =>
  target.kind === 'FILE'
    ? intoFile(target.file, original)
    : intoDatabase(target, original, seq => json || err(`Goes on from event ${seq} in ${target.shown}.`));

/** The file appears only once it is whole, with its texts beside it. */
const intoFile = (file: string, { opened, rows, texts }: Original): Promise<TextsCopied> =>
  writeJournal(file, rows, { from: opened.texts, hashes: () => texts.hashes });

/** A copy that was cut off is gone on with: what is there is compared first. */
async function intoDatabase(
  target: JournalPlace,
  { opened, rows, texts }: Original,
  onGoingOn: (seq: number) => void,
): Promise<TextsCopied> {
  const to = await openJournal(target);
  try {
    const isBegun = to.journal.lastSeq > 0;
    const missing = rowsBeyond(rows, to.journal, target.shown);
    await fillJournal(to.journal, isBegun ? tellingFirst(missing, onGoingOn) : missing);
    return await copyTexts(opened.texts, texts.hashes, to.texts);
  } finally {
    await to.journal.close();
  }
}

async function* noted(
  rows: AsyncIterable<JournalRow>,
  texts: LiveTexts,
  file: string,
  total: number,
  from: Surroundings,
): AsyncIterable<JournalRow> {
  const show = showProgress(from);
  for await (const row of rows) {
    texts.noteRow(row);
    show?.({ phase: 'WRITING', file, read: row.seq, total });
    yield row;
  }
}

async function* tellingFirst(
  rows: AsyncIterable<JournalRow>,
  told: (seq: number) => void,
): AsyncIterable<JournalRow> {
  let isFirst = true;
  for await (const row of rows) {
    if (isFirst) told(row.seq);
    isFirst = false;
    yield row;
  }
}

/** Asks the medium once more. A database may have gone on since. */
async function checkEnd(journal: Journal, seq: number, hash: string): Promise<void> {
  if (seq === 0) return;
  for await (const row of journal.rows(seq - 1, 1)) if (row.hash === hash) return;
  throw new JournalError(
    `The copy has not event ${seq} as the original has it: copy again, into an empty place.`,
  );
}

function tell(
  source: JournalPlace,
  target: JournalPlace,
  { seq, hash, texts, missing }: { readonly seq: number; readonly hash: string } & TextsCopied,
  { json }: CopyOptions,
  { out, err }: Surroundings,
): void {
  if (json) {
    out(JSON.stringify({ from: source.shown, to: target.shown, seq, hash, texts, missing }));
    return;
  }
  const beside = texts > 0 ? `, and ${texts} texts` : '';
  out(`Copied ${source.shown} to ${target.shown}: ${seq} events${beside}.`);
  out(`Both have the hash ${hash} at their event ${seq}.`);
  if (missing.length > 0)
    err(`${missing.length} texts are missing in ${source.shown}, or damaged: \`hearsay doctor\` names them.`);
}
