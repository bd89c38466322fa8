//! Disputes made from parts, for measurements: the same number gives the same dispute. People and events are
//! invented; places are those of the county.

use std::sync::LazyLock;

use jiefen_intake_rules::Case;
use jiefen_intake_rules::content::{Content, Door, Identity};
use jiefen_intake_rules::dispute::parts::{Closing, Contact, Responsible};
use jiefen_intake_rules::dispute::{Dispute, Fact};
use jiefen_intake_rules::receipt::Receipt;
use jiefen_procedure::Procedure;
use jiefen_vocab::{
    Agency, Channel, DisputeId, DisputeKind, Fen, Id, Moment, Party, PartyKind, PartyRole, Private,
    Region, RegionLevel, Regions,
};
use jiff::civil::{Date, date};

use super::tokens;

const SURNAMES: &str = "马王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文纳哈沙虎海拜";
const GIVEN: &str = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红建国华文辉力学祥飞利民永健世广志义兴良海山仁波宁贵福生龙元全胜才发武新清彬富顺信子浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆磊裕河哲";
const OPENINGS: [&str; 14] = [
    "来人反映，",
    "当事人到窗口说，",
    "网格员巡查时得知，",
    "电话里讲，",
    "一家人一起来说，",
    "对方不在场，申请人说，",
    "邻居代为反映，",
    "村干部领来，",
    "在线提交：",
    "下班后赶来登记，",
    "第二次来问，",
    "情绪比较激动，",
    "拿着照片和单据来，",
    "老人由儿子陪着来，",
];
const DETAILS: [&str; 24] = [
    "两家为此吵过三回。",
    "手里有微信聊天记录。",
    "当时没有写字据。",
    "中间人已经搬走。",
    "派出所出过一次警。",
    "村里量过尺寸，双方都不认。",
    "发票和合同都在。",
    "对方电话一直不接。",
    "老人气得住了院。",
    "说好秋后给，又拖到年底。",
    "监控只保存七天。",
    "找过两个证人。",
    "双方各说各的理。",
    "合同上写的是另一个名字。",
    "东西还堆在院子里。",
    "孩子马上要开学。",
    "工地已经停了半个月。",
    "公司换过负责人。",
    "收据上没有盖章。",
    "转账记录能查到。",
    "去年也为这事找过社区。",
    "当场拍了视频。",
    "对方只肯出一半。",
    "两边的亲戚都来劝过。",
];
const DEMANDS: [&str; 16] = [
    "要求恢复原状。",
    "希望把钱要回来。",
    "想请人当面说清楚。",
    "要求赔礼道歉。",
    "要求赔偿损失。",
    "希望尽快开工。",
    "要求退还押金。",
    "要求解除合同。",
    "想先调解，不成再起诉。",
    "要求书面答复。",
    "希望分期付清。",
    "要求重新丈量。",
    "希望年前解决。",
    "要求对方停止。",
    "想问该找哪个部门。",
    "要求按合同办。",
];
/// The kinds with what happens in each; `#` becomes a number.
const MATTERS: [(DisputeKind, [&str; 5]); 18] = [
    (
        DisputeKind::MarriageFamily,
        [
            "夫妻分居#个月，为彩礼和嫁妆争执",
            "兄弟#人为父母赡养费推来推去",
            "离婚后探望孩子的日子谈不拢",
            "分家时院子和#亩果树没有分清",
            "老人立了两份遗嘱，子女不服",
        ],
    ),
    (
        DisputeKind::Neighbour,
        [
            "楼上漏水泡坏了#平方米吊顶",
            "隔壁盖房挡了#扇窗的光",
            "院墙外#棵杨树的根拱坏了地坪",
            "夜里放音响到#点",
            "公用水渠被垫高，#户浇不上水",
        ],
    ),
    (
        DisputeKind::HousingHomestead,
        [
            "宅基地四至不清，差#米",
            "祖屋翻建占了公用巷道#米",
            "房屋买卖#年没有过户",
            "租房到期#个月不搬",
            "共用山墙拆了没有重砌",
        ],
    ),
    (
        DisputeKind::ContractDebt,
        [
            "借款#万元到期不还",
            "合伙收枸杞，账算不平，差#千元",
            "赊了#吨化肥没有给钱",
            "担保人替还了#万元后追偿",
            "定金#千元不退",
        ],
    ),
    (
        DisputeKind::ProductionBusiness,
        [
            "大棚承包转手，设备少了#件",
            "合作社分红#年没有兑现",
            "奶站压级压价，每吨少#元",
            "订购的#万株苗木成活不到一半",
            "两家摊位为#米过道争抢",
        ],
    ),
    (
        DisputeKind::TortDamages,
        [
            "狗咬伤小腿，打针花了#千元",
            "施工掉下的砖砸坏了车顶",
            "雇人摘果摔伤，住院#天",
            "广场上撞倒人，腕骨骨折",
            "烧秸秆引着了#亩林带",
        ],
    ),
    (
        DisputeKind::LandContracting,
        [
            "承包地被人种了#年不退",
            "流转费每亩欠#百元",
            "二轮延包时少登记#亩",
            "互换的地块一方反悔",
            "外嫁女的#亩口粮地被收回",
        ],
    ),
    (
        DisputeKind::LandExpropriation,
        [
            "征地补偿少算#亩青苗",
            "拆迁过渡费拖了#个月",
            "安置房面积比协议小#平方米",
            "附着物清单漏了机井和#间棚",
            "同一片地两家都领补偿",
        ],
    ),
    (
        DisputeKind::Environment,
        [
            "养殖场臭味飘到#户人家",
            "污水排进支渠，死了#斤鱼",
            "石料场粉尘落满#亩枸杞",
            "工地夜间施工噪声到#点",
            "垃圾堆在井边#米处",
        ],
    ),
    (
        DisputeKind::Labour,
        [
            "工资拖欠#个月没有发",
            "工伤后公司只付了#千元",
            "辞退没有给补偿，干了#年",
            "加班#小时没有加班费",
            "社保断缴#个月",
        ],
    ),
    (
        DisputeKind::PropertyManagement,
        [
            "物业费涨到每平方米#元，业主不交",
            "电梯坏了#天没人修",
            "车位重复出租，#户争一个",
            "公共收益#年没有公布",
            "小区停水#天",
        ],
    ),
    (
        DisputeKind::Consumer,
        [
            "买的种子发芽率低，误了#亩",
            "健身卡剩#个月，店关了门",
            "二手车里程表调过#万公里",
            "网购家具缺#件不肯退",
            "保健品买了#盒没有效果",
        ],
    ),
    (
        DisputeKind::Medical,
        ["术后感染又住院#天", "镶的牙#个月就掉了", "误诊耽误#周", "收费单多了#项", "病历缺#页"],
    ),
    (
        DisputeKind::Traffic,
        [
            "电动车和三轮车相撞，误工#天",
            "停车场倒车刮蹭，定损#千元",
            "保险公司少赔#千元",
            "路口事故责任各说各的",
            "客车急刹摔伤#名乘客",
        ],
    ),
    (
        DisputeKind::Campus,
        [
            "课间推搡磕掉#颗牙",
            "校服退费拖了#个月",
            "食堂饭菜不洁，#名学生腹泻",
            "培训班剩#节课不退",
            "校车晚点#次，家长要说法",
        ],
    ),
    (
        DisputeKind::Finance,
        [
            "贷款被搭售保险，多付#千元",
            "信用卡被盗刷#笔",
            "理财到期#个月没有兑付",
            "征信有#条错误记录",
            "提前还款收了#千元违约金",
        ],
    ),
    (
        DisputeKind::Administrative,
        [
            "罚款#千元不服",
            "办证等了#个月没有结果",
            "低保停发#个月",
            "摊位被收走#件货物",
            "信息公开申请#天没有答复",
        ],
    ),
    (
        DisputeKind::Other,
        [
            "坟地迁移，两家为#米地界争执",
            "社火摊派每户#元有人不交",
            "微信群里被骂了#天",
            "借用的#件农具没有还",
            "水井轮灌次序排不定",
        ],
    ),
];

