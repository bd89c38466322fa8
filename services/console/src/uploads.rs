//! Files on their way in: part by part, within limits, and only from somebody who may send one.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use http::StatusCode;
use jiefen_platform::config::Config;
use multer::{Constraints, Error, Multipart, SizeLimit};
use tokio::sync::Semaphore;

use crate::form::{File, Form};
use crate::told::Told;

/// The longest field beside the file.
const FIELD_MAX: u64 = 4096;
/// A form with a file has few other fields.
const FIELDS_MAX: usize = 8;

/// How much is taken in, and how much at once.
pub(crate) struct Uploads {
    room: Arc<Semaphore>,
    most: u64,
}

impl Uploads {
    pub(crate) fn new(config: &Config) -> Uploads {
        let at_once = usize::try_from(config.limits.uploads).unwrap_or(usize::MAX);
        Uploads {
            room: Arc::new(Semaphore::new(at_once.min(Semaphore::MAX_PERMITS))),
            most: u64::try_from(config.grpc.max_upload_bytes()).unwrap_or(u64::MAX),
        }
    }

    /// The longest file, MiB.
    pub(crate) fn most_mib(&self) -> u64 {
        self.most / (1024 * 1024)
    }

    /// Reads a form with a file. `may`: somebody is logged in; of anybody else not a byte is read.
    ///
    /// # Errors
    /// Nobody is logged in, too many files come at once, the file is too long, or the form is none.
    pub(crate) async fn read(
        &self,
        may: bool,
        body: Body,
        boundary: String,
    ) -> Result<(Form, Option<File>), Told> {
        if !may {
            let text = "登录已经过期，请重新登录后再选一次文件 (log in again and choose the file once more)";
            let told = Told::own(StatusCode::UNAUTHORIZED, "LOG_IN_FIRST", text);
            return Err(Told { log_in: true, ..told });
        }
        let Ok(_room) = self.room.try_acquire() else {
            let text = "正在接收的文件太多，请过一会儿再传 (too many files at once; try again)";
            return Err(Told::own(StatusCode::TOO_MANY_REQUESTS, "UPLOADS_FULL", text));
        };
        let whole = self.most.saturating_add(FIELD_MAX * FIELDS_MAX as u64);
        let limits = SizeLimit::new().whole_stream(whole).per_field(FIELD_MAX);
        let limits = Constraints::new().size_limit(limits.for_field("file", self.most));
        let form = Multipart::with_constraints(body.into_data_stream(), boundary, limits);
        self.fields(form).await
    }

    async fn fields(&self, mut form: Multipart<'_>) -> Result<(Form, Option<File>), Told> {
        let told = |fault: Error| self.told(&fault);
        let (mut fields, mut file) = (Vec::new(), None);
        while let Some(field) = form.next_field().await.map_err(told)? {
            let name = field.name().unwrap_or_default().to_owned();
            let given = field.file_name().map(str::to_owned);
            let media_type = field.content_type().map(ToString::to_string).unwrap_or_default();
            match given {
                Some(given) if name == "file" && file.is_none() => {
                    let content: Bytes = field.bytes().await.map_err(told)?;
                    file = Some(File { name: base(&given), media_type, content });
                }
                None if fields.len() < FIELDS_MAX => {
                    fields.push((name, field.text().await.map_err(told)?));
                }
                Some(_) | None => {
                    let text = "一次只收一份材料，请一份一份地传 (one file at a time, please)";
                    return Err(Told::own(StatusCode::BAD_REQUEST, "ONE_FILE", text));
                }
            }
        }
        Ok((Form::of(fields), file.filter(|file| !file.name.is_empty())))
    }

    fn told(&self, fault: &Error) -> Told {
        if matches!(fault, Error::FieldSizeExceeded { .. } | Error::StreamSizeExceeded { .. }) {
            let most = self.most_mib();
            let text = format!(
                "文件太大，最多{most}MB；照片请压缩，长录像请分段 (the file is longer than {most} MiB)"
            );
            return Told::own(StatusCode::PAYLOAD_TOO_LARGE, "FILE_TOO_LONG", &text);
        }
        let text = "文件没有传完，可能网络断了，请重新选一次 (the file did not arrive whole; choose it again)";
        Told::own(StatusCode::BAD_REQUEST, "UPLOAD_CUT", text)
    }
}

/// The name of a file without the folders that some browsers send with it.
fn base(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn a_file_has_a_name_and_no_folders() {
        for (given, name) in [
            ("欠条.jpg", "欠条.jpg"),
            ("C:\\文件\\欠条.jpg", "欠条.jpg"),
            ("../../etc/passwd", "passwd"),
            ("a\r\nb.jpg", "ab.jpg"),
            ("", ""),
        ] {
            assert_eq!(base(given), name, "{given}");
        }
    }
}
