import type { CatalogServiceDto } from "@/lib/contracts/catalog-settings";
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

/** What the vendors list, and what their products carry. */
export async function taxonomyChoices(viewer: Viewer): Promise<TaxonomyChoices> {
  const [categories, topics, serviceTypes] = [
    await listCategories(viewer),
    await listTopics(viewer),
    await listServiceTypes(viewer),
  ];
  const values = ({ items }: typeof categories) => new Set(items.map(({ value }) => value));
  return { categories: values(categories), topics: values(topics), serviceTypes: values(serviceTypes) };
}
