import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

export type Theme = "light" | "dark";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules whose answer depends on colours: a theme changes nothing but colours. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** Narrow pages are loaded dark and wide ones light, so that every rule is asked of both themes. */
export const views: readonly { readonly width: number; readonly themes: readonly [Theme, Theme] }[] = [
  { width: 1440, themes: ["light", "dark"] },
  { width: 390, themes: ["dark", "light"] },
];

/** Has the window and the theme that the next page is to be loaded with. */
export async function useView(page: Page, { width, themes: [theme] }: (typeof views)[number]): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await wear(page, theme);
}

/** What axe finds on the page in its theme by all rules, and in the other by those of colours. */
export async function faultsOf(page: Page, { themes: [theme, other] }: (typeof views)[number]): Promise<string[]> {
  const found = await violations(page, theme, (axe) => axe.withTags(tags));
  await wear(page, other);
  found.push(...(await violations(page, other, (axe) => axe.withRules(ofColours))));
  await wear(page, theme);
  return found;
}

/** By how many pixels the page can be scrolled sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function wear(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

async function violations(page: Page, theme: Theme, ask: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Without frames of other origins, of which no page has any, axe needs no second page to gather its answers.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations: found } = await ask(axe).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${theme}: ${id}: ${node.target.join(" ")}`));
}
