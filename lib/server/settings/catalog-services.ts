import type { CatalogServiceDto, TaxonomyDto } from "@/lib/contracts/catalog-settings";
import { facetLabel } from "@/lib/domain/catalog/facet-labels";
import type { CatalogFacet } from "@/lib/domain/catalog/facets";
import type { Catalog } from "@/lib/server/catalog/catalog";
import { listCategories, listServiceTypes, listTopics } from "@/lib/server/catalog/list-values";
import { vendorLabel } from "@/lib/server/catalog/vendor-label";
import type { TaxonomyChoices } from "@/lib/server/settings/taxonomy";
import type { Viewer } from "@/lib/server/viewer";

type ServiceList = { items: CatalogServiceDto[]; total: number };

/** By name of service; the counts are of all products, archived ones too. */
export function listCatalogServices({ services }: Pick<Catalog, "services">, _viewer: Viewer): ServiceList {
  const items = services
    .map(({ vendor, service, products, severalRequirements, without }) => ({
      vendor,
      vendorLabel: vendorLabel(vendor),
      service,
      products,
      severalRequirements,
      without: [...without],
    }))
    .sort((a, b) => a.service.localeCompare(b.service, "en") || (a.vendor < b.vendor ? -1 : 1));
  return { items, total: items.length };
}

type Value = { readonly value: string; readonly label: string };
type Lists = Readonly<Record<"categories" | "topics" | "serviceTypes", readonly Value[]>>;

async function vendorLists(viewer: Viewer): Promise<Lists> {
  const [categories, topics, serviceTypes] = [
    await listCategories(viewer),
    await listTopics(viewer),
    await listServiceTypes(viewer),
  ];
  return { categories: categories.items, topics: topics.items, serviceTypes: serviceTypes.items };
}

/** What the vendors list, and what their products carry. */
export async function taxonomyChoices(viewer: Viewer): Promise<TaxonomyChoices> {
  const { categories, topics, serviceTypes } = await vendorLists(viewer);
  const values = (list: readonly Value[]) => new Set(list.map(({ value }) => value));
  return { categories: values(categories), topics: values(topics), serviceTypes: values(serviceTypes) };
}

/** The same with their words, and with what mappings hold already. */
export async function taxonomyLists(viewer: Viewer, { rows }: TaxonomyDto): Promise<Lists> {
  const { categories, topics, serviceTypes } = await vendorLists(viewer);
  return {
    categories: merged(
      "category",
      categories,
      rows.flatMap((row) => row.categories),
    ),
    topics: merged(
      "topic",
      topics,
      rows.flatMap((row) => row.topics),
    ),
    serviceTypes: merged(
      "serviceType",
      serviceTypes,
      rows.flatMap(({ serviceType }) => serviceType ?? []),
    ),
  };
}

function merged(facet: CatalogFacet, listed: readonly Value[], held: readonly string[]): Value[] {
  const labels = new Map(
    [...listed.map(({ value }) => value), ...held].map((value) => [value, facetLabel(facet, value)]),
  );
  return [...labels].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, "en"));
}
