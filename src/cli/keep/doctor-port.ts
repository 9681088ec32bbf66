// What `hearsay doctor` asks of the port: whether it is free, and if not, whether a Hearsay that is well listens there.
import { createServer } from 'node:net';
import { bad, ok, type DoctorFinding } from './doctor-finding.js';

const PATIENCE_MS = 3000;
/** Addresses that stand for all of a machine, and one by which it calls itself. */
const ANY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** @param host as given to `serve`; a port of 0 is always free. */
export async function portFinding(host: string, port: number): Promise<DoctorFinding> {
  const code = await tryToListen(host, port);
  if (code === null) return ok('port', `${port} on ${host} is free`);
  if (code === 'EADDRINUSE') return takenFinding(host, port);
  const advice = 'Give another --port, one above 1023, or another --host.';
  return bad('port', `${port} on ${host} cannot be listened on (${code})`, advice);
}

const tryToListen = (host: string, port: number): Promise<string | null> =>
  new Promise(resolve => {
    const server = createServer();
    server.once('error', ({ code = 'unknown error' }: NodeJS.ErrnoException) => resolve(code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });

async function takenFinding(host: string, port: number): Promise<DoctorFinding> {
  const readiness = await askReadiness(host, port);
  if (readiness?.state === 'ready') return ok('port', `a Hearsay server answers on ${port} and is ready`);
  if (readiness?.state === 'not ready') {
    const found = `a Hearsay server answers on ${port}, but is not ready: ${readiness.reason ?? ''}`;
    return bad('port', found, 'Look into its log and at the disk.');
  }
  return bad('port', `${port} on ${host} is taken`, 'Stop what listens there, or give another --port.');
}

interface ReadinessShown {
  readonly state?: string;
  readonly reason?: string;
}

async function askReadiness(host: string, port: number): Promise<ReadinessShown | null> {
  try {
    const name = ANY_ADDRESS[host] ?? host;
    const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}/readyz`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return (await answer.json()) as ReadinessShown | null;
  } catch {
    // Whatever it is, it does not answer as we do.
    return null;
  }
}
