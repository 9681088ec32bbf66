// From what someone asks to claim to a proposition in its one normal form; looks at form only, not at what exists.
import {
  claimOf,
  sortQualifiers,
  type Claim,
  type Proposition,
  type Qualifier,
  type Value,
  type ValueType,
} from './claim.js';
import type { MakeClaim } from './command.js';
import { InvalidInput } from './refusal.js';
import { readText } from './text.js';
import { readTimeSpan } from './time-span.js';
import type { Predicate } from './vocabulary.js';

/** Claims by the commands that make them, which never change. */
const made = new WeakMap<MakeClaim, { readonly claim: Claim; readonly predicate: Predicate }>();

/**
 * The claim that a command makes. Kept for as long as the command: whoever imports asks for its id before it is decided on.
 * @throws InvalidInput where object, value or time do not fit the predicate.
 */
export function claimMadeBy(command: MakeClaim, predicate: Predicate): Claim {
  const known = made.get(command);
  if (known?.predicate === predicate) return known.claim;
  const claim = claimOf(readProposition(command, predicate), predicate.symmetric);
  made.set(command, { claim, predicate });
  return claim;
}

const NO_QUALIFIERS: readonly Qualifier[] = Object.freeze([]);

/** @throws InvalidInput where object, value or time do not fit the predicate. */
export function readProposition(command: MakeClaim, predicate: Predicate): Proposition {
  const { subject, object, value, unknown, validTime, qualifiers = [] } = command;
  const given = Number(object !== undefined) + Number(value !== undefined) + Number(unknown !== undefined);
  if (given !== 1) {
    const wanted = predicate.valueType === undefined ? '`object`' : '`value`';
    throw new InvalidInput(
      `Give exactly one of object, value and unknown; "${predicate.id}" takes ${wanted}.`,
      {
        field: [wanted.slice(1, -1)],
      },
    );
  }
  readTimeSpan(validTime, ['validTime']);
  const said = object === undefined ? readValue(value, unknown, predicate) : fitting(object, predicate);
  const details = qualifiers.length === 0 ? NO_QUALIFIERS : sortQualifiers(qualifiers.map(readQualifier));
  // In the order of canonical JSON, which is quicker then; no objects are made to be joined, for this is done for every claim.
  if (typeof said !== 'string') {
    const rest = { predicate: predicate.id, qualifiers: details, subject };
    return validTime === undefined ? { ...rest, value: said } : { ...rest, validTime, value: said };
  }
  return validTime === undefined
    ? { object: said, predicate: predicate.id, qualifiers: details, subject }
    : { object: said, predicate: predicate.id, qualifiers: details, subject, validTime };
}

function fitting(object: string, predicate: Predicate): string {
  if (predicate.valueType === undefined) return object;
  const kind = predicate.valueType.toLowerCase();
  throw new InvalidInput(`"${predicate.id}" takes a value (${kind}), not an entity.`, { field: ['object'] });
}

function readValue(text: string | undefined, unknown: MakeClaim['unknown'], predicate: Predicate): Value {
  if (unknown !== undefined) return { type: unknown };
  const type = predicate.valueType;
  if (type === undefined) {
    const kinds = predicate.objectKinds.join(', ');
    throw new InvalidInput(`"${predicate.id}" takes an entity (${kinds}), not a value.`, {
      field: ['value'],
    });
  }
  const kept = readText(text ?? '', 'note', ['value']);
  const advice = VALUE_ADVICE[type];
  if (type === 'DATE') readTimeSpan(kept, ['value']);
  else if (advice && !advice.form.test(kept)) {
    throw new InvalidInput(`"${kept.slice(0, 80)}" is not ${advice.name}.`, { field: ['value'] });
  }
  return { type, text: kept };
}

const VALUE_ADVICE: { readonly [type in ValueType]?: { readonly form: RegExp; readonly name: string } } = {
  NUMBER: { form: /^-?\d{1,15}(\.\d{1,15})?$/, name: 'a number such as 42 or 2.5' },
  DURATION: {
    form: /^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
    name: 'an ISO 8601 duration such as P7D',
  },
};

function readQualifier(qualifier: Qualifier): Qualifier {
  const { name, entity, value } = qualifier;
  const field = ['qualifiers', name];
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(name)) {
    throw new InvalidInput(
      `"${name.slice(0, 40)}" is no name for a qualifier: lower-case words joined by _.`,
      { field },
    );
  }
  if ((entity === undefined) === (value === undefined)) {
    throw new InvalidInput(`Qualifier "${name}" needs exactly one of entity and value.`, { field });
  }
  return entity === undefined ? { name, value: readText(value ?? '', 'note', field) } : { name, entity };
}
