//! People and their mandates, in a network and in an organization.
//!
//! Used by the administrators of both. Who may do what follows from the mandates that are given
//! here, and from nothing else; the rules are in `domain::people` and `domain::access`.

mod forms;
mod lists;

use domain::{
    access::Action,
    ids::OrganizationId,
    locale::Locale,
    people::{Holder, Role},
};
use i18n::t;
use services::{networks::Network, organizations::Organization};

use crate::{
    context::{Cx, Draft},
    routes::{Access, Routes},
    ui::PageLink,
};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    let network = Access::May(Action::ManageNetworkMandates);
    let organization = Access::May(Action::ManageOrganizationMandates);
    let see = Access::May(Action::ViewPeople);
    Routes::default()
        .get("/n/{network}/people", see, lists::of_network)
        .get("/n/{network}/people/new", network, forms::new_in_network)
        .post("/n/{network}/people/new", network, forms::give_in_network)
        .get("/n/{network}/mandates/{mandate}", network, forms::ending_in_network)
        .post("/n/{network}/mandates/{mandate}", network, forms::end_in_network)
        .get("/o/{organization}/people", see, lists::of_organization)
        .get("/o/{organization}/people/new", organization, forms::new_in_organization)
        .post("/o/{organization}/people/new", organization, forms::give_in_organization)
        .get("/o/{organization}/people/{person}", organization, forms::person)
        .post("/o/{organization}/people/{person}", organization, forms::save_person)
        .get("/o/{organization}/mandates/{mandate}", organization, forms::ending_in_organization)
        .post("/o/{organization}/mandates/{mandate}", organization, forms::end_in_organization)
}

/// Where mandates are held, for the pages about them.
pub(crate) enum Place {
    /// In a network.
    Network(Box<Network>),
    /// In an organization.
    Organization(Box<Organization>),
}

impl Place {
    async fn network(cx: &Cx, slug: &str) -> Result<Self, services::Error> {
        Ok(Self::Network(Box::new(cx.services().network(cx.viewer(), slug).await?)))
    }

    async fn organization(cx: &Cx, slug: &str, action: Action) -> Result<Self, services::Error> {
        Ok(Self::Organization(Box::new(cx.services().organization_for(cx.viewer(), slug, action).await?)))
    }

    fn holder(&self) -> Holder {
        match self {
            Self::Network(network) => Holder::Network(network.id),
            Self::Organization(organization) => Holder::Organization(organization.id),
        }
    }

    fn organization_id(&self) -> Option<OrganizationId> {
        match self {
            Self::Network(_) => None,
            Self::Organization(organization) => Some(organization.id),
        }
    }

    fn base(&self) -> String {
        match self {
            Self::Network(network) => format!("/n/{}", network.slug),
            Self::Organization(organization) => format!("/o/{}", organization.slug),
        }
    }

    fn name(&self, cx: &Cx) -> String {
        match self {
            Self::Network(network) => network.name(cx.locale()).to_owned(),
            Self::Organization(organization) => organization.short_name_on(crate::organizations::today(cx)).to_owned(),
        }
    }

    fn page(&self, cx: &Cx, title: &str) -> Draft {
        let l = cx.locale();
        let people = format!("{}/people", self.base());
        let mut links = vec![PageLink::new(self.base(), self.name(cx)), PageLink::new(&people, t!(l, "people-title"))];
        if people != cx.path() {
            links.push(PageLink::new(cx.path(), title));
        }
        let draft = match self {
            Self::Network(network) => cx.network_page(network, title),
            Self::Organization(_) => cx.page(title),
        };
        draft.breadcrumb(links)
    }

    fn roles(&self) -> Vec<Role> {
        let of_network = matches!(self, Self::Network(_));
        Role::ALL.iter().copied().filter(|role| role.is_of_network() == of_network).collect()
    }
}

/// What a role allows, in a line that helps to choose.
fn role_detail(l: Locale, role: Role) -> String {
    match role {
        Role::LegalRepresentative => t!(l, "people-detail-legal-representative"),
        Role::Delegate => t!(l, "people-detail-delegate"),
        Role::Alternate => t!(l, "people-detail-alternate"),
        Role::NetworkBoard => t!(l, "people-detail-network-board"),
        Role::NetworkAdministrator => t!(l, "people-detail-network-administrator"),
        Role::OrganizationAdministrator => t!(l, "people-detail-organization-administrator"),
        Role::Staff => t!(l, "people-detail-staff"),
        Role::TrainingOfficer => t!(l, "people-detail-training-officer"),
        Role::Manager => t!(l, "people-detail-manager"),
        Role::TrainingOrganizer => t!(l, "people-detail-training-organizer"),
        Role::Trainer => t!(l, "people-detail-trainer"),
        Role::PersonConcerned => t!(l, "people-detail-person-concerned"),
        Role::Partner => t!(l, "people-detail-partner"),
        Role::Observer => t!(l, "people-detail-observer"),
    }
}
