// Whoever means harm: a form of another site, another person's dispute, script in every field, a form without end.
import { assert, done, somebody } from "./lib.mjs";
import { next, other, place } from "./matter.mjs";

const page = await somebody();
const post = (path, form, headers = {}) => page.request.post(path, { form, headers, maxRedirects: 0 });

// Without the secret of this browser's own page nothing is filed, tracked or asked; a sealed cookie that was altered
// is none.
await page.goto("/citizen/track");
for (const path of ["/citizen/file", "/citizen/track", "/citizen/ask", "/citizen/leave"]) {
  const forged = await post(path, { step: "check", code: process.env.CODE, digits: "0001" });
  assert.equal(forged.status(), 403, path);
  assert.match(await forged.text(), /这个表单不是从本系统的页面提交的/);
}
const secret = await page.locator("main input[name=csrf]").inputValue();
const elsewhere = await post("/citizen/track", { csrf: secret, code: process.env.CODE, digits: "0001" },
  { "sec-fetch-site": "cross-site" });
assert.equal(elsewhere.status(), 403);

// A dispute is open only in the browser that showed the pair.
const closed = await page.request.get("/citizen/dispute", { maxRedirects: 0 });
assert.equal(closed.status(), 303);

// Too much is refused with a sentence, and the server lives on.
const endless = await post("/citizen/file", { csrf: secret, step: "summary", summary: "长".repeat(200_000) });
assert.equal(endless.status(), 413);
const long = await post("/citizen/file", { csrf: secret, step: "summary", summary: "长".repeat(2001) });
assert.equal(long.status(), 422);
assert.match(await long.text(), /写得太长了/);

// Made-up answers in hidden fields are asked again, not believed.
const madeUp = await post("/citizen/file", { csrf: secret, step: "check", kind: "quarrel", place: "640121", summary: "x",
  name: "x", phone: "13995170001", request_id: "x" });
assert.equal(madeUp.status(), 422);
for (const told of [/请选一类/, /请选事情发生的村或者镇/]) assert.match(await madeUp.text(), told);

// Script stays text, on every page that shows it again.
const evil = `"><script>window.hurt=1</script><img src=x onerror="window.hurt=1">`;
await page.goto("/citizen/file");
await page.getByLabel("说不清，请帮我看看").check();
await next(page);
await place(page);
await page.getByLabel("怎么回事，您想怎么解决？").fill(evil);
await next(page);
await page.getByLabel("姓名或者单位名称").fill(evil);
await next(page);
await page.getByLabel("您的姓名").fill(evil);
await page.getByLabel("您的电话").fill("13995170001");
await next(page);
await page.getByText(evil).first().waitFor();
await page.getByRole("button", { name: "提交", exact: true }).click();
await page.getByRole("heading", { name: "您的事已经收到" }).waitFor();
await page.goto("/citizen/ask?about=complaint");
await page.locator("textarea").fill(evil);
await page.getByRole("button", { name: "提交", exact: true }).click();
await page.getByText(evil).waitFor();
assert.equal(await page.evaluate(() => window.hurt), undefined);
const about = await page.request.get(`/citizen/ask?about=${encodeURIComponent(evil)}`);
assert.ok(!(await about.text()).includes("<script>window.hurt"));

// The headers that keep others out.
const headers = (await page.request.get("/citizen")).headers();
assert.match(headers["content-security-policy"], /default-src 'none'/);
assert.ok(!/unsafe/.test(headers["content-security-policy"]));
assert.equal(headers["cache-control"], "no-store");

await done(null, page);
