// An invented federation of sixty associations in three colleges, in the form of the files of `demo/data`: what
// `trame demo --network FILE` reads. Its assembly is convened for today, with twenty-five proxies.

export const FEDERATION = '/n/federation-inventee';

/** Associations that hold five proxies each, and sign their people in themselves. */
export const HOLDERS = ['01', '02', '21', '22', '41'].map(member);

/** Associations that come to the desk and vote on paper. */
export const ON_PAPER = ['20', '40', '60'].map(member);

/** Who presides and who writes, both of the board, and a teller of each of two associations. */
export const PRESIDENT = { organization: 'federation-inventee', person: 'Présidente (Fédération inventée)' };
export const SECRETARY = { organization: 'federation-inventee', person: 'Secrétaire (Fédération inventée)' };

export const CANDIDATES = ['Alba', 'Basile', 'Chems', 'Dounia', 'Élie', 'Farah', 'Gaspard', 'Hélène', 'Imane'].map(
  (name) => `${name} Imaginaire`,
);

function member(number) {
  const name = `Association ${number}`;
  return { number, name, organization: `association-${number}`, person: `Présidente (${name})` };
}

/** So that each college has twenty, and a holder's proxies come from its own and the next. */
const MEMBERS = Array.from({ length: 60 }, (_, at) => member(String(at + 1).padStart(2, '0')));
const COLLEGES = [
  { slug: 'petites', name: 'Petites associations', weight: 1 },
  { slug: 'moyennes', name: 'Associations moyennes', weight: 2 },
  { slug: 'grandes', name: 'Grandes associations', weight: 4 },
];

/** Who gives a proxy to whom: the five that follow each holder. */
export const PROXIES = HOLDERS.flatMap((holder, at) => {
  const first = [3, 8, 23, 28, 43][at];
  return Array.from({ length: 5 }, (_, more) => ({ from: MEMBERS[first - 1 + more], to: holder }));
});

const text = (words) => JSON.stringify(words);

function connection({ organization, people }) {
  const accounts = people.map(
    ({ person, slug }, at) =>
      `{ subject = "${organization}-${at}", person = "${slug}", name = ${text(person)}, email = "${slug}@${organization}.example", groups = [] }`,
  );
  return `
[[connections]]
organization = "${organization}"
state = "active"
issuer = "${organization}"
client_id = "trame-${organization}"
domains = [{ name = "${organization}.example", proof = "dns" }]
claim_rules = []
unknown_person = "refuse"
accounts = [${accounts.join(', ')}]
`;
}

function organization(slug, name) {
  return `
[[organizations]]
slug = "${slug}"
names = [{ name = ${text(name)}, valid_from = "2001-01-01" }]
legal_form = "association_1901"
country = "FR"
languages = ["fr"]
email = "contact@${slug}.example"
`;
}

