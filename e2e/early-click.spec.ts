import { expect, test } from "@/e2e/fixtures";

test("what is pressed before the page's scripts have come is done once they are there", async ({ page, signInAs }) => {
  await signInAs("seller");
  const held: (() => void)[] = [];
  let open = false;
  await page.route("**/_next/static/**/*.js", async (route) => {
    if (!open) await new Promise<void>((release) => held.push(release));
    await route.continue();
  });
  await page.goto("/catalog?q=office+365+extra+file", { waitUntil: "commit" });
  await page.getByRole("button", { name: "Favourite lists: Office 365 Extra File Storage" }).click();
  await page.getByRole("checkbox", { name: "Select Office 365 Extra File Storage" }).click();
  open = true;
  for (const release of held) release();

  await expect(page.getByRole("dialog", { name: "Favourite lists" })).toContainText("Office 365 Extra File Storage");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Selected products" })).toContainText("1 selected");
});
