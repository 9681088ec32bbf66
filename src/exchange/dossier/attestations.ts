// From the attestations of a dossier's claim to commands: most are attached one by one; those that say more of themselves than
// attaching can tell, as an export does, are restored together.
import type { AttachSource, Relay, RestoreAttestations, RestoredAttestation } from '../../domain/command.js';
import type { ClaimId } from '../../domain/ids.js';
import type { DossierReferences, ReportPath } from './references.js';
import type { DossierAttestation, DossierRelay } from './shape.js';
import type { YamlPath } from '../yaml-document.js';

export interface AttestationCommand {
  readonly command: AttachSource | RestoreAttestations;
  readonly path: YamlPath;
  /** E.g. `attestation 2`. */
  readonly label: string;
}

export class AttestationReading {
  constructor(
    private readonly references: DossierReferences,
    private readonly report: ReportPath,
  ) {}

  commands(
    claim: ClaimId,
    attestations: readonly DossierAttestation[],
    path: YamlPath,
  ): AttestationCommand[] {
    attestations.forEach((one, nth) => this.check(one, [...path, nth]));
    if (!attestations.some(one => this.isRestored(one))) {
      return attestations.map((one, nth) => ({
        command: this.attachSource(claim, one, [...path, nth]),
        path: [...path, nth],
        label: `attestation ${nth + 1}`,
      }));
    }
    const restored = this.restored(attestations, path);
    const command: RestoreAttestations = { type: 'RestoreAttestations', claim, attestations: restored };
    return [{ command, path, label: 'attestations' }];
  }

  private isRestored({ source, key, relays, noted, earlier, withdrawn }: DossierAttestation): boolean {
    const more = [key, relays, noted, earlier, withdrawn];
    return more.some(given => given !== undefined) || this.references.saysWhetherHeld(source);
  }

  private check(one: DossierAttestation, path: YamlPath): void {
    if (
      [one.own === true || undefined, one.via, one.relays].filter(given => given !== undefined).length > 1
    ) {
      const message = 'Either the party vouches itself (own) or it relays others (via, or relays).';
      this.report(message, [...path, one.own === true ? 'own' : 'via'], 'key');
    }
    this.checkQuote(one, path);
  }

  private attachSource(claim: ClaimId, attestation: DossierAttestation, path: YamlPath): AttachSource {
    const { via, ...kept } = attestation;
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

  private relay(relay: DossierRelay, path: YamlPath): Relay {
    this.checkQuote(relay, path);
    return { ...relay, source: this.references.source(relay.source, [...path, 'source']) };
  }

  private restored(attestations: readonly DossierAttestation[], path: YamlPath): RestoredAttestation[] {
    const places = this.placesOf(attestations, path);
    return attestations.map((attestation, nth) => {
      const { key: _key, own, via, relays, noted, polarity, certainty, ...kept } = attestation;
      const at = [...path, nth];
      if (via !== undefined) {
        const message = 'Beside attestations with keys, relays or a source that says whether it is held';
        this.report(`${message}, write \`relays\` instead of \`via\`.`, [...at, 'via'], 'key');
      }
      const lineage = relays === undefined ? (own === true ? 'OWN' : 'UNRECORDED') : 'RELAYED';
      return {
        ...kept,
        source: this.references.source(attestation.source, [...at, 'source']),
        polarity: polarity ?? 'AFFIRMS',
        certainty: certainty ?? 'CERTAIN',
        lineage,
        relays: this.relayed(relays, places, [...at, 'relays'], nth),
        ...(noted && {
          noted: {
            lineage: noted.lineage,
            relays: this.relayed(noted.relays, places, [...at, 'noted', 'relays']),
          },
        }),
      };
    });
  }

  private placesOf(attestations: readonly DossierAttestation[], path: YamlPath): ReadonlyMap<string, number> {
    const places = new Map<string, number>();
    attestations.forEach(({ key }, nth) => {
      if (key === undefined) return;
      if (places.has(key))
        this.report(`The key "${key}" names another attestation already.`, [...path, nth, 'key']);
      else places.set(key, nth);
    });
    return places;
  }

  /** @param before only attestations in earlier places may be relayed. */
  private relayed(
    keys: readonly string[] | undefined,
    places: ReadonlyMap<string, number>,
    path: YamlPath,
    before = Infinity,
  ): number[] {
    return (keys ?? []).flatMap((key, nth) => {
      const place = places.get(key);
      if (place !== undefined && place < before) return place;
      const found =
        place === undefined ? 'There is no attestation' : 'Only below this one stands the attestation';
      this.report(`${found} "${key}": name one of this claim that stands above.`, [...path, nth]);
      return [];
    });
  }

  private checkQuote({ quote }: DossierRelay, path: YamlPath): void {
    if (quote?.start === undefined || quote.end === quote.start + quote.exact.length) return;
    const fitting = quote.start + quote.exact.length;
    this.report(
      `The quote starts at ${quote.start} and is ${quote.exact.length} long: \`end\` should be ${fitting}.`,
      [...path, 'quote', 'end'],
    );
  }
}
