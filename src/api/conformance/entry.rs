//! An entry of the contract: what it is, where it comes from and how it stands here.

/// What an entry of the contract is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// An operation: a method and the path it is sent to.
    Operation,
    /// An api-version.
    Version,
    /// A parameter of the query or a header.
    Parameter,
    /// A property of a body or an answer.
    Property,
    /// A code of an error, or of one of its details.
    Code,
}

/// A public source of the rules, by its short name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleSource {
    /// The contract itself, the swagger of Microsoft.ImportExport.
    Swagger,
    /// Answers of the service, recorded in the tests of its command-line clients.
    Recorded,
    /// The contract of Azure Resource Manager with its providers.
    Provider,
    /// "Canceling and deleting Azure Import/Export jobs".
    Canceling,
    /// "Retrieving state information for an Import/Export job".
    State,
    /// The questions and answers about the service.
    Faq,
    /// The articles about the portal, 2021 to 2023.
    Portal,
}

/// How the service that is simulated here stands to an entry of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConformanceVerdict {
    /// It works as the sources say.
    Same,
    /// It works; where the sources are silent or disagree, this was decided.
    Decided(ConformanceNote),
    /// It works in another way, knowingly.
    Differs(ConformanceNote),
    /// It does not work here, knowingly.
    Absent(ConformanceNote),
}

/// What was decided, or differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConformanceNote {
    /// A job in `Creating` alone is replaced.
    ReplacedInCreating,
    /// What may change in which state.
    ChangesByState,
    /// Repeating a cancel does no harm, and the rule set decides until when one is accepted.
    CancelRepeats,
    /// No token is looked at.
    NoToken,
    /// It may be sent and is not read.
    NotRead,
    /// It may be sent and is never told.
    NotTold,
    /// Jobs have no identity.
    NoIdentity,
    /// Addresses are fictional.
    Fictional,
    /// Addresses of files lead nowhere.
    NoFiles,
    /// No storage account or key vault is asked.
    NotAsked,
    /// What happens is a function of the seed.
    Simulated,
    /// Keys of an export's drives are made up.
    MadeUpKeys,
    /// No region is ever closed.
    NeverClosed,
    /// A part of OData.
    PartOfOdata,
    /// The form of the token is the service's own affair.
    OwnToken,
    /// The contract names no code for it.
    OwnCode,
    /// The contract sets no such limit.
    OwnLimit,
    /// What a name may be.
    Names,
    /// Shapes follow the api-version asked for.
    ByVersion,
    /// The spelling of 2016-11-01.
    OldSpelling,
}

/// Entries of the contract that have all but their names in common.
pub(super) struct ContractRow {
    pub(super) aspect: Aspect,
    /// What stands before each name.
    pub(super) under: &'static str,
    pub(super) names: &'static [&'static str],
    pub(super) sources: &'static [RuleSource],
    pub(super) verdict: ConformanceVerdict,
    pub(super) test: &'static str,
}

/// One entry of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractEntry {
    /// What it is.
    pub aspect: Aspect,
    /// Its name in the contract. A property has its path, such as `job.properties.driveList[].state`.
    pub name: String,
    /// Where the rule comes from; none where the contract has no such thing.
    pub sources: &'static [RuleSource],
    /// How it stands here.
    pub verdict: ConformanceVerdict,
    /// The native test that shows it: file and function, such as `api/rules.rs: a_test`.
    pub test: &'static str,
}

impl Aspect {
    /// All, in the order shown.
    pub const ALL: [Aspect; 5] =
        [Aspect::Operation, Aspect::Version, Aspect::Parameter, Aspect::Property, Aspect::Code];
}

impl RuleSource {
    /// Every source.
    pub const ALL: [RuleSource; 7] = [
        RuleSource::Swagger,
        RuleSource::Recorded,
        RuleSource::Provider,
        RuleSource::Canceling,
        RuleSource::State,
        RuleSource::Faq,
        RuleSource::Portal,
    ];

    /// The short name.
    pub fn as_str(self) -> &'static str {
        match self {
            RuleSource::Swagger => "S",
            RuleSource::Recorded => "R",
            RuleSource::Provider => "RPC",
            RuleSource::Canceling => "CA",
            RuleSource::State => "ST",
            RuleSource::Faq => "FAQ",
            RuleSource::Portal => "P23",
        }
    }
}

impl ConformanceVerdict {
    /// Whether it works here.
    pub fn works(self) -> bool {
        match self {
            ConformanceVerdict::Same | ConformanceVerdict::Decided(_) | ConformanceVerdict::Differs(_) => {
                true
            }
            ConformanceVerdict::Absent(_) => false,
        }
    }

    /// What was decided, or differs.
    pub fn note(self) -> Option<ConformanceNote> {
        match self {
            ConformanceVerdict::Same => None,
            ConformanceVerdict::Decided(note)
            | ConformanceVerdict::Differs(note)
            | ConformanceVerdict::Absent(note) => Some(note),
        }
    }
}

/// A row, in the order of its columns.
pub(super) const fn row(
    aspect: Aspect,
    under: &'static str,
    names: &'static [&'static str],
    sources: &'static [RuleSource],
    verdict: ConformanceVerdict,
    test: &'static str,
) -> ContractRow {
    ContractRow { aspect, under, names, sources, verdict, test }
}
