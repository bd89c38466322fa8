//! Every key, in one table: what `jiefen config` explains and what the handbook prints.

/// One key of the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyDoc {
    /// The key; `<area>` stands for the name of an area.
    pub key: &'static str,
    /// The default as it stands in a TOML file; empty: none.
    pub default: &'static str,
    /// What it is for, Chinese.
    pub zh: &'static str,
    /// What it is for, English.
    pub en: &'static str,
}

const fn key(
    key: &'static str,
    default: &'static str,
    zh: &'static str,
    en: &'static str,
) -> KeyDoc {
    KeyDoc { key, default, zh, en }
}

/// Every key there is.
#[rustfmt::skip]
pub const KEYS: &[KeyDoc] = &[
    key("node.agency", "", "本节点所属单位，如 640122.court；必填", "the agency that runs this node, such as 640122.court; required"),
    key("node.name", "\"jiefen\"", "节点名称，用于日志和看板", "the node's name in logs and dashboards"),
    key("roles.<area>.agency", "", "以哪个单位的名义办理；默认同 node.agency", "the agency that acts in this area; node.agency when not given"),
    key("roles.<area>.database_url", "", "数据库地址 postgres://… 或 sqlite:…；与 database_url_file 二选一", "postgres://… or sqlite:…; either this or database_url_file"),
    key("roles.<area>.database_url_file", "", "存放数据库地址的文件", "a file that holds the database address"),
    key("roles.<area>.key_file", "", "单位签名私钥（Ed25519，PKCS#8，PEM）；必填", "the agency's signing key (Ed25519, PKCS#8, PEM); required"),
    key("roles.<area>.nats_user", "", "总线账号", "the bus account"),
    key("roles.<area>.nats_password_file", "", "存放总线密码的文件", "a file that holds the bus password"),
    key("roles.<area>.listen", "\"127.0.0.1:0\"", "gRPC 监听地址，端口 0 表示由系统分配", "where gRPC listens; port 0: the system chooses"),
    key("roles.<area>.superior", "", "指定管辖的上级中心，如 640122.centre", "the centre that designates, such as 640122.centre"),
    key("roles.<area>.subordinates", "[]", "下级单位，可向其指定", "agencies below, to which it may designate"),
    key("roles.<area>.readers", "[]", "必须签收公共事件的单位", "agencies that must receipt its events for everybody"),
    key("bus.url", "\"nats://127.0.0.1:4222\"", "总线枢纽地址 nats:// 或 tls://", "the hub, nats:// or tls://"),
    key("bus.trust_file", "", "各单位公钥的信任名单（TOML）", "the public keys of every agency (TOML)"),
    key("bus.stream_replicas", "1", "每条消息流的副本数（1、3、5）", "how many servers keep each stream (1, 3, 5)"),
    key("bus.resend_s", "30", "发出后多久没有回执就重发（秒）", "how long a sent message may be without a receipt before it is sent again, s"),
    key("bus.reconcile_s", "30", "多久向各发送方重报一次回执（秒）", "how often the receipts of all senders are said again, s"),
    key("bus.tls_ca_file", "", "签发枢纽证书的机构证书（PEM）", "the authority of the hub's certificate (PEM)"),
    key("bus.tls_cert_file", "", "本节点连接枢纽的证书（PEM）", "this node's certificate for the hub (PEM)"),
    key("bus.tls_key_file", "", "上述证书的私钥（PEM）", "its private key (PEM)"),
    key("http.listen", "\"127.0.0.1:0\"", "健康检查与指标的明文端口", "the plaintext port for health and metrics"),
    key("grpc.tls_cert_file", "", "服务器证书链（PEM）；不填则为明文", "the server's certificate chain (PEM); none: plaintext"),
    key("grpc.tls_key_file", "", "服务器私钥（PEM）", "the server's private key (PEM)"),
    key("grpc.client_ca_file", "", "准入客户端的机构证书（PEM）；填写即启用双向认证", "the authority whose clients are let in (PEM): mutual TLS"),
    key("grpc.max_message_kib", "1024", "单个请求的最大长度（KiB）", "the longest request, KiB"),
    key("grpc.max_upload_kib", "20480", "单份附件的最大长度（KiB）", "the longest paper that is uploaded, KiB"),
    key("grpc.upload_timeout_ms", "300000", "上传一份附件的最长时间（毫秒）", "how long an upload may take, ms"),
    key("grpc.concurrency", "256", "同时处理的请求数，超过即拒绝", "requests at once; more are refused"),
    key("grpc.timeout_ms", "15000", "单个请求的最长处理时间（毫秒）", "how long a request may run, ms"),
    key("grpc.reflection", "false", "是否公开服务描述（开发用）", "whether the server describes its services (development)"),
    key("auth.issuer", "\"https://issuer.jiefen.local\"", "令牌签发者（iss）", "who issues tokens (iss)"),
    key("auth.audience", "\"jiefen\"", "令牌接收方（aud）", "for whom tokens are meant (aud)"),
    key("auth.public_key_file", "", "签发者公钥（JWK 集，Ed25519，可多把，按 kid 选用）", "the issuer's public keys (JWK set, Ed25519, chosen by kid)"),
    key("auth.leeway_s", "30", "允许的时钟误差（秒）", "how far the issuer's clock may be off, s"),
    key("telemetry.otlp_endpoint", "", "OTLP 采集器地址，如 http://127.0.0.1:4317；不填则不上报", "an OTLP collector such as http://127.0.0.1:4317; none: nothing is sent"),
    key("telemetry.log_level", "\"info\"", "日志级别，可分模块，如 info,sqlx=warn", "a level, or directives such as info,sqlx=warn"),
    key("telemetry.log_format", "\"json\"", "日志格式 json 或 text", "json or text"),
    key("telemetry.service_namespace", "\"jiefen\"", "追踪与指标的命名空间", "service.namespace of traces and metrics"),
    key("clock.source", "\"system\"", "时钟来源 system 或 demo（可拨动，仅供演示）", "system, or demo (can be set; for demonstrations only)"),
    key("limits.queue", "256", "进程内排队消息的上限", "messages that wait inside the process"),
    key("limits.batch_max", "100", "一批处理的最大行数", "rows in one batch"),
    key("limits.request_ms", "10000", "对外调用的最长时间（毫秒），不得超过 grpc.timeout_ms", "how long a call to another process may take, ms; at most grpc.timeout_ms"),
    key("limits.drain_s", "20", "停机时等待在办事项的时间（秒）", "how long running work may take to end at a stop, s"),
    key("limits.uploads", "4", "同时接收的附件数，超过即请稍后再传", "uploads at once; more are asked to come later"),
    key("limits.draft_days", "30", "草稿最后一次保存后留存的天数", "how long a draft is kept after its last saving, days"),
    key("county.bundle_file", "", "登记机关签名的县情数据包（单位、权责、成员），用 jiefen bundle get 取得；不填则本节点不知道其他单位的权责", "the registry's signed bundle of units, powers and members, from jiefen bundle get; none: the other units' powers are unknown here"),
    key("county.registry_key", "", "登记机关的公钥（64位十六进制）；填写 county.bundle_file 时必填", "the registry's public key (64 hexadecimal digits); required with county.bundle_file"),
    key("console.listen", "\"127.0.0.1:0\"", "工作台网页的监听地址；前面由反向代理做 TLS，本机用 localhost 访问", "where the pages listen; a proxy in front does TLS, on the machine itself it is localhost"),
    key("console.upstream.<area>", "", "本节点某项业务的 gRPC 地址 http:// 或 https://；同一进程内的业务不必填写", "where the node's service of an area is, http:// or https://; not needed for an area of the same process"),
    key("console.offices.<area>", "", "其他单位某项业务的 gRPC 地址，本单位人员在那里为本单位办理：考核办公室（答复督办）、县综治中心（报告排查）、名册登记机关（查阅名册）", "where another unit's service is at which this unit's staff act for their own: the assessment office, the county's centre, the register"),
    key("console.cookie_key_file", "", "加密登录状态的密钥文件（至少32字节随机内容）；各进程相同；提供 console 时必填", "the secret that seals what the browser keeps (at least 32 random bytes), the same for every process; required to serve the console"),
    key("console.issuer_key_file", "", "为本地账号签发令牌的私钥（PKCS#8，用 jiefen keygen 生成），其公钥须在 auth.public_key_file 中", "the key that signs the tokens of local accounts (PKCS#8, from jiefen keygen); its public half stands in auth.public_key_file"),
    key("console.accounts_file", "", "本地账号文件（TOML），用 jiefen account 维护", "the local accounts (TOML), kept with jiefen account"),
    key("console.session_h", "8", "登录有效的小时数", "how long a log-in lasts, hours"),
    key("console.oidc.issuer_url", "", "统一身份认证（OpenID Connect）的地址，与其发现文档中的 issuer 相同；不填则只用本地账号", "the identity provider (OpenID Connect), as its discovery document names it; without it local accounts only"),
    key("console.oidc.client_id", "", "本工作台在统一身份认证登记的客户端编号", "what the provider calls these pages"),
    key("console.oidc.client_secret_file", "", "客户端密钥文件；公开客户端不填（始终使用 PKCE）", "the client's secret; none for a public client (PKCE is always used)"),
    key("console.oidc.pages_url", "", "浏览器访问本工作台的网址；在统一身份认证登记的回调地址为其后加 /login/oidc/back", "where browsers reach these pages; the redirect address at the provider is this with /login/oidc/back"),
    key("console.oidc.name", "\"统一身份认证\"", "登录页按钮上的名称", "what the button on the log-in page is called"),
    key("console.oidc.scopes", "[\"profile\"]", "除 openid 以外申请的范围", "the scopes besides openid"),
    key("console.oidc.person_claim", "\"sub\"", "哪一项声明是工号；可写路径，如 user.number", "the claim with the staff id; a path such as user.number is possible"),
    key("console.oidc.name_claim", "\"name\"", "哪一项声明是姓名", "the claim with the name"),
    key("console.oidc.agency_claim", "", "哪一项声明是单位，须等于 node.agency；不填表示该认证只管本单位人员", "the claim with the agency, which must be node.agency; none: the provider knows this agency's staff only"),
    key("console.oidc.roles_claim", "\"roles\"", "哪一项声明是角色或者组，如 realm_access.roles", "the claim with roles or groups, such as realm_access.roles"),
    key("console.oidc.posts", "[]", "角色或者组对应的岗位，如 [\"窗口=window_clerk\", \"主任=centre_director\"]；没有对应岗位的人不能登录", "which role or group means which post; who has none cannot log in"),
    key("console.oidc.ca_file", "", "签发统一身份认证证书的机构证书（PEM），使用公共证书时不填", "the authority of the provider's certificate (PEM), when it is a private one"),
    key("console.tls_ca_file", "", "签发各业务服务器证书的机构证书（PEM）", "the authority of the services' certificates (PEM)"),
    key("console.tls_cert_file", "", "本工作台连接各业务的证书（PEM），用于双向认证", "the console's certificate for the services (PEM), for mutual TLS"),
    key("console.tls_key_file", "", "上述证书的私钥（PEM）", "its private key (PEM)"),
    key("documents.fonts", "\"/usr/share/fonts\"", "文书所用字体的目录；中文字体由软件包 fonts-noto-cjk 提供，本单位的仿宋、小标宋等字体文件也可放入", "the folder of the fonts that papers are printed with: fonts-noto-cjk, and an agency's own licensed files"),
    key("documents.mark", "", "机关代字，写在文书编号前面；不填用所在区划的名称", "what the numbers of papers begin with; empty: the name of the unit's region"),
    key("documents.presses", "2", "同时印制几份文书", "how many papers are printed at once"),
    key("documents.verify", "", "核验文书的网址前缀，如 https://jf.example.cn/v/，印在二维码里", "where a check code is verified, in the square on the paper, such as https://jf.example.cn/v/"),
    key("local.rules_file", "", "本地时限规则，只能比法定更短", "local time limits, only shorter than the law's"),
];

/// What the table says about a key, whatever its area.
pub(super) fn find(key: &str) -> Option<&'static KeyDoc> {
    let generic = match super::load::split_role(key) {
        Some((_, rest)) => Some(format!("roles.<area>.{rest}")),
        None => super::load::service_of(key).map(|(of, _)| format!("console.{of}.<area>")),
    };
    let key = generic.as_deref().unwrap_or(key);
    KEYS.iter().find(|doc| doc.key == key)
}
