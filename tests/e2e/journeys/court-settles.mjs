// The mediated case is back: the judge makes the statement and both sign for it. Then two parties come with an agreement
// of their own, which the court confirms. DISPUTE: the case that was out.
import { assert, done, login, picture, somebody, SIZES } from "./lib.mjs";
import { act, begin } from "./deciding.mjs";

const { TODAY, DUE, DISPUTE } = process.env;
const page = await somebody({ viewport: SIZES.wide.viewport });
await login(page);
await page.goto(`/disputes/${DISPUTE}`);
await page.getByText("达成协议，请求制作调解书").waitFor();
await act(page, "制作调解书", { agreed: ["1", "2"], on: TODAY });
for (const party of ["1", "2"]) await act(page, "当事人签收调解书", { party, on: TODAY });
await page.getByText("调解书生效").first().waitFor();
await picture(page, "journey-court-statement-wide");

await begin(page, "/court", "接收司法确认申请", {
  "applicants.0.name": "李某",
  "others.0.name": "张某",
  kind: "contract_debt",
  place: "640122101203",
  summary: "就三万元借款达成调解协议，共同申请确认",
  effective_on: TODAY,
  body: "贺兰县金贵镇人民调解委员会",
  subjects: ["money"],
  content: "张某在期限内归还李某三万元",
  "due.0.day": DUE,
  competence: "body_seat",
  number: "收2026-2",
  on: TODAY,
});
await act(page, "受理司法确认", { case_no: "（2026）宁0122民特1号", judge: "judge-1", on: TODAY });
await act(page, "裁定确认有效", { on: TODAY });
for (const party of ["1", "2"]) await act(page, "送达裁定", { party, on: TODAY });
await picture(page, "journey-court-confirmed-wide");
await page.goto("/court");
const column = page.getByRole("region", { name: "调", exact: true });
assert.match(await column.innerText(), /已裁定确认/);
await done(null, page);
