// Stores texts before the events that name them are written, and checks afterwards that they are still there.
import { InvalidInput, JournalError } from '../../domain/refusal.js';
import type { Journal } from '../stored/journal.js';
import type { TextStore } from './text-store.js';

/**
 * Lets `record` write events once the texts that they name are on disk, and looks after it that they still are: a folder that was
 * moved away meanwhile took them along. A process that ends in between leaves at most a text that nobody names.
 * @throws JournalError where the texts cannot be kept, or nothing could be written; InvalidInput where there is no store.
 */
export async function keepingTexts<T>(
  journal: Journal,
  store: TextStore | null,
  texts: readonly string[],
  record: () => Promise<T>,
): Promise<T> {
  if (!store) throw new InvalidInput('This journal keeps no texts: open it from a file.');
  const obstacle = journal.obstacle();
  if (obstacle) throw obstacle;
  for (const text of texts) await store.keep(text);
  const recorded = await record();
  // A database has no folder that could be moved.
  if (journal.others) return recorded;
  try {
    for (const text of texts) await store.keep(text);
  } catch {
    throw new JournalError(
      'The folder of texts was moved away while a text was kept. Its event is recorded, the text is not there: put the folder back, then keep the text again.',
    );
  }
  return recorded;
}
