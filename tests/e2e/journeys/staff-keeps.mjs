// A clerk registers a visitor while her line breaks, her browser is closed and her log-in ends: nothing that was typed
// is lost, and it is registered once. HASTY: the same pages, where a log-in is over at once.
import { readFileSync } from "node:fs";
import { SIZES, assert, done, elder, login, look, picture, somebody } from "./lib.mjs";

const SAID = "地界被挪了一米多，浇水的渠也不让用，想请村里给量一量";
const page = await somebody({ viewport: SIZES.wide.viewport });
await login(page);
await page.goto("/register");
// A window so low that the page must be scrolled.
await page.setViewportSize({ width: SIZES.wide.viewport.width, height: 420 });
await page.getByLabel("来访人姓名").fill("马建国");
await page.getByLabel("对方是谁").fill("王秀英");
await page.getByLabel("说了什么").fill(SAID);
const place = () => page.evaluate(() => [window.scrollY, document.activeElement?.id, document.activeElement?.selectionStart]);
await page.evaluate(() => window.scrollBy(0, 60));
const before = await place();
assert.ok(before[0] > 0, "the page is scrolled");
await page.locator("#kept").getByText("已自动保存").waitFor();
assert.deepEqual(await place(), before, "keeping moves neither page nor focus nor what is being typed");
assert.equal(before[1], "summary");
await page.setViewportSize(SIZES.wide.viewport);

// The window is closed; the next one offers what was not finished.
await page.goto("/");
await page.goto("/register");
await page.getByRole("heading", { name: "还没有登记完的" }).waitFor();
await look(page, "staff-unfinished", "wide");
await page.getByRole("link", { name: "接着填" }).click();
const still = async () => {
  assert.equal(await page.getByLabel("来访人姓名").inputValue(), "马建国");
  assert.equal(await page.getByLabel("说了什么").inputValue(), SAID);
};
await still();
await page.locator("#place").fill("新平村");
await page.locator("#places button").first().click();
await page.getByLabel("看了证件").check();

// Without a line nothing is sent into nothing.
const send = page.getByRole("button", { name: "登记并出回执" });
await page.context().setOffline(true);
await send.click();
await page.getByText("网络断了").first().waitFor();
await still();
await picture(page, "journey-offline-wide");
await page.context().setOffline(false);

// The log-in ends while the form is open: the browser's cookie is one that has run out.
await page.context().clearCookies();
const hasty = await page.context().newPage();
await hasty.goto(`${process.env.HASTY}/login`);
await hasty.getByLabel("登录名").fill(process.env.LOGIN);
await hasty.getByLabel("密码").fill(process.env.PASSWORD);
await hasty.getByRole("button", { name: "登录" }).click();
await hasty.waitForURL(/login\?next/);
const csrf = await hasty.locator("input[name=csrf]").first().inputValue();
await hasty.close();
await page.evaluate((secret) => {
  for (const field of document.querySelectorAll("input[name=csrf]")) field.value = secret;
}, csrf);
await send.click();
await page.getByText("刚才填写的内容还在").waitFor();
await page.getByLabel("登录名").fill(process.env.LOGIN);
await page.getByLabel("密码").fill(process.env.PASSWORD);
await page.getByRole("button", { name: "登录" }).click();
await page.getByText("刚才填写的内容都在").waitFor();
await look(page, "staff-continue", "wide");
await page.getByRole("button", { name: "先看一遍再提交" }).click();
await still();
await send.click();
await page.getByText("已登记").first().waitFor();
const code = (await page.locator(".code").innerText()).trim();
const papers = page.url().replace(/receipt$/, "papers");
await page.goto("/register");
assert.equal(await page.getByRole("heading", { name: "还没有登记完的" }).count(), 0, "what was sent is kept no more");

// A paper is filed; what is not what it says is refused with a sentence.
await page.goto(papers);
const file = async (name, mimeType, text) => {
  await page.locator("#file").setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "收存", exact: true }).click();
};
await file("现场.jpg", "image/jpeg", "MZ\u0090 not a picture");
await page.locator("#errors").waitFor();
await look(page, "staff-papers-wrong", "wide");
await file("经过.txt", "text/plain", "四月起没有付过钱");
await page.getByText("已经收存。").waitFor();
const [kept] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "经过.txt" }).click()]);
assert.equal(readFileSync(await kept.path(), "utf8"), "四月起没有付过钱");
assert.equal(kept.suggestedFilename(), "经过.txt");
for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  await page.setViewportSize(viewport);
  await page.goto(papers);
  if (large) {
    await elder(page);
    await page.goto(papers);
  }
  await look(page, "staff-papers", size);
}
await done({ code }, page);
