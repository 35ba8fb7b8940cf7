/** What a rule may be narrowed to: ids with their names. */
export type RuleChoices = {
  readonly vendors: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, string>>;
  readonly services: readonly string[];
  readonly categories: readonly string[];
};
