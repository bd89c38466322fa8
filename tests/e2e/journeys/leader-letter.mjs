// A leader goes from a number to the dispute behind it; a supervision letter goes out to a township, which answers it in
// its own pages (TOWN), and the office checks the answer.
import { SIZES, assert, done, login, picture, somebody } from "./lib.mjs";

const office = await somebody({ viewport: SIZES.wide.viewport });
await login(office, "leader");
await office.getByRole("link", { name: "考核看板" }).click();
await picture(office, "journey-cockpit-wide");
const number = office.locator("a.kpi").nth(1);
const printed = (await number.innerText()).split("，")[0].trim();
await number.click();
await office.getByRole("heading", { name: /按期办结率/ }).waitFor();
assert.equal((await office.locator("p.kpi").innerText()).trim(), printed, "the number is the one that was pressed");
await office.getByRole("link", { name: /^逾期/ }).click();
const [, counted] = (await office.getByRole("heading", { level: 2 }).first().innerText()).match(/：(\d+)/);
assert.equal(await office.locator("table.work tr[data-row]").count(), Number(counted), "and the list that it opens has as many");
await office.locator("a[data-go]").first().click();
await office.getByText("登记纠纷").waitFor();
await picture(office, "journey-trace-wide");

const assessor = await somebody({ viewport: SIZES.wide.viewport });
await login(assessor, "assessor");
await assessor.goto("/cockpit");
await assessor.getByRole("link", { name: /起草督办函/ }).click();
await assessor.getByLabel("要求办什么").fill("三件移送逐件签收，十五日内书面说明原因。");
await picture(assessor, "journey-letter-draft-wide");
await assessor.locator("main form .btns .btn").first().click();
await assessor.getByText("已办好：起草督办函").waitFor();
const letter = assessor.url().split("?")[0];

await office.goto(letter);
await office.getByRole("link", { name: "签发" }).click();
await office.locator("main form .btns .btn").first().click();
await office.getByText("已签发，待答复").first().waitFor();

const town = await somebody({ viewport: SIZES.phone.viewport, pages: process.env.TOWN });
await login(town, "head");
await town.getByRole("link", { name: "督办", exact: true }).click();
await town.getByRole("link", { name: /打开/ }).click();
await town.getByText("逐件签收").waitFor();
await picture(town, "journey-letter-phone");
await town.getByRole("link", { name: "答复督办函" }).click();
await town.getByLabel("办了什么").fill("三件当天签收，已派专人联系当事人。");
await town.locator("main form .btns .btn").first().click();
await town.getByText("已办好：答复督办函").waitFor();

await assessor.goto(letter);
await assessor.getByText("三件当天签收").waitFor();
await picture(assessor, "journey-letter-answered-wide");
await assessor.getByRole("link", { name: "核查答复" }).click();
await assessor.getByLabel("要求的事已经办到").check();
await assessor.getByLabel("核查情况").fill("已逐件核对。");
await assessor.locator("main form .btns .btn").first().click();
await assessor.getByText("已核查办结").first().waitFor();
await done(null, office, assessor, town);
