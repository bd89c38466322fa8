//! Where a picture was taken is nobody's business: it is taken out of the file before it is filed, and where it cannot
//! be taken out, the picture is refused with what to do (个人信息保护法 6).

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{Context, Exif, In, Reader, Tag};
use http::StatusCode;
use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

use crate::told::Told;

const XMP_JPEG: &[u8] = b"http://ns.adobe.com/xap/1.0/";
const XMP_PNG: &[u8] = b"XML:com.adobe.xmp";
const XMP_WEBP: [u8; 4] = *b"XMP ";
/// By these a film says where it was taken.
const IN_A_FILM: [&[u8]; 2] = [b"\xa9xyz", b"com.apple.quicktime.location"];

/// A file as it may be filed.
pub(super) struct Clean {
    pub(super) content: Bytes,
    /// True when the place was taken out.
    pub(super) changed: bool,
}

/// The file without the place at which it was taken.
///
/// # Errors
/// It says the place, and its format does not let it be taken out.
pub(super) fn clean(media_type: &str, content: Bytes) -> Result<Clean, Told> {
    let as_it_is = Clean { content: content.clone(), changed: false };
    if media_type.starts_with("video/") {
        let says = IN_A_FILM.iter().any(|mark| contains(&content, mark));
        return if says { Err(keeps_it()) } else { Ok(as_it_is) };
    }
    if !media_type.starts_with("image/") {
        return Ok(as_it_is);
    }
    let known = Reader::new().read_from_container(&mut Cursor::new(&content)).ok();
    let by_exif = known.as_ref().is_some_and(says_where);
    // What an editor wrote beside it: looked at as text.
    let by_xmp = contains(&content, b"GPSLatitude") || contains(&content, b"GPSCoordinates");
    if !by_exif && !by_xmp {
        return Ok(as_it_is);
    }
    let upright = known.as_ref().and_then(orientation);
    let without = match media_type {
        "image/jpeg" => jpeg(content, upright),
        "image/png" => png(content, upright),
        "image/webp" => webp(content, upright),
        _ => None,
    };
    without.map(|content| Clean { content, changed: true }).ok_or_else(keeps_it)
}

fn keeps_it() -> Told {
    let text = "这个文件里带着拍摄地点，这种格式去不掉。请在手机里另存为JPG图片再传，或者关掉相机的位置信息重拍 \
                (the file says where it was taken and cannot be cleaned; save it as JPG, or switch the camera's location off)";
    Told::own(StatusCode::UNPROCESSABLE_ENTITY, "PLACE_IN_FILE", text)
}

fn contains(content: &[u8], mark: &[u8]) -> bool {
    content.windows(mark.len()).any(|window| window == mark)
}

fn says_where(exif: &Exif) -> bool {
    exif.fields().any(|field| field.tag.context() == Context::Gps)
}

/// How the picture is to be turned, which must stay, as its own small block.
fn orientation(exif: &Exif) -> Option<Bytes> {
    let turned = exif.get_field(Tag::Orientation, In::PRIMARY)?;
    let mut writer = Writer::new();
    writer.push_field(turned);
    let mut block = Cursor::new(Vec::new());
    writer.write(&mut block, exif.little_endian()).ok()?;
    Some(Bytes::from(block.into_inner()))
}

fn jpeg(content: Bytes, upright: Option<Bytes>) -> Option<Bytes> {
    let mut image = Jpeg::from_bytes(content).ok()?;
    image.set_exif(upright);
    image.segments_mut().retain(|segment| !segment.contents().starts_with(XMP_JPEG));
    Some(image.encoder().bytes())
}

fn png(content: Bytes, upright: Option<Bytes>) -> Option<Bytes> {
    let mut image = Png::from_bytes(content).ok()?;
    image.set_exif(upright);
    image.chunks_mut().retain(|chunk| !chunk.contents().starts_with(XMP_PNG));
    Some(image.encoder().bytes())
}

fn webp(content: Bytes, upright: Option<Bytes>) -> Option<Bytes> {
    let mut image = WebP::from_bytes(content).ok()?;
    image.set_exif(upright);
    image.remove_chunks_by_id(XMP_WEBP);
    Some(image.encoder().bytes())
}

#[cfg(test)]
mod tests {
    use exif::{Field, Rational, Value};
    use img_parts::jpeg::JpegSegment;

    use super::*;

    /// A picture of nothing that says how it is turned, and where it was taken.
    fn photo(place: bool, xmp: bool) -> Bytes {
        let field = |tag, value| Field { tag, ifd_num: In::PRIMARY, value };
        let turned = field(Tag::Orientation, Value::Short(vec![6]));
        let degrees = [(38, 1), (33, 1), (0, 1)].map(|(num, denom)| Rational { num, denom });
        let latitude = field(Tag::GPSLatitude, Value::Rational(degrees.to_vec()));
        let mut writer = Writer::new();
        writer.push_field(&turned);
        if place {
            writer.push_field(&latitude);
        }
        let mut block = Cursor::new(Vec::new());
        writer.write(&mut block, false).unwrap();
        let mut image = Jpeg::from_bytes(Bytes::from_static(b"\xff\xd8\xff\xd9")).unwrap();
        image.set_exif(Some(Bytes::from(block.into_inner())));
        if xmp {
            let text = [XMP_JPEG, b"\0<rdf exif:GPSLatitude=\"38,33N\"/>"].concat();
            image.segments_mut().insert(1, JpegSegment::new_with_contents(0xe1, text.into()));
        }
        image.encoder().bytes()
    }

    fn read(content: &[u8]) -> Exif {
        Reader::new().read_from_container(&mut Cursor::new(content)).unwrap()
    }

    #[test]
    fn the_place_goes_and_the_picture_stays_upright() {
        for (place, xmp) in [(true, false), (false, true), (true, true)] {
            let taken = photo(place, xmp);
            assert!(says_where(&read(&taken)) == place);
            let clean = clean("image/jpeg", taken).unwrap();
            assert!(clean.changed && !contains(&clean.content, b"GPSLatitude"));
            let left = read(&clean.content);
            assert!(!says_where(&left));
            let turned = left.get_field(Tag::Orientation, In::PRIMARY).unwrap();
            assert_eq!(turned.value.get_uint(0), Some(6));
        }
    }

    #[test]
    fn a_picture_without_a_place_is_filed_byte_for_byte() {
        let taken = photo(false, false);
        let clean = clean("image/jpeg", taken.clone()).unwrap();
        assert!(!clean.changed && clean.content == taken);
    }

    #[test]
    fn what_cannot_be_cleaned_is_refused_with_what_to_do() {
        let told = clean("image/heic", photo(true, false)).err().unwrap();
        assert_eq!(told.reason, "PLACE_IN_FILE");
        assert!(told.text.contains("JPG"));
        let film = Bytes::from_static(b"\0\0\0\x18ftypmp42....\xa9xyz+38.55+106.35/");
        assert!(clean("video/mp4", film).is_err());
        assert!(clean("video/mp4", Bytes::from_static(b"\0\0\0\x18ftypmp42")).is_ok());
    }

    #[test]
    fn no_bytes_panic() {
        for media_type in ["image/jpeg", "image/png", "image/webp", "image/heic", "image/tiff"] {
            for content in
                [&b""[..], b"GPSLatitude", b"\xff\xd8\xff\xe1GPSLatitude", b"RIFFGPSLatitude"]
            {
                drop(clean(media_type, Bytes::copy_from_slice(content)));
            }
        }
    }
}
