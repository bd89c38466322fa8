// A citizen on a 375-pixel phone, in elder mode, without JavaScript, takes her dispute to court.
import { assert, done, elder, picture, somebody } from "./lib.mjs";

const page = await somebody({ javaScriptEnabled: false });
await page.goto("/citizen/track");
await elder(page);
await page.getByLabel("查询码").fill(process.env.CODE);
await page.getByLabel("手机号后四位").fill("0001");
await page.getByRole("button", { name: "查询" }).click();

// The way stands on her page, and what it means is read before it is gone.
await page.getByRole("link", { name: /去法院立案/ }).click();
await page.getByRole("heading", { name: "去法院立案" }).waitFor();
await page.getByText("贺兰县人民法院").first().waitFor();
await page.getByText("民事诉讼法122、126").waitFor();
await picture(page, "journey-suit-elder");

// She may think again.
await page.getByRole("link", { name: "再想想，先不去" }).click();
await page.getByRole("link", { name: /去法院立案/ }).click();
await page.getByRole("button", { name: "去法院立案" }).click();
await page.getByText("已经交给法院").waitFor();
await page.getByText("贺兰县人民法院").first().waitFor();
await picture(page, "journey-sued-elder");
assert.equal(await page.getByRole("link", { name: /去法院立案/ }).count(), 0, "it is done once");

// The page before the step leads back where there is nothing to do any more.
await page.goto("/citizen/suit");
await page.getByRole("heading", { name: "现在由谁办" }).waitFor();
await done(null, page);
