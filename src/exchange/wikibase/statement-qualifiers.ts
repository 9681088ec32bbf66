// Qualifiers of a statement, sorted by what they are about: when it holds, how sure it is, who else says so, and the rest.
import type { Certainty } from '../../domain/attestation.js';
import type { Qualifier } from '../../domain/claim.js';
import { readTimeSpan } from '../../domain/time-span.js';
import type { StatementScope } from './scope.js';
import type { Snak } from './snak.js';
import { wordsOf } from './snak-words.js';

const [START, END, POINT] = ['P580', 'P582', 'P585'];
const REASONS = ['P2241', 'P7452'];
const DOUBTS = ['P1480', 'P5102'];
const SUPPORTED_BY = 'P3680';
const DISPUTED_BY = 'P1310';

export interface StatementQualifiers {
  readonly validTime?: string;
  /** Absent where nothing speaks against certainty. */
  readonly certainty?: Certainty;
  readonly approximate: boolean;
  readonly qualifiers: readonly Qualifier[];
  /** Ids of parties, and whether they support it or dispute it. */
  readonly speakers: readonly { readonly party: string; readonly polarity: 'AFFIRMS' | 'DENIES' }[];
  /** For the wording: doubts, reasons for the rank, and what EDTF leaves out. */
  readonly notes: readonly string[];
}

export function sortQualifiersOf(scope: StatementScope, snaks: readonly Snak[]): StatementQualifiers {
  const time = validTimeOf(snaks);
  const rest = snaks.filter(snak => !time.used.includes(snak));
  const notes = time.used.flatMap(snak => timeNotes(scope, snak));
  const qualifiers: Qualifier[] = [];
  const speakers: StatementQualifiers['speakers'][number][] = [];
  const doubts = rest.flatMap(snak => doubtOf(scope, snak) ?? []);
  for (const snak of rest) {
    const speaker = speakerOf(scope, snak);
    if (speaker) speakers.push(speaker);
    else if (REASONS.includes(snak.property)) notes.push(`${scope.word(snak.property)} ${wordsOf(snak)}`);
    else if (!doubtOf(scope, snak)) qualifiers.push(...qualifierOf(scope, snak, notes));
  }
  const certainty = doubts.flatMap(doubt => doubt.certainty ?? []).at(-1);
  return {
    ...(time.text === undefined ? {} : { validTime: time.text }),
    ...(certainty === undefined ? {} : { certainty }),
    approximate: doubts.some(doubt => doubt.approximate),
    qualifiers,
    speakers,
    notes: [...doubts.map(doubt => doubt.word), ...notes],
  };
}

interface ValidTime {
  readonly text?: string;
  readonly used: readonly Snak[];
}

/**
 * A point in time, or the span between a start and an end. Said to have none, an end is open (`..`); one that is not told, or is
 * there and not known, is unknown. What makes no EDTF stays a qualifier.
 */
function validTimeOf(snaks: readonly Snak[]): ValidTime {
  const only = (property: string): Snak[] => snaks.filter(snak => snak.property === property);
  const [starts, ends, points] = [only(START), only(END), only(POINT)];
  if (starts.length > 1 || ends.length > 1) return { used: [] };
  const [[start], [end], [point]] = [starts, ends, points];
  if (start || end) {
    const from = start === undefined ? '' : edge(start);
    const to = end === undefined ? '' : edge(end);
    const text = from === null || to === null ? null : checked(`${from}/${to}`);
    const used = [...starts, ...ends];
    return text === null ? { used: [] } : { text, used };
  }
  const text = point?.value?.type === 'TIME' && points.length === 1 ? checked(point.value.time.edtf) : null;
  return text === null ? { used: [] } : { text, used: points };
}

/** Null where it is no end of an interval. */
function edge({ value, unknown }: Snak): string | null {
  if (unknown === 'NO_VALUE') return '..';
  if (unknown === 'SOME_VALUE') return '';
  const edtf = value?.type === 'TIME' ? value.time.edtf : null;
  return edtf === null || edtf.includes('/') ? null : edtf;
}

function checked(text: string | null): string | null {
  try {
    if (text !== null) readTimeSpan(text);
    return text;
  } catch {
    return null;
  }
}

/** What the valid time leaves out: of a time, such as its calendar; of an end that is there and not known, that it is there. */
function timeNotes(scope: StatementScope, snak: Snak): string[] {
  const { value, unknown } = snak;
  const notes = value?.type === 'TIME' ? value.time.notes : unknown === 'SOME_VALUE' ? [wordsOf(snak)] : [];
  return notes.map(note => `${scope.word(snak.property)} ${note}`);
}

function doubtOf(scope: StatementScope, { property, value }: Snak) {
  return DOUBTS.includes(property) && value?.type === 'ENTITY'
    ? scope.mapping.doubts.get(value.id)
    : undefined;
}

const ACTORS: readonly string[] = ['PERSON', 'ORGANIZATION', 'STATE'];

/** A party, where it is one that can speak; else it stays a qualifier. */
function speakerOf(
  scope: StatementScope,
  { property, value }: Snak,
): StatementQualifiers['speakers'][number] | undefined {
  if (property !== SUPPORTED_BY && property !== DISPUTED_BY) return undefined;
  if (value?.type !== 'ENTITY' || !ACTORS.includes(scope.kinds.of(value.id))) return undefined;
  return { party: value.id, polarity: property === DISPUTED_BY ? 'DENIES' : 'AFFIRMS' };
}

function qualifierOf(scope: StatementScope, snak: Snak, notes: string[]): Qualifier[] {
  const { property, value } = snak;
  const name = scope.mapping.qualifiers.get(property) ?? property.toLowerCase();
  if (value?.type === 'ENTITY') return [{ name, entity: scope.entity(value.id) }];
  if (value?.type === 'TIME' && value.time.edtf !== null) {
    notes.push(...timeNotes(scope, snak));
    return [{ name, value: value.time.edtf }];
  }
  const text = scope.kept(wordsOf(snak), 'note', `qualifier ${scope.named(property)}`);
  return text === undefined ? [] : [{ name, value: text }];
}
