import type { ReactNode } from "react";
import { kindsOf, needsAmount, needsPercent, type RuleDraft, roundings } from "@/components/settings/rule-draft";
import type { RuleChoices } from "@/components/settings/rule-choices";
import { Field, fieldControl, Select, TextInput } from "@/components/ui/field";

type FieldsProps = { id: string; draft: RuleDraft; onChange: (part: Partial<RuleDraft>) => void };

type TextProps = FieldsProps & { name: keyof RuleDraft; label: string; hint?: string; type?: string; list?: string };

function Text({ id, draft, onChange, name, label, hint, type = "text", list }: TextProps) {
  return (
    <Field id={`${id}-${name}`} label={label} hint={hint}>
      <TextInput
        {...fieldControl(`${id}-${name}`, { hint: hint !== undefined })}
        type={type}
        list={list}
        autoComplete="off"
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
}

type ChoiceProps = FieldsProps & { name: keyof RuleDraft; label: string; hint?: string; children: ReactNode };

function Choice({ id, draft, onChange, name, label, hint, children }: ChoiceProps) {
  return (
    <Field id={`${id}-${name}`} label={label} hint={hint}>
      <Select
        {...fieldControl(`${id}-${name}`, { hint: hint !== undefined })}
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      >
        {children}
      </Select>
    </Field>
  );
}

/** What the rule does, how it is rounded or enforced, and when it holds. */
export function RuleEffectFields(props: FieldsProps) {
  const { draft } = props;
  const isLimit = draft.sets === "limit";
  return (
    <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-3">
      <Choice {...props} name="kind" label={isLimit ? "Limit" : draft.sets === "cost" ? "Cost" : "Price"}>
        {kindsOf[draft.sets].map(([kind, label]) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </Choice>
      {needsPercent(draft.kind) ? <Text {...props} name="percent" label="Percent" hint="Such as 12.5" /> : null}
      {needsAmount(draft.kind) ? (
        <>
          <Text {...props} name="amount" label="Amount" />
          <Text {...props} name="currency" label="Currency" hint="Three letters" />
        </>
      ) : null}
      {isLimit ? (
        <Choice {...props} name="policy" label="When broken" hint="Block and ask keep a quote from being sent as it is">
          <option value="block">Block: cannot be sent</option>
          <option value="ask">Ask: needs a reason and approval</option>
          <option value="warn">Warn: is said on the line</option>
          <option value="off">Off</option>
        </Choice>
      ) : (
        <RuleTimes {...props} />
      )}
    </div>
  );
}

function RuleTimes(props: FieldsProps) {
  const { draft } = props;
  return (
    <>
      <Choice {...props} name="rounding" label="Rounding">
        {roundings.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
      {draft.rounding === "step" ? <Text {...props} name="step" label="Step" /> : null}
      {draft.rounding === "" ? null : (
        <Choice {...props} name="direction" label="Direction">
          <option value="nearest">To the nearest</option>
          <option value="up">Up</option>
          <option value="down">Down</option>
        </Choice>
      )}
      <Text {...props} name="validFrom" label="First day" type="date" hint="Empty: always" />
      <Text {...props} name="validUntil" label="Last day" type="date" hint="It belongs to it" />
    </>
  );
}

/** Every entry narrows; all that are filled in must fit. */
export function RuleScopeFields({ choices, ...props }: FieldsProps & { choices: RuleChoices }) {
  const { id } = props;
  return (
    <fieldset className="border-t pt-3">
      <legend className="float-left w-full pb-2 font-strong">What it is for</legend>
      <div className="clear-both grid items-start gap-x-4 gap-y-3 sm:grid-cols-2">
        <Choice {...props} name="vendor" label="Vendor">
          <option value="">All vendors</option>
          {Object.entries(choices.vendors).map(([vendor, label]) => (
            <option key={vendor} value={vendor}>
              {label}
            </option>
          ))}
        </Choice>
        <Choice {...props} name="customer" label="Customer">
          <option value="">All customers</option>
          {Object.entries(choices.customers).map(([customer, name]) => (
            <option key={customer} value={customer}>
              {name}
            </option>
          ))}
        </Choice>
        <Text {...props} name="service" label="Service" hint="Empty: all" list={`${id}-services`} />
        <Text {...props} name="category" label="Category" hint="Empty: all" list={`${id}-categories`} />
        <div className="sm:col-span-2">
          <Text
            {...props}
            name="product"
            label="Product"
            hint="The address of its page, or its key with the vendor chosen. Empty: all"
          />
        </div>
      </div>
      <datalist id={`${id}-services`}>
        {choices.services.map((service) => (
          <option key={service} value={service}>
            {service}
          </option>
        ))}
      </datalist>
      <datalist id={`${id}-categories`}>
        {choices.categories.map((category) => (
          <option key={category} value={category}>
            {category}
          </option>
        ))}
      </datalist>
    </fieldset>
  );
}
