// Decides whether a text of an earlier event can be redacted.
import type { Redact } from '../../domain/command.js';
import type { Event, RecordedEvent } from '../../domain/event.js';
import { InvalidInput, NotFound } from '../../domain/refusal.js';
import { readText } from '../../domain/text.js';
import { hasText } from '../stored/redactable-texts.js';

export interface Redaction {
  /** The event that holds the text. */
  readonly target: RecordedEvent;
  readonly event: Extract<Event, { type: 'Redacted' }>;
}

/** @throws NotFound where there is no such event, InvalidInput where it has no such text. */
export function checkRedact({ seq, what, reason }: Redact, target: RecordedEvent | undefined): Redaction {
  if (target?.seq !== seq) {
    throw new NotFound(`There is no entry ${seq} in the journal: look it up with \`journal\`.`, {
      field: ['seq'],
    });
  }
  const holds = what === 'TEXT' ? target.event.type === 'TextKept' : hasText(target.event, what);
  if (!holds) {
    const found = `Entry ${seq} (${target.event.type}) holds no ${what}`;
    throw new InvalidInput(`${found}: name the entry that recorded the text.`, { field: ['what'] });
  }
  const event = { type: 'Redacted', seq, what, reason: readText(reason, 'note', ['reason']) } as const;
  return { target, event };
}
