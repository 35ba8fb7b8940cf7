"use client";

import { useRouter } from "next/navigation";
import { startTransition, useOptimistic } from "react";
import { address } from "@/components/ui/address";
import { LanguageChoice } from "@/components/ui/language-choice";

type LanguageSwitchProps = { locales: readonly string[]; shown: string; href: string };

/** The switch of the catalog on a page that the server renders. */
export function LanguageSwitch({ locales, shown, href }: LanguageSwitchProps) {
  const router = useRouter();
  const [chosen, choose] = useOptimistic(shown);
  return (
    <LanguageChoice
      locales={locales}
      shown={chosen}
      href={href}
      onChoose={(locale) =>
        startTransition(() => {
          choose(locale ?? locales[0] ?? shown);
          const more = locale === null ? "" : `${href.includes("?") ? "&" : "?"}locale=${locale}`;
          router.push(address(href + more), { scroll: false });
        })
      }
    />
  );
}
