// Versions of a source's text. The API describes them, and does not send the text itself.
import { Field, Int, ObjectType, Ctx } from 'type-graphql';
import type { Recorded } from '../../domain/event.js';
import type { TextRecord } from '../../graph/records/records.js';
import type { TextState } from '../../journal/texts/text-store.js';
import { BeyondJournal } from '../words/beyond-journal.js';
import type { RequestContext } from '../operation/context.js';
import { enumeration } from '../words/enumeration.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { RecordedType } from './node.js';

export const TextStateEnum = enumeration<TextState | 'REDACTED'>(
  'TextState',
  'How a kept text is on the disk.',
  {
    SOUND: 'It is there, word for word.',
    MISSING: 'It is not there: it was not copied along, or it was taken away.',
    DAMAGED: 'It is not what was kept.',
    REDACTED: 'It was taken away for good, as the journal says.',
  },
);

@ObjectType('SourceText', {
  description:
    'A version of the text of a source, as it was kept. The text lies beside the journal and is not sent.',
})
export class SourceTextType {
  constructor(private readonly record: TextRecord) {}

  @Shown(() => String, 'SHA-256 of the text, in hex: the name of its file.')
  get sha256(): string {
    return this.record.sha256;
  }

  @Shown(() => Int, 'How long it is, in UTF-16 units.')
  get characters(): number {
    return this.record.characters;
  }

  @ShownOrNull(() => String, 'The address where it was read.')
  get url(): string | null {
    return this.record.url ?? null;
  }

  @Shown(() => RecordedType, 'When and by whom it was kept.')
  get recorded(): Recorded {
    return this.record.recorded;
  }

  @BeyondJournal()
  @Field(() => TextStateEnum, { description: 'Whether it is still there. Reads it.' })
  async state(@Ctx() { ledger }: RequestContext): Promise<TextState | 'REDACTED'> {
    if (this.record.redacted !== null) return 'REDACTED';
    return (await ledger.texts?.state(this.record.sha256)) ?? 'MISSING';
  }
}
