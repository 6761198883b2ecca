### Les mots dont chaque page a besoin.

-product = Trame

# Page
product-name = { -product }
skip-to-content = Aller au contenu
main-navigation = Navigation principale
breadcrumb = Fil d'Ariane
you-are-here = Vous êtes ici
home = Accueil
menu = Menu
close-menu = Fermer le menu
help = Aide
page-title = { $title } – { $network }
demo-notice = Données de démonstration : les votes, les personnes et les adresses sont inventés.
demo-badge = Démonstration

# Langue et apparence
language = Langue
language-fr = Français
language-nl = Nederlands
language-en = English
change-language = Changer de langue
appearance = Apparence
appearance-system = Comme mon appareil
appearance-light = Claire
appearance-dark = Sombre

# Compte
sign-in = Se connecter
sign-out = Se déconnecter
signed-in-as = Vous êtes connecté·e comme { $name }
my-account = Mon compte

# Actions
save = Enregistrer
save-changes = Enregistrer les modifications
cancel = Annuler
back = Retour
back-to = Retour : { $page }
continue = Continuer
confirm = Confirmer
search = Rechercher
search-clear = Effacer la recherche
filter = Filtrer
filter-clear = Enlever les filtres
sort-by = Trier par
add = Ajouter
edit = Modifier
remove = Retirer
delete = Supprimer
open = Ouvrir
close = Fermer
send = Envoyer
download = Télécharger
print = Imprimer
view = Voir
view-all = Tout voir
try-again = Réessayer
refresh = Actualiser
copy = Copier
copied = Copié
undo = Revenir en arrière
actions = Actions
details = Détails
more = Plus
less = Moins

# Formulaires
yes = Oui
no = Non
required = obligatoire
optional = facultatif
required-fields = Tous les champs sont obligatoires, sauf ceux marqués « facultatif ».
choose = Choisir
choose-one = Choisissez dans la liste
none = Aucun
all = Tout
other = Autre
unknown = Inconnu
not-given = Non renseigné
errors-title = { $count ->
    [one] Il reste un point à corriger
   *[other] Il reste { $count } points à corriger
}
errors-nothing-lost = Rien n'est perdu : ce que vous avez écrit est toujours là.
field-required = Remplissez ce champ.
field-too-long = { $limit ->
    [one] Écrivez { $limit } caractère au plus.
   *[other] Écrivez { $limit } caractères au plus.
}
field-too-short = { $min ->
    [one] Écrivez au moins { $min } caractère.
   *[other] Écrivez au moins { $min } caractères.
}
field-not-a-date = Écrivez une date qui existe, par exemple 02/06/2022.
field-not-a-time = Écrivez une heure, par exemple 14:30.
field-not-a-number = Écrivez un nombre entier, par exemple 12.
field-out-of-range = Écrivez un nombre entre { $min } et { $max }.
field-not-an-email = Écrivez une adresse complète, par exemple nom@association.example.
field-not-a-url = Écrivez une adresse complète qui commence par https://.
field-not-in-list = Choisissez une réponse de la liste.

# Ce qui vient d'être fait
saved = C'est enregistré.
sent = C'est envoyé.
removed = C'est retiré.
nothing-changed = Rien n'a changé.
nothing-was-lost = Rien n'a été perdu.

# Mots de tous les jours
name = Nom
email = Adresse e-mail
phone = Téléphone
address = Adresse
website = Site web
date = Date
time = Heure
from-date = À partir du
until-date = Jusqu'au
since = depuis le { $date }
until = jusqu'au { $date }
from-until = du { $from } au { $until }
today = Aujourd'hui
tomorrow = Demain
yesterday = Hier
place = Lieu
status = État
type = Type
number = Numéro
description = Description
comment = Commentaire
reason = Raison
document = Document
documents = Documents
total = Total
by-person = par { $name }
time-zone-note = Heure de { $zone }

# Listes
results-count = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
}
results-none-for = Rien ne correspond à « { $query } ».
results-try-less = Essayez avec moins de mots ou enlevez un filtre.
list-empty = Il n'y a encore rien ici.
page-previous = Page précédente
page-next = Page suivante
page-of = Page { $page } sur { $pages }
pages-navigation = Pages
days-count = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
minutes-count = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
people-count = { $count ->
    [0] personne
    [one] { $count } personne
   *[other] { $count } personnes
}
members-count = { $count ->
    [0] aucun membre
    [one] { $count } membre
   *[other] { $count } membres
}

# Cadre de la page
about-trame = À propos de Trame
accessibility = Accessibilité
footer = Pied de page
what-you-can-do = Ce que vous pouvez faire

# Champs
field-missing = Remplissez ce champ.
field-not-an-address = Écrivez une adresse e-mail complète, par exemple nom@association.example.
field-not-a-choice = Choisissez une réponse parmi celles qui sont proposées.
field-not-a-web-address = Écrivez une adresse web complète qui commence par https://.
field-taken = Ce nom est déjà pris. Choisissez-en un autre.
field-identifier-form = Ce numéro n'a pas la bonne forme. Vérifiez le nombre de chiffres et de lettres.
field-identifier-checksum = Ce numéro contient sans doute une faute de frappe. Comparez chaque chiffre avec votre document.

# Après un formulaire
done-saved = C'est enregistré.
done-signed-out = Vous êtes hors connexion. À bientôt.

less-than = moins de