/** The whole file. */
export function federation() {
  const host = 'federation-inventee';
  const people = MEMBERS.map(({ organization, person }) => ({ slug: `${organization}-presidence`, person, organization }));
  const board = [
    { slug: 'federation-presidente', person: PRESIDENT.person, organization: host },
    { slug: 'federation-secretaire', person: SECRETARY.person, organization: host },
  ];
  const signing = [
    { organization: host, people: board },
    ...[...HOLDERS, ...ON_PAPER].map(({ organization, person }) => ({
      organization,
      people: [{ slug: `${organization}-presidence`, person }],
    })),
  ];
  const college = (at) => COLLEGES[Math.floor(at / 20)].slug;
  return `# Invented for the tests.

[network]
slug = "${host}"
names = { fr = "Fédération inventée" }
host = "${host}"
default_language = "fr"
languages = ["fr"]
time_zone = "Europe/Paris"
law = "Loi du 1er juillet 1901"

[network.about]
fr = "Soixante associations inventées."

[network.rules]
reference_days = 30
proxies = { per_holder = 5, same_college = false }

[network.rules.kinds.ordinary]
notice_days = 15
quorum = { counting = "present_and_represented", total = { threshold = "1/2", comparison = "at_least", unit = "heads" }, each_college = { threshold = "1/4", comparison = "at_least", unit = "heads" } }
majority = { base = "expressed", threshold = "1/2", comparison = "more_than", unit = "weight" }
${COLLEGES.map(
  ({ slug, name, weight }) => `
[[network.colleges]]
slug = "${slug}"
names = { fr = ${text(name)} }
weight = { rule = "fixed", weight = ${weight} }
`,
).join('')}
${organization(host, 'Fédération inventée')}
${MEMBERS.map(({ organization: slug, name }) => organization(slug, name)).join('')}
${[...people, ...board]
  .map(
    ({ slug, person, organization: of }) => `
[[people]]
slug = "${slug}"
display_name = ${text(person)}
email = "${slug}@${of}.example"
language = "fr"
`,
  )
  .join('')}
${MEMBERS.map(
  ({ organization: slug }, at) => `
[[memberships]]
network = "${host}"
organization = "${slug}"
college = "${college(at)}"
steps = [{ step = "apply", on = "2015-01-01" }, { step = "admit", on = "2015-02-01", decision = "Conseil du 1er février 2015" }]
`,
).join('')}
${people
  .map(
    ({ slug, organization: of }) => `
[[mandates]]
person = "${slug}"
role = "legal_representative"
organization = "${of}"
from = "2020-01-01"
`,
  )
  .join('')}
${board
  .map(
    ({ slug }) => `
[[mandates]]
person = "${slug}"
role = "network_board"
network = "${host}"
from = "2020-01-01"
`,
  )
  .join('')}
${signing.map(connection).join('')}

[[assemblies]]
network = "${host}"
slug = "assemblee"
kind = "ordinary"
title = { fr = "Assemblée des soixante" }
state = "convened"
convened_on = "today-20"
convened_by = "federation-presidente"
on = "today"
starts_at = "14:00"
place = "Salle inventée"
venue = "hybrid"
chair = "federation-presidente"
secretary = "federation-secretaire"
letter = "Le conseil vous invite à l’assemblée des soixante."
proxies = [
${PROXIES.map(({ from, to }) => `    { from = "${from.organization}", to = "${to.organization}", given_by = "${from.organization}-presidence", on = "today-3" },`).join('\n')}
]

[[assemblies.items]]
title = { fr = "Charte commune" }
text = "Le conseil propose une charte de trois paragraphes."

[assemblies.items.motion]
text = { fr = "L’assemblée adopte la charte suivante." }
amendments_until = "today"

[assemblies.items.motion.articles]
fr = """
# Accueil

Chaque association accueille sans condition pendant trois nuits.

Elle oriente ensuite vers un lieu adapté.

# Formation

Les formations sont ouvertes aux équipes de toutes les associations.
"""

[[assemblies.items.motion.amendments]]
organization = "${HOLDERS[0].organization}"
person = "${HOLDERS[0].organization}-presidence"
on = "today-8"
paragraph = "1.1"
language = "fr"
change = "replace"
text = "Chaque association accueille sans condition pendant sept nuits."
reasons = "Trois nuits ne suffisent pas pour trouver une place."

[[assemblies.items.motion.amendments]]
organization = "${HOLDERS[2].organization}"
person = "${HOLDERS[2].organization}-presidence"
on = "today-7"
paragraph = "2.1"
language = "fr"
change = "replace"
text = "Les formations sont ouvertes aux équipes de toutes les associations et aux bénévoles."
reasons = "Les bénévoles accueillent aussi."

[[assemblies.items]]
title = { fr = "Cotisation" }
text = "Le conseil propose de maintenir la cotisation."

[assemblies.items.motion]
text = { fr = "L’assemblée fixe la cotisation à 150 euros." }

[[assemblies.items]]
title = { fr = "Élection de cinq personnes au conseil" }
text = "Cinq sièges, à bulletin secret."
decision = "persons"

[assemblies.items.election]
method = "stv-scottish"
seats = 5
ties = "lot"
candidates = [
${CANDIDATES.map((name, at) => `    { name = ${text(name)}, organization = "${MEMBERS[at * 6].organization}", statement = "Candidature inventée." },`).join('\n')}
]
`;
}
