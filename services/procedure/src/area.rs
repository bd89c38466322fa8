//! An area as one procedure: each case is of one procedure, and a command of another is refused.

/// The law of an area whose service runs several procedures: its name, the procedure whose chart stands for it, then of each
/// procedure its variant, its module and its words. It makes `Case`, `Command`, `Fact`, `Refusal` and `Law` of the area; the area
/// has `COMMANDS`, the dotted names of all commands, and `charts()` beside it, and `Procedure` in scope.
#[macro_export]
macro_rules! procedures {
    ($area:literal, $first:ident; $($name:ident $module:ident $zh:literal;)*) => {
        /// A case of this area.
        #[derive(Debug, Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(tag = "procedure", rename_all = "snake_case")]
        #[allow(clippy::large_enum_variant)] // one value a case, never in bulk
        pub enum Case {
            $(#[doc = $zh] $name($module::State),)*
        }

        /// A command of this area.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Command {
            $(#[doc = $zh] $name($module::Command),)*
        }

        /// A fact of this area.
        #[derive(Debug, Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(tag = "procedure", rename_all = "snake_case")]
        pub enum Fact {
            $(#[doc = $zh] $name($module::Fact),)*
        }

        /// Why a command of this area is refused.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Refusal {
            $(#[doc = $zh] $name($module::Refusal),)*
            /// 案件属于其他程序
            WrongProcedure {
                /// The procedure of the case.
                case: &'static str,
                /// The procedure of the command.
                command: &'static str,
            },
        }

        $(
            impl From<$module::State> for Case {
                fn from(state: $module::State) -> Case {
                    Case::$name(state)
                }
            }

            impl From<$module::Command> for Command {
                fn from(command: $module::Command) -> Command {
                    Command::$name(command)
                }
            }

            impl From<$module::Fact> for Fact {
                fn from(fact: $module::Fact) -> Fact {
                    Fact::$name(fact)
                }
            }

            impl From<$module::Refusal> for Refusal {
                fn from(refusal: $module::Refusal) -> Refusal {
                    Refusal::$name(refusal)
                }
            }
        )*

        impl $crate::Explain for Refusal {
            fn name(&self) -> &'static str {
                match self {
                    $(Refusal::$name(refusal) => refusal.name(),)*
                    Refusal::WrongProcedure { .. } => "WRONG_PROCEDURE",
                }
            }

            fn zh(&self) -> String {
                match self {
                    $(Refusal::$name(refusal) => refusal.zh(),)*
                    Refusal::WrongProcedure { case, command } => {
                        format!("案件属于“{}”，不能办理“{}”的步骤", zh(case), zh(command))
                    }
                }
            }

            fn en(&self) -> String {
                match self {
                    $(Refusal::$name(refusal) => refusal.en(),)*
                    Refusal::WrongProcedure { case, command } => {
                        format!("the case is of {case}, the command of {command}")
                    }
                }
            }

            fn basis(&self) -> &'static str {
                match self {
                    $(Refusal::$name(refusal) => refusal.basis(),)*
                    Refusal::WrongProcedure { .. } => "四(一)",
                }
            }

            fn instead(&self) -> String {
                match self {
                    $(Refusal::$name(refusal) => refusal.instead(),)*
                    Refusal::WrongProcedure { case, .. } => format!("请按“{}”办理", zh(case)),
                }
            }
        }

        fn facts<F: Into<Fact>, R: Into<Refusal>>(
            result: Result<Vec<F>, R>,
        ) -> Result<Vec<Fact>, Refusal> {
            result.map(|facts| facts.into_iter().map(Into::into).collect()).map_err(Into::into)
        }

        fn zh(kind: &str) -> &'static str {
            let chart = charts().into_iter().find(|chart| chart.kind == kind);
            chart.map_or("其他程序", |chart| chart.zh)
        }

        fn of_case(case: &Case) -> &'static str {
            match case {
                $(Case::$name(_) => $name::KIND,)*
            }
        }

        fn of_command(command: &Command) -> &'static str {
            match command {
                $(Command::$name(_) => $name::KIND,)*
            }
        }

        /// The area's law: dispatches to the procedure of the case.
        pub struct Law;

        impl $crate::Procedure for Law {
            type State = Case;
            type Command = Command;
            type Fact = Fact;
            type Refusal = Refusal;

            const KIND: &'static str = $area;
            const COMMANDS: &'static [&'static str] = COMMANDS;

            fn decide(
                state: Option<&Case>,
                command: &Command,
                ctx: &$crate::Circumstances<'_>,
            ) -> Result<Vec<Fact>, Refusal> {
                match (state, command) {
                    $(
                        (None, Command::$name(command)) => facts($name::decide(None, command, ctx)),
                        (Some(Case::$name(state)), Command::$name(command)) => {
                            facts($name::decide(Some(state), command, ctx))
                        }
                    )*
                    (Some(case), command) => Err(Refusal::WrongProcedure {
                        case: of_case(case),
                        command: of_command(command),
                    }),
                }
            }

            fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
                match (state, fact) {
                    $(
                        (None, Fact::$name(fact)) => $name::evolve(None, fact).map(Case::$name),
                        (Some(Case::$name(state)), Fact::$name(fact)) => {
                            $name::evolve(Some(state), fact).map(Case::$name)
                        }
                    )*
                    (Some(case), _) => Some(case),
                }
            }

            fn outline(state: &Case) -> $crate::Outline {
                match state {
                    $(Case::$name(state) => $name::outline(state),)*
                }
            }

            fn clocks(fact: &Fact) -> Vec<$crate::ClockEffect> {
                match fact {
                    $(Fact::$name(fact) => $name::clocks(fact),)*
                }
            }

            fn notices(fact: &Fact) -> Vec<$crate::Notice> {
                match fact {
                    $(Fact::$name(fact) => $name::notices(fact),)*
                }
            }

            fn expired(state: &Case, clock: &str) -> Option<Command> {
                match state {
                    $(Case::$name(state) => $name::expired(state, clock).map(Into::into),)*
                }
            }

            fn name(command: &Command) -> &'static str {
                let (kind, name) = match command {
                    $(Command::$name(command) => ($name::KIND, $name::name(command)),)*
                };
                let dotted = |full: &&&str| full.split_once('.') == Some((kind, name));
                COMMANDS.iter().find(dotted).copied().unwrap_or_default()
            }

            fn roles(command: &str) -> &'static [::jiefen_vocab::Role] {
                match command.split_once('.') {
                    $(Some(($name::KIND, name)) => $name::roles(name),)*
                    Some(_) | None => &[],
                }
            }

            fn needs_holding(command: &str) -> bool {
                match command.split_once('.') {
                    $(Some(($name::KIND, name)) => $name::needs_holding(name),)*
                    Some(_) | None => true,
                }
            }

            fn chart() -> &'static $crate::Chart {
                $first::chart()
            }
        }
    };
}
