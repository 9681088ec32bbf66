// `hearsay serve`: opens the journal, fills it with the first data set where it is empty, and serves it until stopped.
import type { IncidentLog } from '../../graphql/errors/error-format.js';
import { startServer, type RunningServer } from '../../graphql/server.js';
import { openSourceTexts } from '../../graphql/operation/source-texts.js';
import { JournalWatch } from '../../journal/journal-watch.js';
import type { Ledger } from '../../journal/ledger.js';
import { openDossiers, openVocabulary, projectFiles } from '../terminal/files.js';
import { placeOf, type JournalPlace } from '../open/journal-place.js';
import { tellLackingLog } from '../open/lacking-log.js';
import { readLimits } from './limit-options.js';
import { countsText, loadDossierFile } from '../open/load-dossier.js';
import { openLog, type Log, type LogForm } from '../terminal/log.js';
import { MediumWatch } from './medium-watch.js';
import { openJournal } from '../open/open-journal.js';
import { replayLedger, type LedgerOptions } from '../open/open-ledger.js';
import { openAccess, type AccessOptions } from './serve-access.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface ServeOptions extends LedgerOptions, AccessOptions {
  readonly port: number;
  readonly empty?: boolean;
  readonly texts?: string;
  readonly by: string;
  readonly json?: boolean;
  readonly log: LogForm;
}

/** Runs until someone asks the process to stop; then answers what is under way, and lets the journal go. */
export async function serve(options: ServeOptions, from: Surroundings): Promise<number> {
  const stopped = from.untilStopped();
  const texts = options.texts === undefined ? {} : { texts: openSourceTexts(options.texts) };
  const log = openLog(options.log, from);
  const place = placeOf(options);
  const access = openAccess(options, place, log.incident);
  const vocabulary = await openVocabulary(from.home, options.vocabulary);
  const medium = new MediumWatch(log);
  const watch = new JournalWatch();
  const trouble = (error: unknown): void => {
    medium.trouble(error);
    watch.trouble(error);
  };
  tellLackingLog(place, from);
  const opened = await openJournal(place, trouble);
  const ledger = await replayLedger(opened, vocabulary, from.clock, { watch, trouble: medium.incident });
  const stopLooking = medium.looking(opened, trouble);
  let stopWaiting = (): void => undefined;
  try {
    const loaded = await loadFirst(ledger, options, from);
    const { port, by } = options;
    const webFolder = projectFiles(from.home).web;
    const limits = readLimits(options, options.host);
    const service = {
      journal: watch,
      journalBytes: opened.bytes,
      ...(log.request ? { requests: log.request } : {}),
    };
    const server = await startServer({
      ledger,
      by,
      ...access,
      port,
      webFolder,
      ...texts,
      dossiers: await openDossiers(from.home, limits.operationMs),
      limits,
      log: log.incident,
      service,
    });
    try {
      announce(server, loaded, place, options, from);
      warm(ledger, stopped, log.incident);
      logStart(log, ledger, { api: server.apiUrl, data: place.shown, replaySeconds: watch.replaySeconds });
      await stopped;
      log.event('stopping');
      stopWaiting = medium.stopping(opened);
    } finally {
      await server.close();
    }
  } finally {
    stopLooking();
    // Also if it fails: anything that still waits keeps the process, and with it the lock of the journal.
    await ledger.close().finally(() => stopWaiting());
  }
  log.event('stopped');
  return 0;
}

/** Says how the server began: from where in the journal, and why not from a snapshot. */
function logStart(log: Log, { graph, start }: Ledger, more: object): void {
  const { pages, misfit } = start;
  if (misfit !== null) log.event('snapshot ignored', { why: misfit });
  log.event('started', { ...more, seq: graph.seq, fromSnapshot: pages.at(-1)?.to ?? 0 });
}

/** Makes the graph ready before somebody asks for names or ways, unless someone stops the server first. */
function warm(ledger: Ledger, stopped: Promise<void>, incident: IncidentLog): void {
  let goesOn = true;
  void stopped.then(() => (goesOn = false));
  ledger.graph.ready(() => goesOn).catch((error: unknown) => incident('graph', error));
}

async function loadFirst(
  ledger: Ledger,
  { empty, by }: ServeOptions,
  { home }: Surroundings,
): Promise<string | null> {
  if (empty || ledger.graph.seq > 0) return null;
  const file = projectFiles(home).firstDossier;
  const { dossier, counts } = await loadDossierFile(ledger, file, home, by);
  const { already: _, ...added } = counts;
  const isNew = Object.values(added).some(count => count > 0);
  return isNew
    ? `Loaded "${dossier.title}": ${countsText(counts)}.`
    : `Another server loaded "${dossier.title}" meanwhile.`;
}

function announce(
  server: RunningServer,
  loaded: string | null,
  { shown }: JournalPlace,
  options: ServeOptions,
  { out }: Surroundings,
): void {
  if (options.json) {
    const { playgroundUrl: playground, apiUrl: api } = server;
    out(JSON.stringify({ explorer: `${server.url}/`, playground, api, data: shown }));
    return;
  }
  if (loaded) out(loaded);
  out(`Explorer    ${server.url}/`);
  out(`Playground  ${server.playgroundUrl}`);
  out(`API         ${server.apiUrl}`);
  out(`Journal     ${shown}  (stop with Ctrl-C)`);
}
