//! What is filed with a dispute: taken in with its hash, refused with a sentence, given back as it was.

use super::counter;
use super::counter::register;

const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9";
const PROGRAM: &[u8] = b"MZ\x90\x00\x03\x00\x00\x00";

/// A picture that says where it was taken: latitude 38 degrees, in a GPS block of EXIF, big-endian.
fn with_place() -> Vec<u8> {
    let mut tiff = b"MM\x00\x2a\x00\x00\x00\x08".to_vec();
    tiff.extend(b"\x00\x01\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x1a\x00\x00\x00\x00");
    tiff.extend(b"\x00\x01\x00\x02\x00\x05\x00\x00\x00\x03\x00\x00\x00\x2c\x00\x00\x00\x00");
    tiff.extend([0, 0, 0, 38, 0, 0, 0, 1, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    let mut picture = b"\xff\xd8\xff\xe1".to_vec();
    let length = u16::try_from(tiff.len() + 8).unwrap();
    picture.extend(length.to_be_bytes());
    picture.extend(b"Exif\x00\x00");
    picture.extend(tiff);
    picture.extend(b"\xff\xd9");
    picture
}

#[tokio::test]
async fn a_paper_is_filed_with_its_hash_and_given_back_byte_for_byte() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, "两家因院墙排水发生争执").await;
    let papers = format!("/disputes/{dispute}/papers");
    assert!(browser.get(&papers).await.has("还没有收存材料"));
    let answer = browser.upload(&papers, ("欠条.jpg", "image/jpeg"), JPEG).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = browser.get(&answer.to).await;
    assert!(page.has("欠条.jpg") && page.has("校验码"), "{}", page.text());
    let text = "四月起没有付过钱".as_bytes();
    let answer = browser.upload(&papers, ("经过.txt", "text/plain"), text).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let given = browser.get(&format!("{papers}/2")).await;
    assert_eq!((given.status, given.text()), (200, "四月起没有付过钱"));
    let kept = given.headers["content-disposition"].to_str().unwrap();
    assert!(kept.starts_with("attachment;") && kept.contains("UTF-8''%E7"), "{kept}");
    assert!(browser.get(&format!("/disputes/{dispute}")).await.has("欠条.jpg"));
    assert_eq!(browser.get(&format!("{papers}/9")).await.status, 404);
}

#[tokio::test]
async fn what_is_not_what_it_says_is_too_long_or_empty_is_refused_with_a_sentence() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, "两家因院墙排水发生争执").await;
    let papers = format!("/disputes/{dispute}/papers");
    let long = vec![b'a'; 33 * 1024 * 1024];
    for (name, media_type, content, status, told) in [
        ("欠条.jpg", "image/jpeg", PROGRAM, 409, "内容却是可执行程序"),
        ("欠条.png", "image/png", JPEG, 409, "内容却是JPEG图片"),
        ("工具.exe", "application/x-msdownload", PROGRAM, 422, "不接收该类文件"),
        ("空.txt", "text/plain", &b""[..], 422, "请选择一个文件"),
        ("长.txt", "text/plain", long.as_slice(), 413, "文件太大"),
    ] {
        browser.get(&papers).await;
        let answer = browser.upload(&papers, (name, media_type), content).await;
        assert_eq!(answer.status, status, "{name}: {}", answer.text());
        assert!(answer.has(told), "{name}: {}", answer.text());
    }
    browser.get(&papers).await;
    let one = (("欠条.jpg", "image/jpeg"), JPEG);
    let answer = browser.upload_all(&papers, &[one, one]).await;
    assert_eq!(answer.status, 400, "two at once: {}", answer.text());
    assert!(answer.has("一次只收一份材料"), "{}", answer.text());
    assert!(browser.get(&papers).await.has("还没有收存材料"), "nothing of it was kept");
}

#[tokio::test]
async fn a_picture_is_filed_without_the_place_at_which_it_was_taken() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, "两家因院墙排水发生争执").await;
    let papers = format!("/disputes/{dispute}/papers");
    browser.get(&papers).await;
    let answer = browser.upload(&papers, ("现场.jpg", "image/jpeg"), &with_place()).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = browser.get(&answer.to).await;
    assert!(page.has("拍摄地点已经去掉") && page.has("现场.jpg"), "{}", page.text());
    assert!(page.has("4 B") || !page.has(&format!("{} B", with_place().len())), "{}", page.text());
    browser.get(&papers).await;
    let answer = browser.upload(&papers, ("现场.tif", "image/tiff"), b"MM\x00*GPSLatitude").await;
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.has("另存为JPG"), "{}", answer.text());
}

#[tokio::test]
async fn nobody_files_or_reads_what_is_not_theirs() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, "两家因院墙排水发生争执").await;
    let papers = format!("/disputes/{dispute}/papers");
    browser.get(&papers).await;
    let (id, csrf) = (browser.request_id.clone(), browser.csrf.clone());
    browser.upload(&papers, ("欠条.jpg", "image/jpeg"), JPEG).await;
    let mut stranger = unit.browser();
    stranger.get("/login").await;
    let answer = stranger.upload(&papers, ("欠条.jpg", "image/jpeg"), JPEG).await;
    assert_eq!(answer.status, 401, "{}", answer.text());
    assert_eq!(stranger.get(&format!("{papers}/1")).await.status, 303, "to the log-in");
    browser.csrf = "guessed".to_owned();
    let answer = browser.upload(&papers, ("欠条.jpg", "image/jpeg"), JPEG).await;
    assert_eq!(answer.status, 403, "{}", answer.text());
    // The same form sent again is the same paper.
    (browser.request_id, browser.csrf) = (id, csrf);
    let answer = browser.upload(&papers, ("欠条.jpg", "image/jpeg"), JPEG).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(browser.get(&papers).await.text().matches("欠条.jpg").count(), 1);
    let answer = browser.upload("/register", ("欠条.jpg", "image/jpeg"), JPEG).await;
    assert_eq!(answer.status, 415, "no other page takes a file");
}
