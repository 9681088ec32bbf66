// The evidence packet as one HTML page that needs nothing else: no script, no font, no picture, nothing fetched. For printing and filing.
import { createHash } from 'node:crypto';
import type { Exporter } from '../export/exporter.js';
import { escapeHtml, html, type Html } from './html-text.js';
import type {
  Against,
  PacketChains,
  PacketFall,
  Happening,
  PacketLink,
  PacketAttestation,
  PacketPage,
} from './packet-page.js';
import { packetPages } from './packet-pages.js';
import { PACKET_STYLE } from './packet-style.js';

export const packetHtmlExporter: Exporter = {
  name: 'packet-html',
  parts: [
    {
      name: 'packet.html',
      *write(world, lose) {
        const pages = [...packetPages(world, lose)];
        yield head(pages.length === 1 ? (pages[0]?.sentence ?? '') : `Evidence on ${pages.length} claims`);
        for (const [nth, page] of pages.entries()) yield `${article(page, `c${nth + 1}`).text}\n`;
        yield '</body>\n</html>\n';
      },
    },
  ],
};

/** Only the page's own style may be used, known by its hash; whatever else a browser might do is forbidden. */
function head(title: string): string {
  const hash = createHash('sha256').update(PACKET_STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${PACKET_STYLE}</style>`,
    '</head>',
    '<body>\n',
  ].join('\n');
}

const TONES: Readonly<Record<string, string>> = {
  Corroborated: 'good',
  Supported: 'good',
  Speculative: 'warn',
  Disputed: 'bad',
  Denied: 'bad',
};

function article(page: PacketPage, id: string): Html {
  const { sentence, validTime, status, explanation, figures, remarks, chains, denying } = page;
  const { against, falls, attestations, furtherAttestations, history, furtherHistory, asOf } = page;
  return html`<article id="${id}">
    <p class="kicker">
      <span>Evidence packet</span
      ><span
        >As of place ${asOf.seq} in the journal${asOf.at === null ? '' : `, ${asOf.at.slice(0, 10)}`}</span
      >
    </p>
    <h1 dir="auto">${sentence}</h1>
    <p class="meta">${validTime === null ? 'Time unknown' : `Time: ${validTime}`}</p>
    <section class="verdict ${TONES[status] ?? 'plain'}">
      <p class="status">${status}</p>
      <p dir="auto">${explanation}</p>
    </section>
    <dl>
      ${figures.map(
        ({ value, label }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${remarks.map(remark => html`<p dir="auto">${remark}</p>`)}
    <h2>On whose word</h2>
    ${chainList(chains, id) ?? html`<p>There is no chain from a source that we have to an origin.</p>`}
    <h2>Against it</h2>
    ${
      denying.chains.length === 0
        ? null
        : html`<p>Denied:</p>
            ${chainList(denying, id)}`
    }
    ${against.map(contradiction)}
    ${denying.chains.length + against.length === 0 ? html`<p>Nothing is recorded that speaks against it.</p>` : null}
    <h2>What falls if</h2>
    ${falls.length === 0 ? html`<p>No one named party carries all chains.</p>` : list(falls.map(fall))}
    <h2>Who says it</h2>
    <div class="sayings">${attestations.map(one => saying(one, id))}</div>
    ${furtherAttestations === 0 ? null : html`<p>And ${furtherAttestations} more, for which a page has no room.</p>`}
    <h2>What happened here</h2>
    ${furtherHistory === 0 ? null : html`<p>${furtherHistory} earlier entries are left out.</p>`}
    <ol class="history">
      ${history.map(happening)}
    </ol>
    <p class="stamp">
      As of place ${asOf.seq} in the
      journal${asOf.at === null ? '' : `, recorded ${asOf.at}`}.${asOf.view.length === 0 ? '' : ` Seen ${asOf.view.join(', ')}.`}
      ${page.id}
    </p>
  </article>`;
}

const list = (items: readonly Html[]): Html | null =>
  items.length === 0
    ? null
    : html`<ul>
        ${items.map(item => html`<li dir="auto">${item}</li>`)}
      </ul>`;

const chainList = ({ chains, more }: PacketChains, id: string): Html | null =>
  chains.length === 0
    ? null
    : html`<ol class="chains">
          ${chains.map(
            chain =>
              html`<li>
                <ol class="chain">
                  ${chain.map(one => html`<li>${link(one, id)}</li>`)}
                </ol>
              </li>`,
          )}
        </ol>
        ${more ? html`<p>There are more chains than are listed.</p>` : null}`;

const link = ({ number, who, notes }: PacketLink, id: string): Html =>
  html`<bdi>${who}</bdi
    >${number === null ? null : html` <a class="number" href="#${id}-a${number}">${number}</a>`}${
      notes.length === 0 ? null : html` <span class="notes">${notes.join(', ')}</span>`
    }`;

const contradiction = ({ kind, explanation, rivals }: Against): Html =>
  html`<div class="against">
    <h3>${kind}</h3>
    <p dir="auto">${explanation}</p>
    ${list(
      rivals.map(
        ({ sentence, validTime, status, support }) =>
          html`<bdi>${sentence}</bdi>
            <span class="notes">${validTime ?? 'time unknown'}. ${status}: ${support}.</span>`,
      ),
    )}
  </div>`;

const fall = ({ ifWrong, then }: PacketFall): Html =>
  html`<strong>${ifWrong}</strong>, with its family, is wrong: ${then.join(' ')}`;

function saying(one: PacketAttestation, id: string): Html {
  const { number, who, denies, title, kind, publishedAt, url, quote, notes, withdrawn, recorded } = one;
  const called = html`<bdi>${title ?? kind}</bdi>`;
  const words = html`${title === null ? '' : `, ${kind}`},
    <span class="date">${publishedAt ?? 'undated'}</span>`;
  return html`<section class="saying" id="${id}-a${number}">
    <h3>
      <span class="number">${number}</span>
      <bdi>${who}</bdi> ${denies ? html`<span class="denies">denies it</span>` : 'affirms it'}
    </h3>
    <p>${url === null ? called : html`<a href="${url}" rel="noopener noreferrer">${called}</a>`}${words}</p>
    ${quote === null ? null : html`<blockquote dir="auto">${before(quote.before)}<mark>“${quote.exact}”</mark>${after(quote.after)}</blockquote>`}
    <p class="notes">${notes.join(' · ')}</p>
    <p class="notes">${recorded}</p>
    ${withdrawn === null ? null : html`<p dir="auto"><strong>Withdrawn here:</strong> ${withdrawn}</p>`}
  </section>`;
}

const before = (text: string): string => (text.trim() === '' ? '' : `… ${text.trim()} `);
const after = (text: string): string => (text.trim() === '' ? '' : ` ${text.trim()} …`);

const happening = ({ at, by, what }: Happening): Html =>
  html`<li dir="auto"><span class="notes">${at}, ${by}</span> ${what}</li>`;
