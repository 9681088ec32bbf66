// What a dossier would bring, in words.
import { counted } from '../words/words.js';

export interface Brings {
  readonly title: string | null;
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  readonly attestations: number;
  readonly alreadyThere: number;
  readonly problemsCount: number;
}

export function dossierWords(dossier: Brings): string {
  const { title, entities, claims, sources, attestations, alreadyThere, problemsCount } = dossier;
  const name = title === null ? 'This file' : `“${title}”`;
  if (problemsCount > 0)
    return `${name} cannot be loaded: ${counted(problemsCount, 'problem')} must be mended first. Nothing was recorded.`;
  const parts = [
    counted(entities, 'entity', 'entities'),
    counted(claims, 'claim'),
    counted(sources, 'source'),
    counted(attestations, 'attestation'),
  ];
  const known = alreadyThere > 0 ? ` ${alreadyThere.toLocaleString('en')} of it are here already.` : '';
  return `${name} would bring ${parts.join(', ')}.${known}`;
}
