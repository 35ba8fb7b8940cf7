import {
  ArrowRight,
  Bookmark,
  Clock,
  FileText,
  FolderOpen,
  Package,
  Play,
  Search,
  ShoppingCart,
  Tag,
  type LucideIcon,
} from "lucide-react";

const icons: Readonly<Record<string, LucideIcon>> = {
  Products: Package,
  Services: FolderOpen,
  Categories: Tag,
  Quotes: FileText,
  "Recent quotes": FileText,
  "Looked at last": Clock,
  Views: Bookmark,
  Carts: ShoppingCart,
  Catalog: Search,
  Do: Play,
};

/** Tells at a glance what an option leads to; its group says it in words. */
export function OptionIcon({ group }: { group: string }) {
  const Icon = icons[group] ?? ArrowRight;
  return <Icon aria-hidden="true" className="text-ink-faint size-4! flex-none" />;
}
