// The line breaks while a form is sent, in the middle and at the end: nothing that was typed is lost, nothing is
// filed twice.
import { assert, done, somebody } from "./lib.mjs";
import { MATTER, kind, next, other, place, receipt, you } from "./matter.mjs";

const page = await somebody();
await page.goto("/citizen/file");
await kind(page);
await place(page);
await page.getByLabel("怎么回事，您想怎么解决？").fill(MATTER.summary);

const cut = async (press) => {
  await page.context().setOffline(true);
  await press();
  // Chromium's own page that says that there is no line.
  await page.locator("#main-frame-error").waitFor();
  await page.context().setOffline(false);
};

await cut(() => next(page).catch(() => {}));
await page.reload();
await page.getByRole("heading", { name: "对方是谁？" }).waitFor();
await page.getByRole("button", { name: "返回上一步" }).click();
assert.equal(await page.getByLabel("怎么回事，您想怎么解决？").inputValue(), MATTER.summary);
await next(page);
await other(page);
await you(page);
await page.getByText(MATTER.summary).waitFor();

const send = () => page.getByRole("button", { name: "提交", exact: true }).click();
await cut(() => send().catch(() => {}));
await page.reload();
const code = await receipt(page);

await done({ code }, page);
