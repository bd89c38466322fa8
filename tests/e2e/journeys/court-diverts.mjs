// The court receives a complaint at its window, files it and entrusts it with mediation; the board shows where it is. By
// keys alone, from the log-in on.
import { assert, done, login, picture, somebody, SIZES } from "./lib.mjs";
import { act, begin } from "./deciding.mjs";
import { press } from "./hands.mjs";

const { TODAY, BODY } = process.env;
const page = await somebody({ viewport: SIZES.wide.viewport, keys: true });
await login(page);
await press(page.getByRole("link", { name: "分调裁审" }));
await page.getByText("在办 0 件").waitFor();
const dispute = await begin(page, "/court", "接收起诉", {
  "applicants.0.name": "马建国",
  "applicants.0.phone": "13995170001",
  "others.0.name": "王秀英",
  kind: "contract_debt",
  place: "640122101203",
  summary: "借款三万元到期没有还，请求归还",
  sum: "30000",
  number: "收2026-1",
  on: TODAY,
});
await act(page, "登记立案", { case_no: "（2026）宁0122民初1号", on: TODAY });
await act(page, "委托调解", { body: BODY, agreed: ["1", "2"], track: "summary", on: TODAY });
await page.getByText("等对方签收").waitFor();
await picture(page, "journey-court-entrusted-wide");
await press(page.getByRole("link", { name: "分调裁审" }));
const column = page.getByRole("region", { name: "调", exact: true });
const card = column.getByRole("link", { name: /马建国、王秀英/ });
await card.waitFor();
await picture(page, "journey-court-board-wide");
assert.match(await column.innerText(), /委托调解中/);
// And from the board to the case.
await press(card);
await page.getByText("等对方签收").waitFor();
await done({ dispute }, page);
