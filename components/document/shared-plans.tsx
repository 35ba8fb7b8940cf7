import { overuseWords } from "@/components/document/overuse-words";
import { Amount, columnDigits } from "@/components/ui/amount";
import { formatBilling, formatCommitment, formatMoney, formatPerInFull, formatQuantity } from "@/components/ui/format";
import type { PublicProduct } from "@/lib/contracts/public-product";

type Plan = PublicProduct["plans"][number];

/** One plan as a price to read, several as a table to choose from. */
export function SharedPlans({ plans }: { plans: readonly Plan[] }) {
  const [first, ...others] = plans;
  if (!first) return null;
  if (others.length === 0) return <OnePlan plan={first} />;
  return (
    <table className="ledger [&_:is(th,td)]:px-0!">
      <caption className="text-title font-strong pb-2 text-start">Plans and prices</caption>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col" className="max-sm:hidden">
            Billing
          </th>
          <th scope="col" className="max-sm:hidden">
            Commitment
          </th>
          <th scope="col" className="num">
            Price
          </th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={`${plan.name} ${plan.partNumber ?? ""} ${plan.billingPeriod ?? ""} ${plan.commitment ?? ""}`}>
            <td className="align-top! py-2.5!">
              <PlanName plan={plan} />
            </td>
            <td className="align-top! py-2.5! max-sm:hidden">{formatBilling(plan.billingPeriod)}</td>
            <td className="align-top! py-2.5! max-sm:hidden">{formatCommitment(plan.commitment)}</td>
            <td className="num align-top! py-2.5!">
              <PlanPrice plan={plan} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OnePlan({ plan }: { plan: Plan }) {
  const facts = [
    { name: "Billing", value: formatBilling(plan.billingPeriod) },
    { name: "Commitment", value: formatCommitment(plan.commitment) },
    { name: "Quantity", value: limitsOf(plan) ?? "from 1" },
  ];
  return (
    <section aria-labelledby="price" className="border-y py-5">
      <h2 id="price" className="sr-only">
        Price
      </h2>
      <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-5">
        <p className="text-heading leading-tight">
          <PlanPrice plan={plan} />
        </p>
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt className="text-caption text-ink-muted">{name}</dt>
              <dd className="text-reading">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {plan.tiers && plan.price ? <Tiers tiers={plan.tiers} currency={plan.price.currency} /> : null}
      {plan.description ? <p className="text-ink-muted mt-4 max-w-prose">{plan.description}</p> : null}
      {plan.attributes.length > 0 ? (
        <ul className="text-reading mt-4 grid gap-1">
          {plan.attributes.map((attribute) => (
            <li key={attribute.name}>{attributeText(attribute)}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const tierWords = {
  volume: "The price of the quantity you reach holds for all units.",
  graduated: "Each unit has the price of the range it falls in.",
};

/** What a larger quantity costs each. */
function Tiers({ tiers, currency }: { tiers: NonNullable<Plan["tiers"]>; currency: string }) {
  const digits = columnDigits(tiers.prices.map(({ price }) => price));
  return (
    <div className="mt-4">
      <table className="ledger w-auto! [&_:is(th,td)]:first:pl-0!">
        <caption className="sr-only">Prices by quantity</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              From
            </th>
            <th scope="col" className="num">
              {currency} each
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.prices.map(({ from, price }) => (
            <tr key={from}>
              <td className="num">{formatQuantity(from)}</td>
              <td className="num">
                <Amount value={price} digits={digits} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-caption text-ink-muted mt-1.5">{tierWords[tiers.model]}</p>
    </div>
  );
}

function tierText({ prices, model }: NonNullable<Plan["tiers"]>): string {
  const words = prices.map(({ from, price }) => `from ${formatQuantity(from)}: ${formatMoney(price)} each`);
  return `${words.join("; ")}. ${tierWords[model]}`;
}

function attributeText({ name, description }: Plan["attributes"][number]): string {
  return description ? `${name}: ${description}` : name;
}

/** Null where any quantity will do. */
function limitsOf({ minimum, maximum }: Plan): string | null {
  const limits = [
    minimum === "0" || minimum === "1" ? null : `from ${formatQuantity(minimum)}`,
    maximum === null ? null : `up to ${formatQuantity(maximum)}`,
  ].filter(Boolean);
  return limits.length > 0 ? limits.join(", ") : null;
}

function PlanName({ plan }: { plan: Plan }) {
  const limits = limitsOf(plan);
  return (
    <>
      <span className="text-control block font-medium">{plan.name}</span>
      <span className="text-caption text-ink-muted block sm:hidden">{formatBilling(plan.billingPeriod)}</span>
      {plan.description ? (
        <span className="text-caption text-ink-muted block max-w-prose">{plan.description}</span>
      ) : null}
      {limits ? <span className="text-caption text-ink-muted block">Quantity {limits}</span> : null}
      {plan.tiers ? (
        <span className="text-caption text-ink-muted block max-w-prose">{tierText(plan.tiers)}</span>
      ) : null}
      {plan.attributes.length > 0 ? (
        <span className="text-caption text-ink-muted block">{plan.attributes.map(attributeText).join("; ")}</span>
      ) : null}
    </>
  );
}

function PlanPrice({ plan }: { plan: Plan }) {
  const used = overuseWords(plan);
  if (!plan.price && used) return <span className="text-control font-medium">{used}</span>;
  if (!plan.price) return <span className="font-medium">Price on request</span>;
  if (!/[1-9]/.test(plan.price.amount)) return <span className="font-medium">{used ? `Free, ${used}` : "Free"}</span>;
  return (
    <>
      <span className="font-medium">
        {plan.pricePrefix ? <span className="text-ink-muted font-body">{plan.pricePrefix} </span> : null}
        <Amount value={plan.price} currency />
      </span>
      <span className="text-caption text-ink-muted block">
        {plan.priceSuffix ?? formatPerInFull(plan.billingPeriod)}
      </span>
      {plan.setupPrice ? (
        <span className="text-caption text-ink-muted block">
          + <Amount value={plan.setupPrice} currency /> set-up
        </span>
      ) : null}
      {used ? <span className="text-caption text-ink-muted block">{used}</span> : null}
    </>
  );
}
