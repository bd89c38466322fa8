// Every page of papers in every size: pictures and the rules of accessibility.
import { SIZES, assert, done, elder, login, look, somebody } from "./lib.mjs";

const unsure = new Set();
const pages = [];
let code = "";

for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  const page = await somebody({ viewport });
  pages.push(page);
  const at = async (name) =>
    (await look(page, `papers-${name}`, size)).forEach((rule) => unsure.add(`${name}: ${rule}`));
  await page.goto("/login");
  if (large) await elder(page);
  await login(page);
  await page.goto(`/disputes/${process.env.DISPUTE}`);
  await page.getByRole("link", { name: "人民调解协议书", exact: true }).click();
  await at("form");
  await page.getByRole("button", { name: "出具", exact: true }).click();
  await page.locator("#errors").waitFor();
  await at("form-wrong");
  await page.getByLabel("履行方式").fill("现金支付");
  await page.getByLabel("协议份数").fill("3");
  await page.getByLabel("记录人").fill("李静");
  await page.getByRole("button", { name: "出具", exact: true }).click();
  await page.getByText("文书已经出具").waitFor();
  await at("dispute");
  code = (await page.locator("#papers").innerText()).match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)[0];
  await page.getByRole("link", { name: "人民调解记录" }).first().click();
  await at("form-rows");
  const rows = page.locator(".rowset .row");
  const before = await rows.count();
  await page.getByLabel("记录第1行发言人").fill("调解员");
  await page.getByRole("button", { name: "再加几行" }).click();
  await rows.nth(before).waitFor();
  assert.equal(await page.getByLabel("记录第1行发言人").inputValue(), "调解员", "what was typed stays");
  await page.goBack();
  await page.goBack();
  await page.getByRole("link", { name: /^更正/ }).first().click();
  await at("correct");
  await page.goBack();
  await page.getByRole("link", { name: "成卷", exact: true }).click();
  await at("dossier");
  await page.goto("/verify");
  await at("verify");
  await page.goto(`/v/${code}`);
  await at("verify-found");
  await page.goto("/v/0000-0000-0000-0000");
  await at("verify-none");
}

await done({ unsure: [...unsure] }, ...pages);
