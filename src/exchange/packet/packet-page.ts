// One claim's evidence as it goes on a page, in plain words and figures: what the packet's Markdown and HTML are both written from.

export interface PacketPage {
  readonly id: string;
  readonly sentence: string;
  /** EDTF. */
  readonly validTime: string | null;
  readonly status: string;
  readonly explanation: string;
  readonly figures: readonly Figure[];
  /** What else is to be known of the support, a sentence each. */
  readonly remarks: readonly string[];
  readonly chains: PacketChains;
  readonly denying: PacketChains;
  readonly attestations: readonly PacketAttestation[];
  readonly furtherAttestations: number;
  readonly against: readonly Against[];
  readonly falls: readonly PacketFall[];
  readonly history: readonly Happening[];
  readonly furtherHistory: number;
  readonly asOf: AsOfStamp;
}

export interface Figure {
  readonly value: string;
  readonly label: string;
}

export interface PacketChains {
  /** From the outlet down to whoever first said so. */
  readonly chains: readonly (readonly PacketLink[])[];
  /** There are more than are listed. */
  readonly more: boolean;
}

export interface PacketLink {
  /** Of its attestation; null where that is not listed. */
  readonly number: number | null;
  readonly who: string;
  /** What is to be known of it: when, how firmly, whether only reported. */
  readonly notes: readonly string[];
}

export interface PacketAttestation {
  readonly number: number;
  readonly who: string;
  readonly denies: boolean;
  readonly title: string | null;
  readonly kind: string;
  readonly publishedAt: string | null;
  /** http or https; null for any other address. */
  readonly url: string | null;
  readonly quote: { readonly before: string; readonly exact: string; readonly after: string } | null;
  /** How firmly, in which words, where, on whose word, whether we have it, how it is graded. */
  readonly notes: readonly string[];
  readonly withdrawn: string | null;
  readonly recorded: string;
}

export interface Against {
  readonly kind: string;
  readonly explanation: string;
  readonly rivals: readonly Rival[];
}

export interface Rival {
  readonly sentence: string;
  readonly validTime: string | null;
  readonly status: string;
  readonly support: string;
}

export interface PacketFall {
  readonly ifWrong: string;
  readonly then: readonly string[];
}

export interface Happening {
  readonly at: string;
  readonly by: string;
  readonly what: string;
}

export interface AsOfStamp {
  /** Place in the journal of the last event that was seen, and when it was recorded. */
  readonly seq: number;
  readonly at: string | null;
  readonly view: readonly string[];
}
