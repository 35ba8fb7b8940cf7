"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { CustomerFields, readCustomer } from "@/components/quotes/customer-fields";
import { QuoteForm } from "@/components/quotes/quote-form";
import { Button } from "@/components/ui/button";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { QuoteDto } from "@/lib/contracts/quote";
import { languageName } from "@/lib/domain/catalog/language-name";

type QuoteCustomerProps = {
  quote: Pick<QuoteDto, "number" | "customer" | "preparedBy">;
  /** Null where the quote is frozen. */
  tag: string | null;
};

export function QuoteCustomer({ quote, tag }: QuoteCustomerProps) {
  const [editing, setEditing] = useState(false);
  const { customer } = quote;
  return (
    <Panel aria-labelledby="customer-title">
      <PanelHeading
        id="customer-title"
        aside={
          tag && !editing ? (
            <Button size="small" tone="quiet" onClick={() => setEditing(true)}>
              <Pencil aria-hidden="true" />
              Edit customer
            </Button>
          ) : null
        }
      >
        Customer
      </PanelHeading>
      {tag && editing ? (
        <QuoteForm
          number={quote.number}
          tag={tag}
          saved="Customer saved"
          read={(form) => ({ customer: readCustomer(form) })}
          onDone={() => setEditing(false)}
        >
          {(id, errorAt) => <CustomerFields id={id} customer={customer} errorAt={errorAt} />}
        </QuoteForm>
      ) : (
        <div className="grid gap-x-8 gap-y-3 px-4 py-3 sm:grid-cols-3">
          <address className="not-italic">
            <strong className="block">{customer.name}</strong>
            {customer.address?.map((row) => (
              <span key={row} className="block">
                {row}
              </span>
            ))}
            <span className="text-ink-muted block">
              {[customer.country, customer.language && languageName(customer.language)].filter(Boolean).join(" · ")}
            </span>
          </address>
          <Fact name="Contact">{[customer.contact, customer.email].filter(Boolean).join(" · ")}</Fact>
          <Fact name="Prepared by">{quote.preparedBy}</Fact>
        </div>
      )}
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <p>
      <span className="text-caption text-ink-muted block">{name}</span>
      <span className="break-words">{children || <span className="text-ink-faint">not given</span>}</span>
    </p>
  );
}
