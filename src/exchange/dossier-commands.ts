// From a dossier's data to commands, in an order in which they can be carried out one after another.
import { claimOf, type Qualifier } from '../domain/claim.js';
import type { AttachSource, Command, MakeClaim, Relay } from '../domain/command.js';
import type { ClaimId } from '../domain/ids.js';
import { readProposition } from '../domain/proposition.js';
import type { Predicate, Vocabulary } from '../domain/vocabulary.js';
import { attempt, dossierEntityId, DossierReferences, type ReportPath } from './dossier-references.js';
import type {
  DossierAttestation,
  DossierClaim,
  DossierDocument,
  DossierQualifier,
  DossierRelay,
} from './dossier-shape.js';
import type { YamlPath } from './yaml-document.js';

/** A command, and the part of the dossier that asks for it. */
export interface DossierCommand {
  readonly command: Command;
  readonly path: YamlPath;
  readonly label: string;
}

/** The commands of a dossier: entities, then each claim with those who say it. What does not fit is reported. */
export function dossierCommands(
  document: DossierDocument,
  vocabulary: Vocabulary,
  report: ReportPath,
): DossierCommand[] {
  const claims = document.claims ?? [];
  checkKeys(claims, report);
  const reading = new ClaimReading(new DossierReferences(document, report), vocabulary, report);
  return [...entityCommands(document), ...claims.flatMap((claim, index) => reading.commands(claim, index))];
}

const entityCommands = (document: DossierDocument): DossierCommand[] =>
  Object.entries(document.entities ?? {}).map(([key, entity]) => ({
    command: { type: 'AddEntity', id: dossierEntityId(document.id, key), ...entity },
    path: ['entities', key],
    label: `entity ${key}`,
  }));

function checkKeys(claims: readonly DossierClaim[], report: ReportPath): void {
  const seen = new Set<string>();
  claims.forEach(({ key }, index) => {
    if (key === undefined) return;
    if (seen.has(key)) report(`The key "${key}" names another claim already.`, ['claims', index, 'key']);
    seen.add(key);
  });
}

class ClaimReading {
  constructor(
    private readonly references: DossierReferences,
    private readonly vocabulary: Vocabulary,
    private readonly report: ReportPath,
  ) {}

  commands(claim: DossierClaim, index: number): DossierCommand[] {
    const path = ['claims', index];
    const label = `claim ${claim.key ?? index + 1}`;
    const read = () => this.vocabulary.getPredicate(claim.predicate);
    const predicate = attempt(read, path, this.report);
    const command = this.makeClaim(claim, predicate, path);
    const made = predicate && attempt(() => readProposition(command, predicate), path, this.report);
    const id = made && predicate ? claimOf(made, predicate.symmetric).id : '';
    const attached = (claim.attestations ?? []).map((attestation, nth): DossierCommand => {
      const at = [...path, 'attestations', nth];
      return {
        command: this.attachSource(id, attestation, at),
        path: at,
        label: `${label}, attestation ${nth + 1}`,
      };
    });
    return [{ command, path, label }, ...attached];
  }

  private makeClaim(claim: DossierClaim, predicate: Predicate | undefined, path: YamlPath): MakeClaim {
    const { key: _key, note: _note, attestations: _attestations, qualifiers, ...kept } = claim;
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

  private attachSource(claim: ClaimId, attestation: DossierAttestation, path: YamlPath): AttachSource {
    const { via, ...kept } = attestation;
    if (attestation.own === true && via !== undefined) {
      this.report(
        'Either the party vouches itself (own) or it relays others (via).',
        [...path, 'own'],
        'key',
      );
    }
    this.checkQuote(attestation, path);
    return {
      ...kept,
      type: 'AttachSource',
      claim,
      source: this.references.source(attestation.source, [...path, 'source']),
      ...(via === undefined
        ? {}
        : { via: via.map((relay, nth) => this.relay(relay, [...path, 'via', nth])) }),
    };
  }

  private checkQuote({ quote }: DossierRelay, path: YamlPath): void {
    if (quote?.start === undefined || quote.end === quote.start + quote.exact.length) return;
    const fitting = quote.start + quote.exact.length;
    this.report(
      `The quote starts at ${quote.start} and is ${quote.exact.length} long: \`end\` should be ${fitting}.`,
      [...path, 'quote', 'end'],
    );
  }

  private relay(relay: DossierRelay, path: YamlPath): Relay {
    this.checkQuote(relay, path);
    return { ...relay, source: this.references.source(relay.source, [...path, 'source']) };
  }
}

/** Not checked where the predicate takes a value: that it takes no entity is said by `readProposition`. */
const objectKinds = (predicate: Predicate | undefined) =>
  predicate?.valueType === undefined ? predicate?.objectKinds : undefined;
