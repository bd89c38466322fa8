// Every page of those who lead, supervise, go out to look and keep the register, in every size: pictures and the rules
// of accessibility.
import { SIZES, assert, done, elder, login, look, somebody } from "./lib.mjs";
import { incident, scene, screening, signal } from "./patrol-lib.mjs";

const unsure = new Set();
const seen = new Set();
const pages = [];
const { CENTRE, TOWN, REGISTER } = process.env;

const at = async (page, name, size) => {
  seen.add(name);
  (await look(page, `lead-${name}`, size)).forEach((rule) => unsure.add(`${name}: ${rule}`));
};
const sized = async (size, who, where) => {
  const page = await somebody({ viewport: SIZES[size].viewport, pages: where });
  pages.push(page);
  await page.goto("/login");
  if (SIZES[size].elder) await elder(page);
  await login(page, who);
  return page;
};
const send = (page) => page.locator("main form .btns .btn").first().click();
// Every act that a page offers: its form, and what it says when it is looked at or wrong.
const acts = async (page, name, size) => {
  const back = page.url();
  const links = page.locator("main a.btn[href^='/affairs/'], main .dues a");
  for (const path of await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))) {
    const act = `${name}-${path.split("?")[0].split("/").at(-1)}`;
    if (seen.has(`${act}-looked`) && size === "wide") continue;
    await page.goto(path);
    await at(page, act, size);
    await page.locator("main form .btns .btn").last().click();
    await page.locator("#errors, main .note[role=status]").first().waitFor();
    await at(page, `${act}-looked`, size);
  }
  await page.goto(back);
};

// Something to see: a letter that is out, a screening, a warning.
const assessor = await sized("wide", "assessor");
await assessor.goto("/cockpit");
await assessor.getByRole("link", { name: /起草督办函/ }).click();
await assessor.getByLabel("要求办什么").fill("三件移送逐件签收，十五日内书面说明原因。");
await send(assessor);
await assessor.getByText("已办好：起草督办函").waitFor();
const letter = new URL(assessor.url()).pathname;
const head = await sized("wide", "head", CENTRE);
const round = await screening(head, "640122101.centre");
await signal(head, round);
await head.goto("/patrol");
const risk = await head.getByRole("link", { name: /去处置/ }).getAttribute("href");
const warned = await incident(head);
const onScene = await incident(head);
await scene(head, onScene);
await assessor.goto("/sheets");
await assessor.getByRole("link", { name: "冻结考核数据" }).click();
await assessor.getByLabel("哪一期").selectOption("2026-02");
await send(assessor);
await assessor.getByText("已办好：冻结考核数据").waitFor();
const sheet = new URL(assessor.url()).pathname;

for (const size of Object.keys(SIZES)) {
  const leader = await sized(size, "leader");
  await leader.goto("/cockpit");
  await at(leader, "cockpit", size);
  await leader.locator("summary").first().click();
  await at(leader, "cockpit-table", size);
  await leader.goto("/cockpit/figures/M-05?of=all&period=2026-03&list=late");
  await at(leader, "figure", size);
  await leader.goto(await leader.locator("a[data-go]").first().getAttribute("href"));
  await at(leader, "trace", size);
  await leader.goto("/letters");
  await at(leader, "letters", size);
  await leader.goto(letter);
  await at(leader, "letter", size);
  await acts(leader, "letter", size);

  const assesses = await sized(size, "assessor");
  await assesses.goto("/sheets");
  await at(assesses, "sheets", size);
  await acts(assesses, "sheets", size);
  await assesses.goto(sheet);
  await at(assesses, "sheet", size);
  await acts(assesses, "sheet", size);
}
const signer = await sized("wide", "leader");
await signer.goto(letter);
await signer.getByRole("link", { name: "签发" }).click();
await send(signer);
await signer.getByText("已签发，待答复").first().waitFor();
// Somebody on a roster, to see.
const keeper = await sized("wide", "registrar", REGISTER);
await keeper.goto("/roster");
await keeper.getByRole("link", { name: "登记入册" }).click();
await keeper.getByLabel("哪个单位的名册").selectOption("640122.school_mediation");
await keeper.getByLabel("姓名或者组织名称").fill("王芳");
await keeper.getByLabel("哪一类").selectOption("part_time");
await keeper.getByLabel("聘任", { exact: true }).check();
await keeper.getByLabel("由谁推选、聘任或者批准", { exact: true }).fill("贺兰县教育局");
await keeper.getByLabel("依据什么文件").fill("聘任书");
await keeper.getByLabel("联系电话").fill("13912345678");
await keeper.getByLabel("校园").check();
await keeper.getByLabel("会说什么话").fill("普通话、手语");
await keeper.getByLabel("已核对任职条件").check();
await send(keeper);
await keeper.getByText("已办好：登记入册").waitFor();
const person = new URL(keeper.url()).pathname;

