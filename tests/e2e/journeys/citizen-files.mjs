// A citizen on a 375-pixel phone, in elder mode, without JavaScript: files, makes mistakes, tracks, complains.
import { assert, done, elder, picture, somebody } from "./lib.mjs";
import { MATTER, kind, next, other, place, receipt, summary, you } from "./matter.mjs";

const page = await somebody({ javaScriptEnabled: false });
await page.goto("/citizen");
await elder(page);
await page.getByRole("link", { name: "开始反映" }).click();

// Going on without an answer says what is missing, and nothing that was answered is gone.
await next(page);
await page.getByRole("alert").getByRole("link", { name: "请选一类" }).waitFor();
await kind(page);
await place(page);
await summary(page);

// Larger or smaller text in the middle loses no word.
await page.getByLabel("姓名或者单位名称").fill(MATTER.other);
await page.getByRole("button", { name: "普通版" }).click();
assert.equal(await page.getByLabel("姓名或者单位名称").inputValue(), MATTER.other);
await elder(page);
assert.equal(await page.getByLabel("姓名或者单位名称").inputValue(), MATTER.other);

// Back and forth.
await page.getByRole("button", { name: "返回上一步" }).click();
assert.equal(await page.getByLabel("怎么回事，您想怎么解决？").inputValue(), MATTER.summary);
await next(page);
assert.equal(await page.getByLabel("姓名或者单位名称").inputValue(), MATTER.other);
await other(page);

// A number that is none; Enter goes on like the button.
await page.getByLabel("您的姓名").fill(MATTER.name);
await page.getByLabel("您的电话").fill("139");
await page.getByLabel("您的电话").press("Enter");
await page.getByRole("alert").getByRole("link", { name: "这不像一个电话号码" }).waitFor();
assert.equal(await page.getByLabel("您的姓名").inputValue(), MATTER.name);
await you(page);

// The last page shows every answer; one is changed and it comes back here.
await page.getByRole("button", { name: "改 怎么回事" }).click();
await summary(page);
await page.getByRole("heading", { name: "核对一遍，再提交" }).waitFor();
await page.getByRole("button", { name: "提交", exact: true }).click();
const code = await receipt(page);
await picture(page, "journey-filed-elder");
assert.match(code, /^([0-9A-Z]{4}-){4}[0-9A-Z*~$=]$/);
await page.getByText("金贵镇综治中心").last().waitFor();

// Somebody else gets the phone; then she looks again with code and digits.
await page.getByRole("button", { name: "看完了，退出" }).click();
await page.goto("/citizen/dispute");
await page.getByRole("heading", { name: "查办到哪一步了" }).waitFor();
await page.getByLabel("查询码").fill(code.toLowerCase().replaceAll("-", ""));
await page.getByLabel("手机号后四位").fill("9999");
await page.getByRole("button", { name: "查询" }).click();
await page.getByRole("alert").getByText("对不上").waitFor();
await page.getByLabel("手机号后四位").fill("0001");
await page.getByRole("button", { name: "查询" }).click();
await page.getByText("您的事已经收到，窗口正在登记").waitFor();

// She complains, and sees until when it is answered.
await page.getByRole("link", { name: "投诉" }).click();
await page.getByRole("button", { name: "提交", exact: true }).click();
await page.getByRole("alert").waitFor();
await page.getByLabel("您对什么不满意？").fill("打了三次电话没有人接");
await page.getByRole("button", { name: "提交", exact: true }).click();
await page.getByText("投诉已经收到，由负责人答复").waitFor();
await page.getByText("还没有答复，最迟").waitFor();
await picture(page, "journey-complained-elder");

await done({ code }, page);
