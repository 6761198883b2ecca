### Les besoins de formation que les membres disent pour une année.

needs-title = Besoins de formation
needs-lead = Chaque année, les associations disent ce dont leurs équipes ont besoin. Le catalogue de l’année suivante en part.
needs-of-year = Besoins de formation pour { $year }
needs-until = Les associations disent leurs besoins jusqu’au { $day }.
needs-closed = Les besoins ont été recueillis jusqu’au { $day }.
needs-open = ouvert
needs-over = terminé
needs-none-title = Pas encore de recueil
needs-none = Quand le réseau demandera les besoins pour une année, vous les trouverez ici.
needs-collect = Recueillir les besoins d’une année
needs-collection-edit = Modifier le recueil
needs-year = Année
needs-last-day = Dernier jour
needs-introduction = Ce que vous demandez
needs-introduction-hint = En quelques phrases : pourquoi, et ce que vous ferez des réponses.
needs-ask-officer = La personne référente formation de votre association dit les besoins de l’équipe. Parlez-lui des vôtres.
needs-filter = Chercher un besoin
needs-unanswered-only = Seulement sans réponse
needs-all = Besoins regroupés
needs-details = Qui demande quoi
needs-group = { $subject } ({ $associations ->
    [one] une association
   *[other] { $associations } associations
}, { $people ->
    [one] une personne
   *[other] { $people } personnes
})
needs-nothing-title = Aucun besoin pour le moment
needs-nothing = Les besoins des associations apparaîtront ici, regroupés.
needs-subject = Sujet
needs-need = Besoin
needs-association = Association
needs-associations = Associations
needs-people = Personnes
needs-preference = Quand et où de préférence
needs-preference-hint = Par exemple : au printemps, à Bobigny ou à distance.
needs-reasons = Pourquoi
needs-reasons-hint = Ce que l’équipe rencontre, et ce qu’elle voudrait savoir faire.
needs-answer = Formation prévue
needs-planned = Prévu : { $title }
needs-in-preparation = Une formation est en préparation.
needs-noted = noté
needs-unanswered = sans réponse
needs-plan-session = Prévoir une session
needs-plan-training = Prévoir une formation
needs-answers = Ce que vous prévoyez ici répondra à tous les besoins regroupés sous ce sujet. Les associations le verront.
needs-together-with = Regrouper avec
needs-together = Regrouper
needs-together-hint = Une formation du catalogue ou un autre sujet. Les besoins des deux comptent alors ensemble.
needs-together-nothing = Il n’y a pas encore d’autre sujet, ni de formation au catalogue.
needs-apart = Sortir du groupe
needs-own = Ce que votre association demande
needs-state = Dire un besoin
needs-state-submit = Enregistrer le besoin
needs-edit = Modifier le besoin
needs-remove = Retirer
needs-for = Pour { $association }
needs-training = Formation du catalogue
needs-training-none = Autre chose
needs-other-subject = Autre sujet
needs-other-subject-hint = Si aucune formation du catalogue ne convient.
needs-how-many = Pour combien de personnes
needs-file = besoins

refused-need-closed = Les besoins ont été recueillis jusqu’au { $day }. Écrivez à l’équipe du réseau.
refused-need-people = Dites pour combien de personnes : d’une à { $most }.
refused-need-stated = Votre association a déjà dit ce besoin. Modifiez-le plutôt.
refused-need-answered = Une formation répond déjà à ce besoin. Il reste tel quel.
refused-needs-year = Choisissez cette année ou l’une des cinq suivantes.
refused-needs-last-day = Choisissez un dernier jour qui n’est pas passé.
refused-needs-year-taken = Les besoins de cette année sont déjà recueillis. Modifiez ce recueil.
done-needs-collected = Le recueil est ouvert. Les associations peuvent dire leurs besoins.
done-need-stated = Le besoin est noté.
done-need-removed = Le besoin est retiré.
done-needs-grouped = Les besoins sont regroupés autrement.
needs-letter-subject = Besoins de formation pour { $year }
needs-letter-until = Dites-nous ce dont vos équipes ont besoin en { $year }, jusqu’au { $day } :
needs-letter-answered-subject = « { $title } » répond à votre demande
needs-letter-answered = Le réseau prévoit la formation « { $title } » pour un besoin que vous avez exprimé. Vous le retrouvez ici :
