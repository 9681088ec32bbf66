// Examines one dossier in a thread of its own: what `dossier-aside.ts` asks for.
import { parentPort, workerData } from 'node:worker_threads';
import { Vocabulary } from '../../domain/vocabulary.js';
import { dossierReader } from './dossier.js';
import type { ExamineTask } from './aside.js';

const { schemaText, file, kinds, predicates } = workerData as ExamineTask;
parentPort?.postMessage(dossierReader(schemaText).examine(file, new Vocabulary(kinds, predicates)));
