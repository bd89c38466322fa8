// A clerk logs in with the agency's own identity provider, without JavaScript too; logs out of both.
import { SIZES, assert, done, elder, look, picture, somebody } from "./lib.mjs";

const { PROVIDER } = process.env;
const seen = [];
const pages = [];
for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  const page = await somebody({ viewport, javaScriptEnabled: size !== "phone" });
  // The provider is another host on purpose; nothing else may be asked.
  page.faults.push = (fault) => String(fault).includes(PROVIDER) || Array.prototype.push.call(page.faults, fault);
  await page.goto("/search?q=x");
  if (large) await elder(page);
  if (size !== "phone") seen.push({ size, incomplete: await look(page, "staff-login-oidc", size) });
  await page.getByRole("link", { name: /统一身份认证/ }).click();
  await page.waitForURL(`${PROVIDER}/**`);
  await page.locator("#allow").click();
  await page.waitForURL(/\/search/);
  await page.getByText("张敏").first().waitFor();
  await page.getByRole("button", { name: "退出" }).first().click();
  await page.getByText("已经退出本系统").waitFor();
  await picture(page, `staff-left-oidc-${size}`);
  await page.goto("/");
  await page.getByLabel("登录名").waitFor();
  await page.goto("/login?left=1");
  await page.getByRole("link", { name: /同时退出/ }).click();
  await page.getByText("Logged out").waitFor();
  // An answer that belongs to no log-in of this browser.
  await page.goto("/login/oidc/back?code=code-1&state=guessed");
  await page.getByText("没有放行").waitFor();
  await picture(page, `staff-refused-oidc-${size}`);
  assert.deepEqual([...page.faults], []);
  pages.push(page);
}
await done(seen);
