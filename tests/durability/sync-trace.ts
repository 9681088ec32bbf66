// What the kernel was asked to do, read from a trace of the built server: writes, syncs, and answers sent, in their order.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One step of the trace. Files are named by their paths. */
export type Step =
  | { readonly is: 'MADE' | 'REMOVED'; readonly path: string }
  | { readonly is: 'MOVED'; readonly path: string; readonly to: string }
  | { readonly is: 'WRITTEN'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly is: 'CUT'; readonly path: string; readonly size: number }
  /** All written to the file before `SYNCING` is safe at `SYNCED`. */
  | { readonly is: 'SYNCING' | 'SYNCED'; readonly path: string }
  | { readonly is: 'SENT'; readonly text: string };

const CALLS = 'openat,pwrite64,write,writev,sendto,ftruncate,fsync,fdatasync,unlink,rename,mkdir';

/** The command that runs another under the trace. The program stays the child of whoever starts it, and can be killed. */
export const traced = (log: string): readonly string[] =>
  ['strace', '-D', '-f', '--seccomp-bpf', '-yy', '-xx', '-s', '4000000', '-o', log].concat(
    '-e',
    `trace=${CALLS}`,
  );

/** Whether processes can be traced here at all. */
export function canTrace(): boolean {
  try {
    execFileSync('strace', ['-f', '--seccomp-bpf', '-e', 'trace=fsync', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface Call {
  readonly name: string;
  readonly args: string;
}

/** The steps of a trace that have to do with a folder's files or with answers; failed calls did nothing. */
export function readTrace(log: string, folder: string): readonly Step[] {
  const steps: Step[] = [];
  const begun = new Map<string, Call>();
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const call = resumed ? joined(begun.get(thread), resumed[1] ?? '') : callIn(rest);
    if (!call) continue;
    const half = call.args.endsWith('<unfinished ...>');
    if (half) begun.set(thread, { ...call, args: call.args.slice(0, -'<unfinished ...>'.length) });
    // A send counts from its beginning: the answer may be on its way. A write counts from its end.
    steps.push(...stepsOf(call, half ? 'BEGIN' : resumed ? 'END' : 'BOTH', folder));
  }
  return steps;
}

function callIn(text: string): Call | null {
  const [, name, args] = /^(\w+)\((.*)$/.exec(text) ?? [];
  return name === undefined || args === undefined ? null : { name, args };
}

const joined = (begun: Call | undefined, rest: string): Call | null =>
  begun ? { name: begun.name, args: begun.args + rest } : null;

type Moment = 'BEGIN' | 'END' | 'BOTH';

function stepsOf(call: Call, moment: Moment, folder: string): readonly Step[] {
  if (moment !== 'END' && call.args.includes('<TCP:')) return [{ is: 'SENT', text: textIn(call.args) }];
  if (moment !== 'BEGIN' && / = -1 /.test(call.args)) return [];
  const path = pathIn(call);
  if (path === null || !`${path}/`.startsWith(`${folder}/`)) return [];
  if (call.name === 'fsync' || call.name === 'fdatasync') return syncOf(path, moment);
  return moment === 'BEGIN' ? [] : changeOf(call, path);
}

function syncOf(path: string, moment: Moment): readonly Step[] {
  const [begin, end]: Step[] = [
    { is: 'SYNCING', path },
    { is: 'SYNCED', path },
  ];
  if (!begin || !end) return [];
  return moment === 'BOTH' ? [begin, end] : moment === 'BEGIN' ? [begin] : [end];
}

function changeOf({ name, args }: Call, path: string): readonly Step[] {
  switch (name) {
    case 'openat':
      return args.includes('O_CREAT') ? [{ is: 'MADE', path }] : [];
    case 'mkdir':
      return [{ is: 'MADE', path }];
    case 'pwrite64':
      return [{ is: 'WRITTEN', path, at: Number(/(\d+)\) += \d+$/.exec(args)?.[1]), bytes: bytesIn(args) }];
    case 'ftruncate':
      return [{ is: 'CUT', path, size: Number(/, (\d+)\) += 0$/.exec(args)?.[1]) }];
    case 'unlink':
      return [{ is: 'REMOVED', path }];
    case 'rename':
      return [{ is: 'MOVED', path, to: quoted(args)[1]?.toString() ?? '' }];
    default:
      throw new Error(`The trace has a ${name} on ${path}, which nobody has taught the model of a disk.`);
  }
}

const BY_NAME = ['openat', 'unlink', 'rename', 'mkdir'];

/** The file that a call is about: behind its descriptor, else its first name. */
function pathIn({ name, args }: Call): string | null {
  if (BY_NAME.includes(name)) return quoted(args)[0]?.toString() ?? null;
  const behind = /^\d+<([^>]*)>/.exec(args)?.[1];
  return behind === undefined ? null : unhex(behind).toString();
}

const quoted = (args: string): readonly Buffer[] =>
  [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => unhex(hex));

const unhex = (text: string): Buffer =>
  text.startsWith('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex') : Buffer.from(text);

function bytesIn(args: string): Buffer {
  const [bytes] = quoted(args);
  const promised = Number(/ = (\d+)$/.exec(args)?.[1]);
  if (bytes?.length !== promised) throw new Error('The trace does not hold all that was written.');
  return bytes;
}

const textIn = (args: string): string => Buffer.concat(quoted(args)).toString();