/// The county whose villages are meant.
const COUNTY: &str = "640122";

static VILLAGES: LazyLock<Vec<Region>> = LazyLock::new(|| {
    let helan = COUNTY.parse::<Region>();
    let within = |county| Regions::shipped().within(county, RegionLevel::Village);
    helan.into_iter().flat_map(within).map(|(region, _)| region).collect()
});

/// What [`Sample::questions`] asks by, in their order.
pub const QUESTIONS: [&str; 6] =
    ["person", "sound_and_place", "person_and_word", "number", "place_and_word", "common"];

/// An invented dispute as it comes in.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its number.
    pub no: u64,
    /// What is registered.
    pub content: Content,
    /// Where it comes in.
    pub channel: Channel,
    /// The number that the channel gave.
    pub number: String,
    /// On which day.
    pub day: Date,
}

/// The sample of a number.
pub fn sample(no: u64) -> Sample {
    let mut dice = Dice(no.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995);
    let (kind, matters) = dice.of(&MATTERS);
    let number = (2 + dice.below(58)).to_string();
    let matter = dice.of(matters).replace('#', &number);
    let (opening, detail, demand) = (dice.of(&OPENINGS), dice.of(&DETAILS), dice.of(&DEMANDS));
    let summary = format!("{opening}{matter}。{detail}{demand}");
    let place = dice.of(&VILLAGES);
    let mut content = Content::first_words(*kind, *place, Private::new(summary));
    let roles = [PartyRole::Applicant, PartyRole::Respondent];
    for (at, role) in roles.into_iter().enumerate() {
        let name = Private::new(dice.name());
        let no = u32::try_from(at + 1).unwrap_or(1);
        content.parties.push(Party {
            no,
            name,
            role,
            kind: PartyKind::Person,
            minor: false,
            more: None,
        });
    }
    content.amount = (dice.below(3) == 0)
        .then(|| Fen::yuan(i64::try_from(100 + 100 * dice.below(900)).unwrap_or(100)));
    content.people = 2;
    let channel = *dice.of(Channel::ALL);
    let day = date(2021, 3, 1)
        .saturating_add(jiff::Span::new().days(i64::try_from(no / 500 % 2_000).unwrap_or(0)));
    Sample { no, content, channel, number: format!("{}-{:07}", day.year(), no), day }
}

