// An application against a fine: registered, accepted, answered, heard; the decision is prepared and looked at before it
// is given, and a second application stays at the door, to be looked at.
import { done, login, picture, somebody, SIZES } from "./lib.mjs";
import { act, begin } from "./deciding.mjs";

const { TODAY } = process.env;
const page = await somebody({ viewport: SIZES.wide.viewport });
await login(page);
const application = (no) => ({
  "applicants.0.name": "马建国",
  "others.0.name": "贺兰县某局",
  place: "640122",
  summary: "对罚款决定不服，请求撤销",
  act_kind: "penalty",
  made_on: TODAY,
  knew_on: TODAY,
  told: "with_act",
  amount: "2000",
  number: `贺府复〔2026〕${no}号`,
  on: TODAY,
});
const name = "登记复议申请";
await begin(page, "/reconsiderations", name, application(1));
await act(page, "受理", { track: "ordinary", reviewer: "reviewer-1", on: TODAY });
await act(page, "发送申请书副本", { party: "2", on: TODAY });
await act(page, "收到书面答复", { party: "2", on: TODAY });
await act(page, "听取当事人意见", { on: TODAY });
await picture(page, "journey-reconsideration-heard-wide");
await act(page, "作出复议决定", { kind: "uphold", on: TODAY });
for (const party of ["1", "2"]) await act(page, "登记文书送达", { party, on: TODAY });
await picture(page, "journey-reconsideration-decided-wide");
await begin(page, "/reconsiderations", name, application(2));
await act(page, "受理", { track: "ordinary", reviewer: "reviewer-1", on: TODAY });
await page.goto("/reconsiderations");
await page.getByRole("heading", { name: /审理中 1/ }).waitFor();
await done(null, page);
