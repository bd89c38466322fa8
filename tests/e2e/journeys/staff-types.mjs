// A scripted typist registers a visitor by keyboard alone, from her list to the printed code. What is counted is what
// she presses beyond the facts; how long it took is said, not judged: TYPED_MS is her pause between two keys.
import { SIZES, assert, done, login, look, picture, somebody } from "./lib.mjs";

const MOST = 25; // keys beyond the facts (console bar B1)
const pause = Number(process.env.TYPED_MS ?? 0);
const page = await somebody({ viewport: SIZES.wide.viewport });
await login(page);

const keys = page.keyboard;
let facts = 0;
let beyond = 0;
const press = async (key) => {
  beyond += 1;
  await keys.press(key, { delay: pause });
};
const type = async (text) => {
  facts += [...text].length;
  await keys.type(text, { delay: pause });
};
// Tab until the focus is there, as somebody does who looks at the screen.
const to = async (id) => {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
    await press("Tab");
  }
  assert.fail(`no way to #${id} by Tab`);
};
const choose = async (name, value) => {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    const at = await page.evaluate(() => document.activeElement?.name ?? "");
    if (at === name) break;
    await press("Tab");
  }
  for (let steps = 0; steps < 6; steps += 1) {
    await press(steps === 0 ? "Space" : "ArrowRight");
    if (await page.evaluate((n) => document.querySelector(`[name=${n}]:checked`)?.value, name) === value) return;
  }
  assert.fail(`${name} is never ${value}`);
};

const began = Date.now();
await press("n");
await page.getByLabel("来访人姓名").waitFor();
await to("name");
await type("马建国");
await to("phone");
await type("13995170001");
await to("other");
await type("王秀英");
await to("place");
await type("jgz");
await page.locator("#places button").first().waitFor();
await press("Tab");
const place = (await page.evaluate(() => document.activeElement?.textContent ?? "")).trim();
await press("Enter");
assert.equal(await page.getByLabel("发生在哪里").inputValue(), place, "the place that was chosen stands in the field");
await to("summary");
await type("四月起两家为浇水先后吵了三次，上游把水口堵了，要求轮流浇水，赔两亩玉米苗");
// The advice comes while she types, beside the form, and takes no focus away.
await page.locator("#advice .tag").first().waitFor();
assert.equal(await page.evaluate(() => document.activeElement?.id), "summary");
await picture(page, "journey-register-wide");
await choose("willing", "yes");
await choose("identity", "document_shown");
for (let tabs = 0; tabs < 10; tabs += 1) {
  if (await page.evaluate(() => document.activeElement?.matches("button.btn:not(.sec)"))) break;
  await press("Tab");
}
await press("Enter");
await page.getByText("已登记").or(page.locator("#errors")).first().waitFor();
assert.deepEqual(await page.locator("#errors li").allInnerTexts(), [], "the form was not taken");
const ms = Date.now() - began;
const code = (await page.locator(".code").innerText()).trim();
await look(page, "staff-receipt", "wide");
assert.ok(beyond <= MOST, `${beyond} keys beyond the facts`);
// At 160 characters a minute, a third of a second for every other key.
const spoken = Math.round((facts * 60) / 160 + beyond / 3);
await done({ code, facts, beyond, ms, "seconds at 160 characters a minute": spoken }, page);
