// Decides a command, purely: the same graph and command give the same events, and nothing is changed.
import type { Command } from '../../domain/command.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import { decideAttach } from './decide-attach.js';
import { decideMakeClaim, decideSupersede, decideWithdrawClaim } from './decide-claim.js';
import { decideAddEntity, decideAddName, decideGrade, decideJudge } from './decide-entity.js';
import { decideLineage, decideWithdrawAttestation } from './decide-lineage.js';
import { decideAddSource, decideRestore } from './decide-restore.js';
import { decideKeepText } from './decide-text.js';
import type { Decision } from './decision.js';

/** @throws InvalidInput, NotFound or Conflict where the command cannot be accepted. */
export function decide(graph: ClaimGraph, command: Command): Decision {
  switch (command.type) {
    case 'AddEntity':
      return decideAddEntity(graph, command);
    case 'AddName':
      return decideAddName(graph, command);
    case 'MakeClaim':
      return decideMakeClaim(graph, command);
    case 'AttachSource':
      return decideAttach(graph, command);
    case 'AddSource':
      return decideAddSource(graph, command);
    case 'KeepText':
      return decideKeepText(graph, command);
    case 'RestoreAttestations':
      return decideRestore(graph, command);
    case 'RecordLineage':
      return decideLineage(graph, command);
    case 'WithdrawAttestation':
      return decideWithdrawAttestation(graph, command);
    case 'WithdrawClaim':
      return decideWithdrawClaim(graph, command);
    case 'SupersedeClaim':
      return decideSupersede(graph, command);
    case 'GradeParty':
      return decideGrade(graph, command);
    case 'JudgeIdentity':
      return decideJudge(graph, command);
  }
}
