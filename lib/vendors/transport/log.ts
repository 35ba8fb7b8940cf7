/** One failed try at a vendor. An allow-list: no header, no body, no address, and a message without secrets. */
export type VendorLogEvent = {
  readonly vendor: string;
  readonly kind: string;
  readonly status: number | null;
  readonly correlationId: string | null;
  readonly message: string;
};

export type VendorLog = (event: VendorLogEvent) => void;
