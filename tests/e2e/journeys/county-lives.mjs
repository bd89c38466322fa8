// One dispute over the whole mesh: a citizen files on her phone, the township's clerk hands it to the village's committee,
// the mediator brings both to an agreement at his own node, and the citizen reads at the counter what came of it.
// Nobody in it has a mouse: filing, sorting and handing over, mediating, agreeing, following up and looking up a figure go
// by keyboard alone. COMMITTEE: the committee's pages; CLERK, MEDIATOR: their log-ins; CLERK_PASSWORD, MEDIATOR_PASSWORD; UNIT: the committee.
import { SIZES, assert, done, elder, login, picture, somebody } from "./lib.mjs";
import { act } from "./deciding.mjs";
import { fill, pick, press, type } from "./hands.mjs";
import { file } from "./matter.mjs";

const { COMMITTEE, CLERK, CLERK_PASSWORD, MEDIATOR, MEDIATOR_PASSWORD, UNIT, LEADERS, LEADER, LEADER_PASSWORD } = process.env;
// What comes over the bus comes when it comes: the page is opened again until it says so.
const until = async (page, what) => {
  for (let tries = 0; tries < 60 && !(await what().count()); tries += 1) {
    await page.reload();
    await what().first().waitFor({ timeout: 1_000 }).catch(() => {});
  }
  await what().first().waitFor();
};

const citizen = await somebody({ javaScriptEnabled: false, keys: true });
await citizen.goto("/citizen");
await elder(citizen);
const code = await file(citizen);

const clerk = await somebody({ viewport: SIZES.wide.viewport, keys: true });
await login(clerk, CLERK, CLERK_PASSWORD);
await clerk.goto(`/search?q=${code}`);
await press(clerk.locator("main a[href^='/disputes/']").first());
await clerk.getByRole("link", { name: "按群众所写登记" }).waitFor();
const dispute = new URL(clerk.url()).pathname.split("/").at(-1);
await act(clerk, "按群众所写登记", { identity: "none" });
await act(clerk, "梳理分类", { kind: "neighbour", risk: "normal", why: "楼上漏水，相邻关系" });
await act(clerk, "移交给别的单位", { unit: UNIT, track: "people_mediation", mode: "delegate", basis: "贺党办〔2021〕15号 五（二）" });
await picture(clerk, "journey-county-handed-wide");

const mediator = await somebody({ viewport: SIZES.phone.viewport, pages: COMMITTEE, keys: true });
await login(mediator, MEDIATOR, MEDIATOR_PASSWORD);
await mediator.goto("/");
await until(mediator, () => mediator.locator(`a[href*="${dispute}"]`));
await picture(mediator, "journey-county-offered-phone");
await mediator.goto(`/disputes/${dispute}`);
await act(mediator, "签收", { number: "新平调2026-1" });
await mediator.goto(`/disputes/${dispute}`);
for (const party of ["1", "2"]) await act(mediator, "一方同意调解", { party, how: "phone" });
await press(mediator.getByRole("link", { name: "受理", exact: true }));
const today = await mediator.locator("main [name=on]").inputValue(); // the county's own clock
await mediator.goBack();
await act(mediator, "受理", { rights_told: "yes", not_handled_elsewhere: "yes", safety_cleared: "yes" });
await act(mediator, "安排调解", { on: today, place: "新平村议事厅", mode: "together" });
await picture(mediator, "journey-county-set-phone");
await act(mediator, "记录调解", { place: "新平村议事厅", mode: "together", present: ["1", "2"], record: "楼上承认漏水，愿意修好并赔钱", reached: "agreed_in_substance" });
await mediator.goto(`/disputes/${dispute}/agreement`);
await picture(mediator, "journey-county-agreement-phone");
const option = (id, label) => mediator.locator(`#${id} option`, { hasText: label }).getAttribute("value");
await fill(mediator, { facts: "楼上漏水，泡坏了楼下天花板" });
await pick(mediator.locator("#obligor-1"), await option("obligor-1", "李某某"));
await pick(mediator.locator("#obligee-1"), await option("obligee-1", "王秀英"));
await type(mediator.locator("#what-1"), "修好漏水的管道，赔天花板");
await type(mediator.locator("#amount-1"), "1200");
await type(mediator.locator("#due-1"), "2026-04-10");
await type(mediator.locator("#place-1"), "王秀英家");
await press(mediator.getByRole("button", { name: "交双方核对" }));
await mediator.getByText("已经交给双方核对").waitFor();

// She reads it and confirms it at the committee's pages, with the code that the counter gave her.
const reader = await somebody({ javaScriptEnabled: false, pages: COMMITTEE, keys: true });
await reader.goto("/citizen/room");
await type(reader.getByLabel("查询码"), code);
await type(reader.getByLabel("手机号后四位"), "0001");
await press(reader.getByRole("button", { name: "进入" }));
await reader.getByText("第1稿").waitFor();
await press(reader.getByRole("button", { name: "我同意，确认这一稿" }));
await reader.getByText("您已经确认这一稿").waitFor();
await picture(reader, "journey-county-confirmed-phone");
await mediator.goto(`/disputes/${dispute}/room`);
await press(mediator.getByRole("button", { name: "李某某当面确认这一稿" }));
await mediator.getByText("已经记录确认").waitFor();
await mediator.goto(`/disputes/${dispute}`);
for (const party of ["1", "2"]) await act(mediator, "签名、盖章", { signer: "party", party });
await act(mediator, "签名、盖章", { signer: "mediator", party: "1" });
await act(mediator, "签名、盖章", { signer: "seal", party: "1" });
await picture(mediator, "journey-county-signed-phone");

// The counter hears of it; she sees it there, and until when the other side must pay.
const back = await somebody({ javaScriptEnabled: false, keys: true });
await back.goto("/citizen/track");
await type(back.getByLabel("查询码"), code);
await type(back.getByLabel("手机号后四位"), "0001");
await press(back.getByRole("button", { name: "查询" }));
await back.getByRole("heading", { name: "现在由谁办" }).waitFor();
await until(back, () => back.getByText("已经达成协议"));
await picture(back, "journey-county-agreed-phone");

// What was promised is done: the clerk confirms it, and it is over at the counter and on her phone.
await clerk.goto(`/disputes/${dispute}`);
await act(clerk, "开始跟进履行", {});
await act(clerk, "确认履行", { obligation: "1", proof: "双方电话确认，收条一张", file_complete: "yes" });
await clerk.goto(`/disputes/${dispute}`);
while (await clerk.getByRole("heading", { name: "结案前要送达的" }).count()) await act(clerk, "登记送达", { proof: "signed" });
await act(clerk, "结案", { result: "performed", file_complete: "yes" });
await picture(clerk, "journey-county-over-wide");
await until(back, () => back.getByText("已经办结"));
await picture(back, "journey-county-over-phone");

// Whoever leads finds it among the disputes that make a number of the county's.
const leader = await somebody({ viewport: SIZES.wide.viewport, pages: LEADERS, keys: true });
await login(leader, LEADER, LEADER_PASSWORD);
await leader.goto("/cockpit");
await press(leader.getByRole("link", { name: "调解成功率，看是哪些纠纷" }));
await leader.waitForURL(/\/cockpit\/figures\//);
const counted = () => leader.locator(`main a[href="/cockpit/disputes/${dispute}"]`);
await until(leader, counted);
await picture(leader, "journey-county-figure-wide");
await press(counted());
await leader.getByText("金贵镇综治中心").first().waitFor();
await picture(leader, "journey-county-trace-wide");
await done({ code, dispute }, citizen, clerk, mediator, reader, back, leader);
