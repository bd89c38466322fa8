// The way to court in every size.
import { SIZES, done, elder, look, somebody } from "./lib.mjs";

const seen = [];
const pages = [];
for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  const page = await somebody({ viewport });
  await page.goto("/citizen/track");
  if (large) await elder(page);
  await page.getByLabel("查询码").fill(process.env.CODE);
  await page.getByLabel("手机号后四位").fill("0001");
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByRole("heading", { name: "现在由谁办" }).waitFor();
  seen.push({ size, incomplete: await look(page, "citizen-own-suit", size) });
  await page.goto("/citizen/suit");
  seen.push({ size, incomplete: await look(page, "citizen-suit", size) });
  pages.push(page);
}
await done(seen, ...pages);