impl Sample {
    /// The same dispute as it comes in again through another door, told a little otherwise.
    #[must_use]
    pub fn again(&self) -> Sample {
        let mut again = self.clone();
        let told = self.content.summary.reveal();
        let told = told.replace("要求", "希望").replace('。', "，");
        again.content.summary = Private::new(format!("又来反映：{told}"));
        let next = Channel::ALL.iter().position(|channel| *channel == self.channel).unwrap_or(0);
        again.channel = Channel::ALL[(next + 1) % Channel::ALL.len()];
        again.day = self.day.saturating_add(jiff::Span::new().days(9));
        again
    }

    /// What a clerk writes down of it.
    pub fn told(&self) -> jiefen_proto::jiefen::intake::v1::Content {
        crate::view::content(&self.content)
    }

    /// The registered dispute at a counter, with the moment of its opening.
    pub fn case(&self, unit: Agency) -> Option<(DisputeId, Case, Moment)> {
        let opened = Moment::from_local(self.day.at(9, 0, 0, 0));
        let at = Moment(opened.0 + i64::try_from(self.no % 500).unwrap_or(0) * 40_000_000);
        let bits = (u128::from((at.0 / 1_000).unsigned_abs()) << 80) | u128::from(self.no);
        let dispute = DisputeId(Id::from_bits(bits));
        let door = Door {
            no: 1,
            channel: self.channel,
            number: Some(self.number.clone()),
            unit,
            on: self.day,
            answered_on: None,
        };
        let contact = Contact {
            dispute,
            receipt: Receipt::of(dispute),
            by: Responsible { unit, person: format!("clerk-{}", self.no % 7) },
            door,
            content: self.content.clone(),
        };
        let registered = Fact::Registered {
            content: Box::new(self.content.clone()),
            identity: Identity::DocumentShown,
            interrupted_on: self.day,
            on: self.day,
            beside: Box::default(),
        };
        let state = Dispute::evolve(None, &Fact::InquiryRecorded(Box::new(contact)));
        let state = Dispute::evolve(state, &registered)?;
        Some((dispute, Case::from(state), at))
    }

    /// The same dispute when it has ended.
    pub fn ended(&self, unit: Agency) -> Option<(DisputeId, Case, Moment)> {
        let (dispute, case, at) = self.case(unit)?;
        let closed = Fact::Closed { result: Closing::Performed, by: unit, on: self.day };
        let Case::Dispute(state) = case else { return None };
        let state = Dispute::evolve(Some(*state), &closed)?;
        Some((dispute, Case::from(state), at))
    }

    /// Questions that find it: a person, a person by sound, a place with a word, its number, its account, and
    /// what very many have.
    pub fn questions(&self) -> [String; 6] {
        let name =
            |at: usize| self.content.parties.get(at).map(|party| party.name.reveal().clone());
        let (one, other) = (name(0).unwrap_or_default(), name(1).unwrap_or_default());
        let place = Regions::shipped().name(self.content.place).unwrap_or_default().to_owned();
        let told = tokens::runs(self.content.summary.reveal());
        let mut long = told.into_iter().skip(2).filter(|run| run.chars().count() > 1);
        let word = long.next().unwrap_or_default();
        let sound = jiefen_triage::spell::pinyin(&one);
        let kind = self.content.kind.zh().to_owned();
        [
            one,
            format!("{sound} {place}"),
            format!("{other} {word}"),
            self.number.clone(),
            format!("{place} {word}"),
            format!("贺兰县 {kind}"),
        ]
    }
}

/// Numbers from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// One of these. There is at least one.
    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let at = self.below(list.len() as u64);
        &list[usize::try_from(at).unwrap_or(0)]
    }

    fn name(&mut self) -> String {
        static SIGNS: LazyLock<[Vec<char>; 2]> =
            LazyLock::new(|| [SURNAMES, GIVEN].map(|text| text.chars().collect()));
        let [surnames, given] = &*SIGNS;
        let mut name = self.of(surnames).to_string();
        let signs = 1 + usize::from(self.below(5) > 0);
        for _ in 0..signs {
            name.push(*self.of(given));
        }
        name
    }
}
