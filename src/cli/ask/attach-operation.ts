// The mutation that `hearsay attach` sends, and the shape of what comes back.
export interface SupportShown {
  readonly attestations: number;
  readonly origins: number;
  readonly independent: number;
  readonly independence: string;
  readonly denials: number;
  readonly certainty: string | null;
}

export interface AttachPayload {
  readonly outcome: string | null;
  readonly claim: { readonly id: string; readonly sentence: string; readonly status: string } | null;
  readonly attestation: { readonly id: string } | null;
  readonly supportBefore: SupportShown | null;
  readonly supportAfter: SupportShown | null;
  readonly newContradictions: readonly { readonly kind: string; readonly explained: string }[];
  readonly recorded: { readonly seq: number; readonly at: string; readonly by: string } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
    readonly message: string;
  }[];
}

export const ATTACH_SOURCE = `
  mutation AttachSource($input: AttachSourceInput!) {
    attachSource(input: $input) {
      outcome
      claim { id sentence status }
      attestation { id }
      supportBefore { ...shown }
      supportAfter { ...shown }
      newContradictions { kind explained }
      recorded { seq at by }
      userErrors { code field message }
    }
  }
  fragment shown on Support { attestations origins independent independence denials certainty }
`;
