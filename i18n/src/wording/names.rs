//! The names of what the domain tells apart.

use crate::{Locale, t};

/// Declares one function for each enumeration; a value without a name does not compile.
macro_rules! names {
    ($( $(#[$meta:meta])* $function:ident: $kind:ty { $($variant:ident => $key:literal),+ $(,)? } )+) => { $(
        $(#[$meta])*
        #[must_use]
        pub fn $function(l: Locale, value: $kind) -> String {
            match value { $( <$kind>::$variant => t!(l, $key) ),+ }
        }
    )+ };
}

names! {
    /// A role, for the middle of a sentence.
    role: domain::people::Role {
        LegalRepresentative => "role-legal-representative",
        Delegate => "role-delegate",
        Alternate => "role-alternate",
        NetworkBoard => "role-network-board",
        NetworkAdministrator => "role-network-administrator",
        OrganizationAdministrator => "role-organization-administrator",
        Staff => "role-staff",
        TrainingOfficer => "role-training-officer",
        Manager => "role-manager",
        PersonConcerned => "role-person-concerned",
        TrainingOrganizer => "role-training-organizer",
        Trainer => "role-trainer",
        Partner => "role-partner",
        Observer => "role-observer",
    }
    /// Where a membership stands.
    status: domain::memberships::Status {
        Applied => "membership-status-applied",
        Admitted => "membership-status-admitted",
        Suspended => "membership-status-suspended",
        Left => "membership-status-left",
        Excluded => "membership-status-excluded",
    }
    /// A step of the workflow of memberships.
    step: domain::memberships::Step {
        Apply => "membership-step-apply",
        Admit => "membership-step-admit",
        Suspend => "membership-step-suspend",
        Reinstate => "membership-step-reinstate",
        Leave => "membership-step-leave",
        Exclude => "membership-step-exclude",
    }
    /// A legal form.
    legal_form: domain::organizations::LegalForm {
        Association1901 => "legal-form-association-1901",
        AssociationAlsaceMoselle => "legal-form-association-alsace-moselle",
        Foundation => "legal-form-foundation",
        Asbl => "legal-form-asbl",
        Vzw => "legal-form-vzw",
        Aisbl => "legal-form-aisbl",
        Cooperative => "legal-form-cooperative",
        PublicBody => "legal-form-public-body",
        Company => "legal-form-company",
        Informal => "legal-form-informal",
        Other => "legal-form-other",
    }
    /// A declared figure, for the middle of a sentence.
    figure: domain::colleges::Figure {
        Employees => "figure-employees",
        Members => "figure-members",
        Places => "figure-places",
    }
    /// A kind of assembly.
    kind: domain::assemblies::Kind {
        Ordinary => "assembly-kind-ordinary",
        Extraordinary => "assembly-kind-extraordinary",
    }
    /// Where an assembly stands.
    state: domain::assemblies::State {
        Draft => "assembly-state-draft",
        Convened => "assembly-state-convened",
        Open => "assembly-state-open",
        Closed => "assembly-state-closed",
    }
    /// Where people take part.
    venue: domain::assemblies::Venue {
        Room => "venue-room",
        Remote => "venue-remote",
        Hybrid => "venue-hybrid",
    }
    /// What an item of the agenda is for.
    item_kind: domain::assemblies::ItemKind {
        Information => "item-kind-information",
        Motion => "item-kind-motion",
        Election => "item-kind-election",
    }
    /// What is said to a motion.
    choice: domain::polls::Choice {
        For => "choice-for",
        Against => "choice-against",
        Abstain => "choice-abstain",
        Blank => "choice-blank",
        Null => "tally-null",
    }
    /// Where a motion or an amendment stands.
    motion_state: domain::motions::State {
        Draft => "motion-state-draft",
        Submitted => "motion-state-submitted",
        Admissible => "motion-state-admissible",
        Refused => "motion-state-refused",
        Voting => "motion-state-voting",
        Adopted => "motion-state-adopted",
        Rejected => "motion-state-rejected",
        Withdrawn => "motion-state-withdrawn",
        Superseded => "motion-state-superseded",
    }
    /// What an amendment does.
    change_kind: domain::motions::ChangeKind {
        Replace => "change-replace",
        Delete => "change-delete",
        Insert => "change-insert",
    }
    /// Why an amendment has nothing left to decide, as a sentence.
    without_object: domain::motions::WithoutObject {
        ParagraphGone => "without-object-paragraph-gone",
        Overlap => "without-object-overlap",
        AlreadySo => "without-object-already-so",
    }
    /// Where a poll stands.
    poll_state: domain::polls::PollState {
        Open => "poll-state-open",
        Closed => "poll-state-closed",
    }
    /// What a registration number is called.
    register: domain::identifiers::Register {
        Rna => "register-rna",
        Siren => "register-siren",
        Siret => "register-siret",
        EnterpriseNumber => "register-enterprise-number",
    }
    /// What happens to a person whom nobody knows.
    unknown_person: domain::sign_in::UnknownPerson {
        Refuse => "unknown-person-refuse",
        AskApproval => "unknown-person-ask-approval",
        CreateStaff => "unknown-person-create-staff",
    }
    /// Where a connection stands.
    connection_state: domain::sign_in::ConnectionState {
        Draft => "connection-state-draft",
        Tested => "connection-state-tested",
        Active => "connection-state-active",
        Disabled => "connection-state-disabled",
    }
    /// In what a decision counts.
    unit: domain::quorum::Unit {
        Heads => "unit-heads",
        Weight => "unit-weight",
    }
    /// Who counts towards a quorum.
    counting: domain::quorum::Counting {
        Present => "counting-present",
        PresentAndRepresented => "counting-present-and-represented",
        Voting => "counting-voting",
    }
    /// Of what a majority is a share.
    base: domain::polls::Base {
        Expressed => "majority-base-expressed",
        Cast => "majority-base-cast",
        Present => "majority-base-present",
        Entitled => "majority-base-entitled",
    }
    /// How a number is held against a threshold.
    comparison: domain::fraction::Comparison {
        AtLeast => "comparison-at-least",
        MoreThan => "comparison-more-than",
    }
    /// What is decided, in two or three words.
    decision: domain::statutes::Decision {
        Ordinary => "statutes-decision-ordinary",
        Budget => "statutes-decision-budget",
        Persons => "statutes-decision-persons",
        ByLaws => "statutes-decision-by-laws",
        Statutes => "statutes-decision-statutes",
        Purpose => "statutes-decision-purpose",
        Exclusion => "statutes-decision-exclusion",
        Dissolution => "statutes-decision-dissolution",
    }
    /// Who may call an assembly, for the middle of a sentence.
    convener: domain::statutes::Convener {
        Board => "statutes-convener-board",
        Chair => "statutes-convener-chair",
        Auditor => "statutes-convener-auditor",
    }
    /// Who may be there without a vote, for the middle of a sentence.
    audience: domain::statutes::Audience {
        MembersWithoutVote => "statutes-audience-members-without-vote",
        PersonsConcerned => "statutes-audience-persons-concerned",
        Staff => "statutes-audience-staff",
        Partners => "statutes-audience-partners",
        Observers => "statutes-audience-observers",
        Public => "statutes-audience-public",
    }
    /// A set of rules to begin with.
    preset: domain::statutes::Preset {
        FrenchAssociation => "statutes-preset-french-association",
        BelgianAssociation => "statutes-preset-belgian-association",
        OneMemberOneVoice => "statutes-preset-one-member-one-voice",
        CollegesWithBlocks => "statutes-preset-colleges-with-blocks",
    }
    /// What a tie does.
    tie: domain::majorities::Tie {
        Rejected => "statutes-tie-rejected",
        CastingVote => "statutes-tie-casting-vote",
    }
    /// Where a condition must hold.
    majority_scope: domain::majorities::MajorityScope {
        Whole => "statutes-scope-whole",
        EachCollege => "statutes-scope-each-college",
        NoCollegeAgainst => "statutes-scope-no-college-against",
    }
}
