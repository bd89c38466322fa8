// A citizen on a 375-pixel phone, in elder mode, without JavaScript, chooses when she can come to mediation.
import { assert, done, elder, picture, somebody } from "./lib.mjs";

const page = await somebody({ javaScriptEnabled: false });
await page.goto("/citizen");
await elder(page);
await page.getByRole("link", { name: "选调解时间" }).click();
await page.getByLabel("查询码").fill(process.env.CODE);
await page.getByLabel("手机号后四位").fill("0001");
await page.getByRole("button", { name: "查询" }).click();
await page.getByRole("heading", { name: "哪几个时间您能来？" }).waitFor();

// Going on without a tick says so; smaller text in between loses nothing that was sent.
await page.getByRole("button", { name: "选好了" }).click();
await page.getByRole("alert").getByRole("link", { name: "请至少选一个时间" }).waitFor();
assert.equal(await page.getByRole("checkbox").count(), 2);
await page.getByRole("checkbox").nth(0).check();
await page.getByRole("checkbox").nth(1).check();
await picture(page, "journey-times-elder");
await page.getByRole("button", { name: "选好了" }).click();
await page.getByText("您选的时间记下了").waitFor();
await page.getByText("等对方选").waitFor();
assert.ok(await page.getByRole("checkbox").nth(1).isChecked(), "her choice is shown");
await picture(page, "journey-times-chosen-elder");
await done(null, page);
