import { QrCode } from "@/components/document/qr-code";
import { formatDate } from "@/components/ui/format";
import type { PublicQuote } from "@/lib/contracts/public-quote";

type LetterheadProps = { quote: PublicQuote; shareAddress: string | null };

/** Sender, customer in the window position, and what the quote is known by. */
export function PaperLetterhead({ quote, shareAddress }: LetterheadProps) {
  const { seller, customer } = quote;
  const day = (iso: string, timeZone: string) => formatDate(iso, timeZone, customer.language);
  return (
    <header className="letterhead">
      <div className="letterhead-sender">
        <p className="wordmark">{seller.company}</p>
        {shareAddress ? (
          <div className="qr">
            <p>
              View and accept
              <br />
              this quote online
            </p>
            <QrCode text={shareAddress} label="QR code with the address of this quote online" />
          </div>
        ) : null}
      </div>
      <div className="letterhead-window">
        <p className="sender-line">{[seller.company, ...seller.address].join(" · ")}</p>
        <address>
          <strong>{customer.name}</strong>
          {customer.contact ? <span>{customer.contact}</span> : null}
          {customer.address.map((row) => (
            <span key={row}>{row}</span>
          ))}
          {customer.address.length === 0 && customer.email ? <span>{customer.email}</span> : null}
        </address>
      </div>
      <dl className="reference">
        <Entry name="Quote" value={quote.number} strong />
        <Entry name="Version" value={String(quote.version)} />
        <Entry name="Date" value={quote.issuedAt ? day(quote.issuedAt, quote.timeZone) : "not sent yet"} />
        <Entry name="Valid until" value={day(quote.validUntil, "UTC")} strong />
        <Entry name="Prepared by" value={quote.preparedBy} />
        {seller.email ? <Entry name="Mail" value={seller.email} /> : null}
      </dl>
    </header>
  );
}

function Entry({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{strong ? <strong>{value}</strong> : value}</dd>
    </div>
  );
}
