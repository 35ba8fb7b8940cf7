import type { VendorId } from "@/lib/domain/catalog/product";
import type { CatalogSource } from "@/lib/vendors/catalog-source";
import type { NeutralOrder, OrderDraft } from "@/lib/vendors/order-draft";
import type { VendorRuntime } from "@/lib/vendors/runtime";
import {
  readFields,
  type ReadSettings,
  secretsIn,
  type SettingFields,
  type SettingsIn,
  type Variables,
} from "@/lib/vendors/settings";

/** `Settings` holds the own settings of each vendor under its id; null = the vendor is off. */
export type VendorEntry<Settings> = {
  readonly id: VendorId;
  readonly label: string;
  /** This vendor's own part of the settings, from the variables it names. */
  readonly readSettings: (variables: Variables) => ReadSettings<object>;
  /** What must never stand in a log. */
  readonly secretsOf: (settings: Settings) => readonly string[];
  /** The source of this vendor, or null where the settings leave it off. */
  readonly create: (settings: Settings, runtime: VendorRuntime) => CatalogSource | null;
  /** An order of ours in the vendor's shape. */
  readonly draftOrder: (order: NeutralOrder) => OrderDraft<unknown>;
};

/** What a list of vendors needs to be told. */
export type SettingsOf<Entries> = Entries extends readonly [VendorEntry<infer First>, ...infer Rest]
  ? First & SettingsOf<Rest>
  : unknown;

/** One line of a registry. */
export function defineVendor<const Id extends string, Fields extends SettingFields>(vendor: {
  readonly vendor: Id;
  readonly label: string;
  readonly settings: Fields;
  readonly createSource: (settings: SettingsIn<Fields> & VendorRuntime) => CatalogSource;
  readonly draftOrder: (order: NeutralOrder) => OrderDraft<unknown>;
}): VendorEntry<{ readonly [Name in Id]: SettingsIn<Fields> | null }> {
  const { vendor: id, label, settings: fields, createSource, draftOrder } = vendor;
  return {
    id,
    label,
    draftOrder,
    readSettings: (variables) => {
      const { settings, complaints } = readFields(label, fields, variables);
      return { settings: { [id]: settings }, complaints };
    },
    secretsOf: (settings) => {
      const own: SettingsIn<Fields> | null = settings[id];
      return own === null ? [] : secretsIn(fields, own);
    },
    create: (settings, runtime) => {
      const own: SettingsIn<Fields> | null = settings[id];
      return own === null ? null : createSource({ ...own, ...runtime });
    },
  };
}

/** The settings of every vendor of the list, from the variables each of them names. */
export function readVendorSettings<const Entries extends readonly Pick<VendorEntry<never>, "readSettings">[]>(
  entries: Entries,
  variables: Variables,
): ReadSettings<SettingsOf<Entries>> {
  const read = entries.map((entry) => entry.readSettings(variables));
  // Each entry gives its own member, and `SettingsOf` is nothing but these together.
  const settings = Object.assign({}, ...read.map((one) => one.settings)) as SettingsOf<Entries>;
  return { settings, complaints: read.flatMap(({ complaints }) => complaints) };
}
