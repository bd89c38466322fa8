//! How a closed list is written: each value with the code that stands in files and on the wire, and its
//! Chinese name.

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $what:literal, $what_en:literal, { $($variant:ident = $code:literal, $zh:literal;)* }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $(#[doc = $zh] #[serde(rename = $code)] $variant,)*
        }

        impl $name {
            /// Every value of the list, in its order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The code.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }

            /// The Chinese name.
            pub const fn zh(self) -> &'static str {
                match self { $($name::$variant => $zh,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = jiefen_vocab::Malformed;

            fn from_str(text: &str) -> Result<$name, jiefen_vocab::Malformed> {
                $name::ALL.iter().copied().find(|value| value.code() == text).ok_or_else(|| jiefen_vocab::Malformed {
                    what: $what,
                    what_en: $what_en,
                    given: text.chars().take(40).collect(),
                    problem_zh: "不在代码表中",
                    problem_en: "is not in the code list",
                    right_zh: concat!("应为 ", $($code, " "),*),
                    right_en: "one of these",
                })
            }
        }
    };
}

pub(crate) use codes;
