// The evidence packet as Markdown (CommonMark, with the tables of GitHub): for notes, tickets and drafts.
import type { Exporter } from '../export/exporter.js';
import { inMarkdown as md, linkInMarkdown } from './markdown-text.js';
import type {
  Against,
  PacketChains,
  PacketFall,
  PacketLink,
  PacketAttestation,
  PacketPage,
} from './packet-page.js';
import { packetPages } from './packet-pages.js';

export const packetMarkdownExporter: Exporter = {
  name: 'packet',
  parts: [
    {
      name: 'packet.md',
      *write(world, lose) {
        let isFirst = true;
        for (const page of packetPages(world, lose)) {
          yield `${isFirst ? '' : '\n---\n\n'}${pageInMarkdown(page)}\n`;
          isFirst = false;
        }
      },
    },
  ],
};

/** Blocks parted by blank lines. */
function pageInMarkdown(page: PacketPage): string {
  const { sentence, validTime, status, explanation, remarks, chains, denying, against, falls, asOf } = page;
  return [
    `# ${md(sentence)}`,
    `${validTime === null ? 'Time unknown' : `Time: ${md(validTime)}`} · ${md(page.id)}`,
    `**${status}.** ${md(explanation)}`,
    figures(page),
    ...(remarks.length === 0 ? [] : [list(remarks.map(md))]),
    '## On whose word',
    ...chainsInMarkdown(chains, 'There is no chain from a source that we have to an origin.'),
    '## Against it',
    ...(denying.chains.length === 0 ? [] : ['Denied:', ...chainsInMarkdown(denying, '')]),
    ...against.flatMap(againstInMarkdown),
    ...(denying.chains.length + against.length === 0 ? ['Nothing is recorded that speaks against it.'] : []),
    '## What falls if',
    ...(falls.length === 0 ? ['No one named party carries all chains.'] : [list(falls.map(fall))]),
    '## Who says it',
    ...page.attestations.map(attestation),
    ...(page.furtherAttestations > 0
      ? [`And ${page.furtherAttestations} more, for which a page has no room.`]
      : []),
    '## What happened here',
    ...(page.furtherHistory > 0 ? [`${page.furtherHistory} earlier entries are left out.`] : []),
    list(page.history.map(({ at, by, what }) => `${md(at)}, ${md(by)}: ${md(what)}`)),
    `_${asOfWords(asOf)}_`,
  ].join('\n\n');
}

export function asOfWords({ seq, at, view }: PacketPage['asOf']): string {
  const through = view.length === 0 ? '' : ` Seen ${view.join(', ')}.`;
  return md(`As of place ${seq} in the journal${at === null ? '' : `, recorded ${at}`}.${through}`);
}

const figures = (page: PacketPage): string =>
  [
    '| figure | value |',
    '| --- | --- |',
    ...page.figures.map(({ label, value }) => `| ${md(label)} | ${md(value)} |`),
  ].join('\n');

const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n');

const chainsInMarkdown = ({ chains, more }: PacketChains, none: string): string[] => {
  if (chains.length === 0) return none === '' ? [] : [none];
  const lines = chains.map((chain, nth) => `${nth + 1}. ${chain.map(link).join(' ← ')}`);
  return [lines.join('\n'), ...(more ? ['There are more chains than are listed.'] : [])];
};

const link = ({ number, who, notes }: PacketLink): string =>
  `**${md(who)}**${notes.length === 0 ? '' : ` (${md(notes.join(', '))})`}${number === null ? '' : ` \\[${number}\\]`}`;

const againstInMarkdown = ({ kind, explanation, rivals }: Against): string[] => [
  `**${kind}.** ${md(explanation)}`,
  ...(rivals.length === 0
    ? []
    : [
        list(
          rivals.map(({ sentence, validTime, status, support }) =>
            md(`${sentence} (${validTime ?? 'time unknown'}). ${status}: ${support}.`),
          ),
        ),
      ]),
];

const fall = ({ ifWrong, then }: PacketFall): string =>
  `**${md(ifWrong)}**, with its family, is wrong: ${md(then.join(' '))}`;

function attestation(one: PacketAttestation): string {
  const { number, who, denies, title, kind, publishedAt, url, quote, notes, withdrawn, recorded } = one;
  const called = title ?? kind;
  return [
    `### ${number}\\. ${md(who)} ${denies ? 'denies' : 'affirms'} it`,
    [
      url === null ? md(called) : linkInMarkdown(called, url),
      ...(title === null ? [] : [md(kind)]),
      md(publishedAt ?? 'undated'),
    ].join(', '),
    ...(quote === null
      ? []
      : [`> ${before(quote.before)}**“${md(quote.exact)}”**${after(quote.after)}`.trim()]),
    `${md(notes.join(' · '))}${notes.length === 0 ? '' : '  \n'}${md(recorded)}`,
    ...(withdrawn === null ? [] : [`**Withdrawn here:** ${md(withdrawn)}`]),
  ].join('\n\n');
}

const before = (text: string): string => (text.trim() === '' ? '' : `… ${md(text)} `);
const after = (text: string): string => (text.trim() === '' ? '' : ` ${md(text)} …`);