for (const size of Object.keys(SIZES)) {
  const town = await sized(size, "head", TOWN);
  await town.goto("/letters");
  await at(town, "town-letters", size);
  await town.getByRole("link", { name: /打开/ }).click();
  await at(town, "town-letter", size);
  await acts(town, "town-letter", size);
  await town.goto("/sheets");
  await at(town, "town-sheets", size);
  await town.goto(sheet.replace("/own/", "/office/"));
  await town.getByRole("link", { name: /看纠纷.*调解成功率/ }).first().click();
  await at(town, "town-sheet", size);
  await acts(town, "town-sheet", size);
  await town.goto("/patrol");
  await at(town, "town-patrol", size);
  await town.getByRole("link", { name: /打开/ }).first().click();
  await at(town, "town-screening", size);
  await acts(town, "town-screening", size);

  const centre = await sized(size, "head", CENTRE);
  await centre.goto("/patrol");
  await at(centre, "patrol", size);
  await acts(centre, "patrol", size);
  await centre.goto(round);
  await at(centre, "screening", size);
  await centre.goto(risk);
  await at(centre, "risk", size);
  await acts(centre, "risk", size);
  await centre.goto("/incidents");
  await at(centre, "incidents", size);
  await acts(centre, "incidents", size);
  await centre.goto(warned);
  await at(centre, "incident-warned", size);
  if (size === "phone") {
    // What is due, by when and who does it stand in the first screen.
    const first = await centre.locator(".dues li").first().boundingBox();
    assert.ok(first.y + first.height <= SIZES.phone.viewport.height, `what is due ends at ${first.y + first.height}px`);
  }
  await acts(centre, "incident-warned", size);
  await centre.goto(onScene);
  await at(centre, "incident-scene", size);
  await acts(centre, "incident-scene", size);
  await centre.goto("/requests");
  await at(centre, "requests", size);

  const registrar = await sized(size, "registrar", REGISTER);
  for (const view of ["territorial", "authority", "mediators"]) {
    await registrar.goto(`/units?view=${view}`);
    await at(registrar, `units-${view}`, size);
  }
  await registrar.goto("/units?q=人民法院");
  await at(registrar, "units-found", size);
  await registrar.getByRole("link", { name: "贺兰县人民法院", exact: true }).click();
  await at(registrar, "unit", size);
  await acts(registrar, "unit", size);
  await registrar.goto("/units");
  await acts(registrar, "units", size);
  await registrar.goto("/roster");
  await at(registrar, "roster", size);
  await acts(registrar, "roster", size);
  await registrar.goto(person);
  await at(registrar, "person", size);
  await acts(registrar, "person", size);
  await registrar.goto("/citizen");
  await at(registrar, "citizen-home", size);
  await registrar.goto("/citizen/roster");
  await at(registrar, "citizen-roster", size);
}

await done({ unsure: [...unsure], seen: [...seen] }, ...pages);
