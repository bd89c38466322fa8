// The pages of times in every size: before somebody chooses, when the session is set, and before somebody leaves; then she leaves.
import { SIZES, done, elder, look, somebody } from "./lib.mjs";

const seen = [];
const pages = [];
for (const [size, { viewport, elder: large }] of Object.entries(SIZES)) {
  const page = await somebody({ viewport });
  await page.goto("/citizen");
  if (large) await elder(page);
  seen.push({ size, incomplete: await look(page, "committee-home", size) });
  await page.goto("/citizen/times");
  await page.getByLabel("查询码").fill(process.env.CODE);
  await page.getByLabel("手机号后四位").fill("0001");
  await page.getByRole("button", { name: "查询" }).click();
  pages.push(page);
  if (process.env.CHOOSE) {
    await page.getByRole("heading", { name: "哪几个时间您能来？" }).waitFor();
    seen.push({ size, incomplete: await look(page, "citizen-times-choose", size) });
    continue;
  }
  await page.getByRole("heading", { name: "调解时间定了" }).waitFor();
  await page.getByText("14:30 新平村议事厅").waitFor();
  seen.push({ size, incomplete: await look(page, "citizen-times-set", size) });
  await page.getByRole("link", { name: "不想调解了" }).click();
  await page.getByRole("heading", { name: "不想调解了" }).waitFor();
  seen.push({ size, incomplete: await look(page, "citizen-times-leave", size) });
}
if (!process.env.CHOOSE) {
  const [last] = pages.slice(-1);
  await last.getByRole("button", { name: "终止这次调解" }).click();
  await last.getByText("这次调解已经终止").waitFor();
  await last.getByText("这次调解已经结束").waitFor();
}
await done(seen, ...pages);
