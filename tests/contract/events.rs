//! Golden bytes: one filled sample of every public event. A field that is renumbered, retyped or dropped
//! changes them.

use std::fmt::Write as _;

use prost_reflect::prost::Message as _;
use prost_reflect::{DescriptorPool, DynamicMessage, Kind, MessageDescriptor, Value};

/// How deep samples are filled; no event nests deeper.
const DEPTH: u32 = 4;

fn sample(message: &MessageDescriptor, depth: u32) -> DynamicMessage {
    let mut filled = DynamicMessage::new(message.clone());
    if depth == 0 {
        return filled;
    }
    for field in message.fields() {
        let one = match field.kind() {
            Kind::String => Value::String(field.name().to_owned()),
            Kind::Bool => Value::Bool(true),
            Kind::Int32 => Value::I32(7),
            Kind::Int64 => Value::I64(7),
            Kind::Uint32 => Value::U32(7),
            Kind::Uint64 => Value::U64(7),
            Kind::Bytes => Value::Bytes(vec![7].into()),
            Kind::Message(inner) => Value::Message(sample(&inner, depth - 1)),
            Kind::Double
            | Kind::Float
            | Kind::Sint32
            | Kind::Sint64
            | Kind::Fixed32
            | Kind::Fixed64
            | Kind::Sfixed32
            | Kind::Sfixed64
            | Kind::Enum(_) => panic!("{}: no event has had this yet", field.full_name()),
        };
        let value = if field.is_list() { Value::List(vec![one]) } else { one };
        filled.set_field(&field, value);
    }
    filled
}

fn events() -> Vec<MessageDescriptor> {
    let pool = DescriptorPool::decode(jiefen_proto::DESCRIPTORS).unwrap();
    let is_event = |message: &MessageDescriptor| {
        let head = message.get_field_by_name("head");
        head.is_some_and(|head| {
            head.kind().as_message().is_some_and(|of| of.full_name() == "jiefen.common.v1.FactHead")
        })
    };
    let mut events: Vec<_> = pool.all_messages().filter(is_event).collect();
    events.sort_by(|a, b| a.full_name().cmp(b.full_name()));
    events
}

#[test]
fn the_bytes_of_every_event_are_as_they_were() {
    let mut text = String::new();
    for event in events() {
        let bytes = sample(&event, DEPTH).encode_to_vec();
        write!(text, "{} ", event.full_name()).unwrap();
        for byte in bytes {
            write!(text, "{byte:02x}").unwrap();
        }
        text.push('\n');
    }
    super::golden("events.txt", &text, "an event's wire form has changed: is it compatible?");
}

#[test]
fn an_event_reads_back_and_an_unknown_field_does_not_break_it() {
    for event in events() {
        let mut bytes = sample(&event, DEPTH).encode_to_vec();
        // Field 1000, a varint, that this build does not know.
        bytes.extend([0xc0, 0x3e, 0x01]);
        let read = DynamicMessage::decode(event.clone(), bytes.as_slice());
        assert!(read.is_ok(), "{}", event.full_name());
        for cut in [1, bytes.len() / 2] {
            // Truncated bytes are an error or a shorter message, never a panic.
            let _ = DynamicMessage::decode(event.clone(), &bytes[..bytes.len() - cut]);
        }
    }
}

#[test]
fn an_event_for_everybody_has_no_field_for_names_or_contents() {
    let forbidden =
        ["name", "names", "summary", "text", "content", "address", "phone", "id_number"];
    for event in events() {
        for field in event.fields() {
            assert!(!forbidden.contains(&field.name()), "{}", field.full_name());
        }
    }
}
