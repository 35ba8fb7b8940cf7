import type { Metadata } from "next";
import Link from "next/link";
import { glossary } from "@/components/help/glossary";
import { HelpSection } from "@/components/help/help-section";
import { keys } from "@/components/shell/keys";
import { address } from "@/components/ui/address";
import { pageViewer } from "@/lib/server/page-viewer";

export const metadata: Metadata = { title: "Help" };

/** What the desk is for and what its words mean; kept in step with the pages it speaks of. */
export default async function HelpPage() {
  await pageViewer();
  return (
    <div className="mx-auto grid max-w-[60rem] gap-4 px-4 py-5 lg:px-6">
      <header>
        <h1 className="text-heading font-strong">Help</h1>
        <p className="text-ink-muted">From a part number to an accepted quote, and what the words mean.</p>
      </header>
      <HelpSection id="help-job" title="The main job">
        <ol className="grid list-decimal gap-1.5 pl-5">
          <li>
            Find the product in the{" "}
            <Link className="link" href="/catalog">
              catalog
            </Link>
            : type a name, a part number or a part of one, with or without dashes, or narrow the list with the filters.
            A slip in a word is forgiven; a part number that is not there leads to the nearest one. Several values of
            one filter widen it, further filters narrow it; the number beside a value is what it alone would give.
          </li>
          <li>
            Add it to a cart. A list of part numbers goes in at once through{" "}
            <Link className="link" href={address("/paste")}>
              Paste list
            </Link>
            ; nothing is added before you confirm.
          </li>
          <li>
            Mend what the cart reports: each problem names its cause and has a button that fixes it. Undo brings back
            the exact state.
          </li>
          <li>
            Make the quote, check it, send it. Sending freezes what the customer sees; a later change makes a new
            version.
          </li>
          <li>
            Print it on A4 or Letter, or copy its share link. The customer needs no account to read, accept or decline.
            Figures and dates are written as in the customer’s language; the words stay English.
          </li>
        </ol>
      </HelpSection>
      <HelpSection id="help-money" title="Where a cost and a price come from">
        <p>
          Every cost says its origin: from the vendor, estimated by a rule, or typed by a colleague. Where none is known
          the desk says so and shows no margin; totals then say on how many lines the margin stands. “Why this price?”
          opens the whole chain from cost to price.
        </p>
        <p>
          Amounts are exact and rounded once, at the line. Different currencies and different billing periods are never
          added up. A typed price may be short: <kbd>m20</kbd> is a margin of 20 %, <kbd>+5%</kbd> raises it,{" "}
          <kbd>-3</kbd> lowers it by 3.00, <kbd>*2</kbd> doubles it.
        </p>
      </HelpSection>
      <HelpSection id="help-fresh" title="How old the data is">
        <p>
          Prices say as of when they are. While a vendor cannot be reached its last good copy stays in use and its age
          is shown;{" "}
          <Link className="link" href={address("/status")}>
            Status
          </Link>{" "}
          names the cause and the next try, and{" "}
          <Link className="link" href={address("/changes")}>
            Changes
          </Link>{" "}
          lists what each sync found different. A sync that would withdraw many products, or move many prices far or
          drop them, changes nothing at first: withdrawals wait for the next sync to find the same, prices for somebody
          to start it by hand.
        </p>
      </HelpSection>
      <HelpSection id="help-house" title="What the house sets">
        <p>
          Under{" "}
          <Link className="link" href={address("/settings")}>
            Settings
          </Link>{" "}
          everybody sees what holds: where services stand whose vendor gives no categories, which words mean the same in
          a search, and for which services one of several requirements is enough. An administrator changes these, a
          manager the margin bands and price rules. A change reaches lists and carts within seconds; quotes that were
          sent stay as they are.
        </p>
      </HelpSection>
      <HelpSection id="help-words" title="Words">
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
          {glossary.map(([word, meaning]) => (
            <div key={word} className="contents">
              <dt className="font-strong">{word}</dt>
              <dd className="text-ink-muted max-sm:mb-1">{meaning}</dd>
            </div>
          ))}
        </dl>
      </HelpSection>
      <HelpSection id="help-keys" title="Keys">
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
          {keys.map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="part-number border-line-strong rounded-[4px] border px-1.5 py-0.5 whitespace-nowrap">
                  {key}
                </kbd>
              </dt>
              <dd className="text-ink-muted max-sm:mb-1">{does}</dd>
            </div>
          ))}
        </dl>
        <p className="text-table text-ink-muted">
          Single-letter keys rest while you type. They can be switched off in the list that <kbd>?</kbd> opens and under
          Settings.
        </p>
      </HelpSection>
    </div>
  );
}
