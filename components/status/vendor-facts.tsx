import type { ReactNode } from "react";
import { Countdown } from "@/components/status/countdown";
import { credentialWords, requestWords } from "@/components/status/status-words";
import { formatNumber } from "@/components/ui/format";
import { LocalTime } from "@/components/ui/local-time";
import type { VendorStatusDto } from "@/lib/contracts/status";

type VendorFactsProps = { vendor: VendorStatusDto; mayManage: boolean };

export function VendorFacts({ vendor, mayManage }: VendorFactsProps) {
  const { requests, notModified, throttled, failures } = vendor;
  return (
    <dl className="text-table grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
      <Fact name="Vendor">
        <Reachability vendor={vendor} />
      </Fact>
      {mayManage ? (
        <Fact name="Credential">
          {credentialWords[vendor.credential]}
          {vendor.tokenExpiresAt ? (
            <>
              {", token until "}
              <LocalTime iso={vendor.tokenExpiresAt} />
            </>
          ) : null}
        </Fact>
      ) : null}
      <Fact name="Requests">
        {requestWords(vendor)}
        {vendor.nextTryAt ? (
          <>
            {", next try "}
            <Countdown iso={vendor.nextTryAt} />
          </>
        ) : null}
      </Fact>
      <Fact name="Since start">
        <span className="figures">
          {`${count(requests)} sent · ${count(notModified)} unchanged · ${count(throttled)} slowed down · ${count(failures)} failed`}
        </span>
      </Fact>
      {vendor.lastFailure ? (
        <Fact name="Last failure">
          <LastFailure failure={vendor.lastFailure} />
        </Fact>
      ) : null}
      <Fact name="Next sync">
        {vendor.nextSyncAt ? <LocalTime iso={vendor.nextSyncAt} /> : "when somebody starts it"}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** The vendor's support finds the request by its reference. */
function LastFailure({ failure }: { failure: NonNullable<VendorStatusDto["lastFailure"]> }) {
  return (
    <>
      {failure.message}{" "}
      <span className="text-ink-muted">
        <LocalTime iso={failure.at} />
        {failure.correlationId ? (
          <>
            {", reference "}
            <span className="part-number">{failure.correlationId}</span>
          </>
        ) : null}
      </span>
    </>
  );
}

function Reachability({ vendor: { reachable, since } }: { vendor: VendorStatusDto }) {
  if (reachable === null) return "not asked yet";
  return (
    <>
      {reachable ? "reachable" : "not reachable"}
      {since ? (
        <>
          {" since "}
          <LocalTime iso={since} />
        </>
      ) : null}
    </>
  );
}

const count = (value: number) => formatNumber(String(value));
