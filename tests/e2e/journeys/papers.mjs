// The mediator issues the agreement, downloads it twice, corrects it and binds the dossier; a citizen without JavaScript
// downloads hers; somebody verifies the code, and a forged one.
import { readFile } from "node:fs/promises";
import { assert, done, login, somebody } from "./lib.mjs";

const kept = async (page, press) => {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};
const first = (page, name) => page.getByRole("link", { name }).first();

const mediator = await somebody({ viewport: { width: 1280, height: 900 } });
await login(mediator);
await mediator.goto(`/disputes/${process.env.DISPUTE}`);
await mediator.getByRole("link", { name: "人民调解协议书" }).click();

// What the case knows is not asked; what is missing is told, and nothing that was typed is lost.
for (const known of ["committee", "parties", "amount", "due", "number"]) {
  assert.equal(await mediator.locator(`main form [name=${known}]`).count(), 0, `${known} is not asked`);
}
assert.equal(await mediator.getByLabel("人民调解员", { exact: true }).inputValue(), "刘长顺");
await mediator.getByLabel("履行方式").fill("现金支付，当场验收");
await mediator.getByRole("button", { name: "出具", exact: true }).click();
await mediator.locator("#errors").waitFor();
assert.equal(await mediator.getByLabel("履行方式").inputValue(), "现金支付，当场验收");
await mediator.getByLabel("协议份数").fill("3");
await mediator.getByLabel("记录人").fill("李静");

// The preview is a PDF and changes nothing.
const preview = await mediator.evaluate(async () => {
  const form = document.querySelector("main form.card");
  const fields = new URLSearchParams(new FormData(form));
  fields.set("preview", "1");
  const answer = await fetch(form.action, { method: "POST", body: fields });
  return { status: answer.status, type: answer.headers.get("content-type"), start: (await answer.text()).slice(0, 5) };
});
assert.deepEqual(preview, { status: 200, type: "application/pdf", start: "%PDF-" });

await mediator.getByRole("button", { name: "出具", exact: true }).click();
await mediator.getByText("文书已经出具").waitFor();
const code = (await mediator.locator("#papers").innerText()).match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)[0];
const pdf = await kept(mediator, () => first(mediator, /下载、重印/).click());
assert.match(pdf.name, /^人民调解协议书.*人调字〔2026〕第1号\.pdf$/);
assert.equal(pdf.bytes.subarray(0, 5).toString(), "%PDF-");
const again = await kept(mediator, () => first(mediator, /下载、重印/).click());
assert.ok(pdf.bytes.equals(again.bytes), "a reprint is the same bytes");
const word = await kept(mediator, () => first(mediator, /Word副本/).click());
assert.ok(word.name.endsWith(".docx") && word.bytes.subarray(0, 2).toString() === "PK");

// A citizen on a phone without JavaScript follows the square, and downloads her paper.
const citizen = await somebody({ javaScriptEnabled: false });
await citizen.goto(`/v/${code}`);
await citizen.getByText("是真的").waitFor();
const shown = await citizen.locator("main").innerText();
for (const secret of ["马建国", "王秀英", "院墙"]) assert.ok(!shown.includes(secret), `the page says ${secret}`);
await citizen.getByLabel("查询码").fill(process.env.RECEIPT);
await citizen.getByLabel("手机号后四位").fill("9999");
await citizen.getByRole("button", { name: "下载文书" }).click();
await citizen.getByRole("alert").waitFor();
assert.equal(await citizen.getByLabel("查询码").inputValue(), process.env.RECEIPT);
await citizen.getByLabel("手机号后四位").fill(process.env.DIGITS);
const hers = await kept(citizen, () => citizen.getByRole("button", { name: "下载文书" }).click());
assert.ok(pdf.bytes.equals(hers.bytes), "the citizen has what the mediator issued");

// Somebody else compares a code, and a forged one.
const stranger = await somebody();
await stranger.goto("/verify");
await stranger.getByLabel("核验码").fill(code.toLowerCase().replaceAll("-", ""));
await stranger.getByRole("button", { name: "核验" }).click();
await stranger.getByText("是真的").waitFor();
await stranger.goto(`/verify?code=${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`);
await stranger.getByText("没有查到这份文书").waitFor();

// A correction is another paper; whoever has the first learns of it.
await first(mediator, /^更正/).click();
await mediator.getByRole("button", { name: "出具更正文书" }).click();
await mediator.locator("#errors a[href='#reason']").waitFor();
await mediator.getByLabel("哪里有误").fill("记录人写错");
await mediator.getByLabel("记录人").fill("李靖");
await mediator.getByRole("button", { name: "出具更正文书" }).click();
await mediator.getByText("已被更正").waitFor();
await stranger.goto(`/v/${code}`);
await stranger.getByText("后来更正过").waitFor();

// The dossier says what it lacks.
await mediator.getByRole("link", { name: "成卷" }).click();
await mediator.getByText("还缺下面这些").waitFor();
await mediator.getByText("三十年").click();
await mediator.getByLabel("立卷人").fill("李静");
await mediator.getByLabel("结案日期").fill("2026-03-11");
await mediator.getByLabel("处理结果").fill("达成协议");
await mediator.getByRole("button", { name: "成卷" }).click();
await mediator.getByText("文书已经出具").waitFor();
const dossier = await kept(mediator, () => first(mediator, /下载、重印.*卷宗/).click());
assert.ok(dossier.bytes.length > pdf.bytes.length);

// The list of work as a workbook.
await mediator.goto("/");
const list = await kept(mediator, () => mediator.getByRole("link", { name: "导出Excel" }).click());
assert.ok(list.name.endsWith(".xlsx") && list.bytes.subarray(0, 2).toString() === "PK");

await done({ pdf: pdf.bytes.length, dossier: dossier.bytes.length, word: word.bytes.length }, mediator, citizen, stranger);
