//! Papers on file: kept on the clerk's machine, never shown as a part of a page.

use futures::stream;
use jiefen_ledger::shelf::sha256;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::registration_service_client::RegistrationServiceClient;
use jiefen_vocab::Role;
use pb::upload_attachment_request::Part;

use super::counter;
use crate::counter::register;

#[tokio::test]
async fn a_paper_comes_back_byte_for_byte_under_its_name_and_to_nobody_else() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, "两家因院墙排水发生争执").await;
    let case = jiefen_intake::case_id(dispute.parse().unwrap());
    let content = [b"\xff\xd8\xff\xe0\x00\x10JFIF\x00".as_slice(), &[7; 3000]].concat();
    let head = pb::AttachmentHead {
        head: Some(CommandHead {
            name: format!("cases/{case}"),
            request_id: "paper".into(),
            ..Default::default()
        }),
        name: "欠条\"1.jpg".into(),
        media_type: "image/jpeg".into(),
        size: content.len() as u64,
        sha256: sha256(&content),
    };
    let parts = [Part::Head(head), Part::Content(content.clone())];
    let parts = parts.map(|part| pb::UploadAttachmentRequest { part: Some(part) });
    let call = unit.call("clerk-1", Role::WindowClerk, stream::iter(parts));
    let channel = tonic::transport::Endpoint::from_shared(unit.address.clone()).unwrap();
    let mut desk = RegistrationServiceClient::new(channel.connect_lazy());
    desk.upload_attachment(call).await.unwrap();

    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("欠条&#34;1.jpg");
    assert_eq!(address, format!("/disputes/{dispute}/papers/1"));
    let (headers, bytes) = browser.download(&address).await;
    assert!(bytes == content, "{} bytes of {}", bytes.len(), content.len());
    assert_eq!(headers["content-type"], "image/jpeg");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    let kept = headers["content-disposition"].to_str().unwrap();
    assert!(kept.starts_with("attachment;") && kept.contains("%221.jpg"), "{kept}");
    assert_eq!(browser.get(&format!("/disputes/{dispute}/papers/9")).await.status, 404);
    assert_eq!(unit.browser().get(&address).await.status, 303, "nobody has logged in");
}
