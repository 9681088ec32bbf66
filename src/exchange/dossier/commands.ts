// From a dossier's data to commands, in an order in which they can be carried out one after another.
import { claimOf, type Qualifier } from '../../domain/claim.js';
import type { MakeClaim } from '../../domain/command.js';
import type { ClaimId } from '../../domain/ids.js';
import { readProposition } from '../../domain/proposition.js';
import type { Predicate, Vocabulary } from '../../domain/vocabulary.js';
import { AttestationReading } from './attestations.js';
import { addedNames, entityCommand, grades, judgements } from './entities.js';
import { attempt, DossierReferences, type ReportPath } from './references.js';
import type { DossierClaim, DossierCommand, DossierDocument, DossierQualifier } from './shape.js';
import type { YamlPath } from '../yaml-document.js';

/**
 * The commands of a dossier: entities, sources that say whether they are held, each claim with those who say it, and what was made of
 * all these. What does not fit is reported.
 */
export function dossierCommands(
  document: DossierDocument,
  vocabulary: Vocabulary,
  report: ReportPath,
): DossierCommand[] {
  const claims = document.claims ?? [];
  checkKeys(claims, report);
  const references = new DossierReferences(document, report);
  const reading = new ClaimReading(references, vocabulary, report);
  const entities = Object.entries(document.entities ?? {});
  const made = claims.flatMap((claim, index) => reading.commands(claim, index));
  return [
    ...entities.map(([key, entity]) => entityCommand(document.id, key, entity)),
    ...sourceCommands(document, references),
    ...made,
    ...entities.flatMap(([key, entity]) => addedNames(references, key, entity)),
    ...claims.flatMap((claim, index) => reading.superseded(claim, index)),
    ...claims.flatMap((claim, index) => reading.withdrawn(claim, index)),
    ...entities.flatMap(([key, entity]) => grades(references, key, entity)),
    ...judgements(references, document.judgements ?? []),
  ];
}

function sourceCommands(document: DossierDocument, references: DossierReferences): DossierCommand[] {
  return Object.entries(document.sources ?? {}).flatMap(([key, { held }]) => {
    const source = references.describedSource(key);
    if (held === undefined || source === null) return [];
    return { command: { type: 'AddSource', source, held }, path: ['sources', key], label: `source ${key}` };
  });
}

function checkKeys(claims: readonly DossierClaim[], report: ReportPath): void {
  const seen = new Set<string>();
  claims.forEach(({ key }, index) => {
    if (key === undefined) return;
    if (seen.has(key)) report(`The key "${key}" names another claim already.`, ['claims', index, 'key']);
    seen.add(key);
  });
}

class ClaimReading {
  private readonly attestations: AttestationReading;
  /** By place and, where they have one, by key. */
  private readonly ids = new Map<number | string, ClaimId>();

  constructor(
    private readonly references: DossierReferences,
    private readonly vocabulary: Vocabulary,
    private readonly report: ReportPath,
  ) {
    this.attestations = new AttestationReading(references, report);
  }

  commands(claim: DossierClaim, index: number): DossierCommand[] {
    const path = ['claims', index];
    const label = labelOf(claim, index);
    const read = () => this.vocabulary.getPredicate(claim.predicate);
    const predicate = attempt(read, path, this.report);
    const command = this.makeClaim(claim, predicate, path);
    const made = predicate && attempt(() => readProposition(command, predicate), path, this.report);
    const id = made && predicate ? claimOf(made, predicate.symmetric).id : '';
    this.ids.set(index, id);
    if (claim.key !== undefined) this.ids.set(claim.key, id);
    const said = this.attestations.commands(id, claim.attestations ?? [], [...path, 'attestations']);
    return [{ command, path, label }, ...said.map(one => ({ ...one, label: `${label}, ${one.label}` }))];
  }

  /** To be asked when all claims were read. */
  superseded({ superseded, ...claim }: DossierClaim, index: number): DossierCommand[] {
    if (!superseded) return [];
    const path = ['claims', index, 'superseded'];
    const { by: name, reason } = superseded;
    const by = name.startsWith('claim:') ? name : this.ids.get(name);
    if (by === undefined) {
      this.report(`There is no claim with the key "${name}": add it, or name another.`, [...path, 'by']);
      return [];
    }
    const command = { type: 'SupersedeClaim', id: this.ids.get(index) ?? '', by, reason } as const;
    return [{ command, path, label: labelOf(claim, index) }];
  }

  withdrawn({ withdrawn, ...claim }: DossierClaim, index: number): DossierCommand[] {
    if (withdrawn === undefined) return [];
    const command = { type: 'WithdrawClaim', id: this.ids.get(index) ?? '', reason: withdrawn } as const;
    return [{ command, path: ['claims', index, 'withdrawn'], label: labelOf(claim, index) }];
  }

  private makeClaim(claim: DossierClaim, predicate: Predicate | undefined, path: YamlPath): MakeClaim {
    const {
      key: _key,
      note: _note,
      attestations: _attestations,
      superseded: _superseded,
      withdrawn: _withdrawn,
      qualifiers,
      ...kept
    } = claim;
    const { references } = this;
    return {
      ...kept,
      type: 'MakeClaim',
      subject: references.entity(claim.subject, [...path, 'subject'], predicate?.subjectKinds),
      ...(claim.object === undefined
        ? {}
        : { object: references.entity(claim.object, [...path, 'object'], objectKinds(predicate)) }),
      ...(qualifiers === undefined ? {} : { qualifiers: this.qualifiers(qualifiers, path) }),
    };
  }

  private qualifiers(given: NonNullable<DossierClaim['qualifiers']>, path: YamlPath): Qualifier[] {
    return Object.entries(given).flatMap(([name, detail]) => {
      const at = [...path, 'qualifiers', name];
      return Array.isArray(detail)
        ? detail.map((one: DossierQualifier, nth) => this.qualifier(name, one, [...at, nth]))
        : [this.qualifier(name, detail as DossierQualifier, at)];
    });
  }

  private qualifier(name: string, detail: DossierQualifier, path: YamlPath): Qualifier {
    return typeof detail === 'string'
      ? { name, entity: this.references.entity(detail, path) }
      : { name, value: detail.value };
  }
}

const labelOf = ({ key }: DossierClaim, index: number): string => `claim ${key ?? index + 1}`;

/** Not checked where the predicate takes a value: that it takes no entity is said by `readProposition`. */
const objectKinds = (predicate: Predicate | undefined) =>
  predicate?.valueType === undefined ? predicate?.objectKinds : undefined;
