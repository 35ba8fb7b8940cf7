import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export type Theme = "light" | "dark";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules whose answer depends on colours: a theme changes nothing but colours. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** Narrow pages are asked every rule dark and wide ones light, so that each rule is asked of both themes. */
export const views: readonly { readonly width: number; readonly themes: readonly [Theme, Theme] }[] = [
  { width: 1440, themes: ["light", "dark"] },
  { width: 390, themes: ["dark", "light"] },
];

/** What axe finds on a page in the view's first theme by all rules, and in its second by those of colours. */
export async function faultsOf(page: Page, path: string, { width, themes }: (typeof views)[number]): Promise<string[]> {
  const [theme, other] = themes;
  await page.setViewportSize({ width, height: 900 });
  await open(page, path, other);
  const ofOther = await violations(page, other, (axe) => axe.withRules(ofColours));
  await open(page, path, theme);
  return [...ofOther, ...(await violations(page, theme, (axe) => axe.withTags(tags)))];
}

/** What axe finds in a part of the page as it stands, with all that is open on it, in both themes. */
export async function faultsNow(page: Page, part = "body"): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    found.push(...(await violations(page, theme, (axe) => axe.include(part).withTags(tags))));
  }
  return found;
}

/** By how many pixels the page can be scrolled sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Loaded anew: colours on their way from one theme to the other belong to neither. */
async function open(page: Page, path: string, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
}

async function violations(page: Page, theme: Theme, ask: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Without frames of other origins, of which no page has any, axe needs no second page to gather its answers.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations: found } = await ask(axe).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${theme}: ${id}: ${node.target.join(" ")}`));
}
