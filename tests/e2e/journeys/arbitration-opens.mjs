// A worker applies at the window of the commission; the case is accepted, served, answered, and a hearing is set.
import { done, login, picture, somebody, SIZES } from "./lib.mjs";
import { act, begin } from "./deciding.mjs";

const { TODAY, HEARING } = process.env;
const page = await somebody({ viewport: SIZES.wide.viewport });
await login(page);
const dispute = await begin(page, "/arbitration", "登记仲裁申请", {
  side: "worker",
  "applicants.0.name": "李明",
  "applicants.0.phone": "13995170002",
  "others.0.name": "贺兰某建筑公司",
  place: "640122101",
  summary: "三个月工资没有发，公司说没有劳动关系",
  "claims.0.kind": "wages",
  "claims.0.amount": "9000",
  "claims.1.kind": "relation",
  number: "贺劳人仲案〔2026〕1号",
  on: TODAY,
});
await act(page, "受理", { on: TODAY });
await act(page, "送达申请书副本", { party: "2", on: TODAY });
await act(page, "收到答辩书", { party: "2", on: TODAY });
await act(page, "送达答辩书副本", { on: TODAY });
await act(page, "组成仲裁庭", { "arbitrators.0.person": "arbitrator-1", on: TODAY });
await act(page, "通知开庭", { hearing_on: HEARING, on: TODAY });
await picture(page, "journey-arbitration-notified-wide");
await done({ dispute }, page);
