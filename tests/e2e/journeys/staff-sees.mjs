// The clerk finds on her list what a citizen filed at home, registers it without asking anything again, and the head
// answers the complaint, all in the pages. ANSWER: what he writes.
import { assert, done, login, picture, somebody, SIZES } from "./lib.mjs";
import { MATTER } from "./matter.mjs";

const page = await somebody({ viewport: SIZES.wide.viewport });
await login(page);
const rows = page.locator("[data-row]");
await rows.filter({ hasText: "投诉" }).first().waitFor();
await picture(page, "journey-work-wide");
await rows.first().getByRole("link", { name: "去办理" }).click();
await page.getByText(MATTER.summary).waitFor();
await page.getByText(MATTER.name).first().waitFor();
await page.getByText("打了三次电话没有人接").waitFor();
await picture(page, "journey-dispute-wide");
const dispute = page.url();

await page.getByRole("link", { name: "按群众所写登记" }).click();
await page.getByLabel("电话核实，证件下次补").check();
await page.locator("main form .btns .btn").first().click();
await page.getByText("已办好：按群众所写登记").waitFor();

await page.goto(dispute);
await page.getByRole("link", { name: "答复来件" }).click();
await page.getByLabel("答复", { exact: true }).fill(process.env.ANSWER);
await picture(page, "journey-answer-wide");
await page.locator("main form .btns .btn").first().click();
await page.getByText("已办好：答复来件").waitFor();
assert.equal(await page.getByText("已答复").count(), 2, "the state of the case, and beside her words");
await picture(page, "journey-answered-wide");
await done(null, page);
