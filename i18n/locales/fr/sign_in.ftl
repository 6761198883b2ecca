### Se connecter, et régler la connexion de son association.

# Page de connexion
sign-in-title = Se connecter
sign-in-lead = Indiquez votre adresse : nous vous conduisons au bon endroit. Il n'y a pas de mot de passe à retenir ici.
sign-in-address = Votre adresse e-mail
sign-in-address-hint = Celle que connaît votre association, par exemple nom@association.example.
sign-in-pick-title = Ou choisissez votre association
sign-in-pick-label = Chercher une association
sign-in-pick-search = Nom de l'association
sign-in-pick-own = Connexion avec le compte de l'association
sign-in-pick-mail = Connexion par un lien envoyé par e-mail
sign-in-pick-none = Aucune association de ce nom
sign-in-pick-none-advice = Essayez avec une partie du nom, ou indiquez votre adresse ci-dessus.
sign-in-demo = Dans cette démonstration, choisissez une association qui a son propre compte : vous pourrez prendre la place d'une personne inventée.
sign-in-mail-instead = { $organization } n'a pas de service de connexion à elle. Indiquez votre adresse : vous recevrez un lien.

# Lien à usage unique
sign-in-sent-title = Regardez votre messagerie
sign-in-sent = Si cette adresse est connue ici, un lien vient de partir. Il est valable { $minutes } minutes et ne sert qu'une fois.
sign-in-sent-advice-title = Rien n'arrive ?
sign-in-sent-advice-wait = Attendez deux minutes, puis regardez dans les courriers indésirables.
sign-in-sent-advice-other = Votre association vous connaît peut-être sous une autre adresse : essayez-la.
sign-in-sent-advice-limit = Après { $limit } demandes en une heure, il faut patienter une heure.
sign-in-sent-again = Essayer une autre adresse
sign-in-link-title = Bonjour { $name }
sign-in-link = Touchez le bouton pour vous connecter. Ce lien ne sert qu'une fois.
sign-in-link-invitation = Vous êtes attendu·e ici. Touchez le bouton pour entrer : l'invitation ne sert qu'une fois.
sign-in-link-until = Valable jusqu'au { $when }.
sign-in-link-action = Me connecter
sign-in-link-not-you = Ce n'est pas vous ? Fermez cette page et effacez le message.

# Refus
sign-in-refused-title = La connexion n'a pas abouti
sign-in-refused-at = Connexion avec le compte de { $organization }
sign-in-refused-code = Si cela se répète, indiquez ce code à l'administration de votre association : { $code }.
sign-in-refused-again = Réessayer avec { $organization }
sign-in-refused-other = Se connecter autrement
sign-in-waiting-title = Votre demande est transmise
sign-in-waiting = L'administration de { $organization } doit d'abord vous donner accès. Elle vient d'en être informée ; si vous avez une adresse, vous recevrez un message.
sign-in-waiting-advice = Vous pouvez fermer cette page. Revenez vous connecter lorsque l'accès est donné.
sign-in-no-mandate = Votre compte est reconnu, mais aucun mandat n'est en cours à votre nom. Demandez à l'administration de votre association ou de votre réseau de vous en donner un.
sign-in-connection-inactive = Cette association n'a pas de service de connexion en usage. Indiquez votre adresse sur la page de connexion : vous recevrez un lien.
sign-in-connection-untested = Ces réglages n'ont pas encore été essayés avec succès. Faites un essai de connexion, puis activez.
sign-in-identity-taken = Ce compte est déjà celui d'une autre personne ici. Vérifiez avec quel compte vous vous êtes connecté·e.
sign-in-session-ended = Votre session a pris fin pendant ce temps. Connectez-vous, puis recommencez.
sign-in-approval-refused = L'administration de votre association n'a pas donné suite à votre demande d'accès. Adressez-vous à elle.
sign-in-domain-taken = Une autre association a déjà prouvé que ce domaine est le sien. En cas d'erreur, écrivez à l'administration du réseau.
sign-in-domain-claimed = Ce domaine est déjà dans votre liste.
sign-in-domain-record-missing = L'enregistrement TXT n'a pas été trouvé. Une modification du DNS peut mettre quelques heures à se voir : réessayez plus tard.
sign-in-network-needed = Il y a plusieurs réseaux : indiquez lequel.

# Ce que le protocole refuse
oidc-provider-silent = Le service de connexion de votre association ne répond pas. Réessayez dans quelques minutes ; s'il reste muet, prévenez votre association.
oidc-provider-wrong = Le service de connexion de votre association ne répond pas comme il le devrait. Prévenez l'administration de votre association : un réglage est à revoir.
oidc-provider-error = Le service de connexion de votre association a mis fin à la connexion, peut-être parce qu'elle a été annulée. Recommencez.
oidc-token-refused = Le service de connexion de votre association n'a pas confirmé votre connexion. Recommencez ; si cela se répète, prévenez l'administration de votre association.
oidc-other-browser = Cette réponse n'appartient pas à une connexion commencée dans ce navigateur, ou elle a déjà servi. Recommencez depuis le début, dans ce navigateur.
oidc-other-issuer = La réponse reçue était destinée à un autre service ou venait d'un autre. Par sécurité, elle est refusée. Recommencez depuis le début.
oidc-connection-changed = Les réglages de connexion de votre association ont changé entre-temps. Recommencez.
oidc-signature = La réponse reçue n'est pas signée comme il faut. Par sécurité, elle est refusée. Recommencez ; si cela se répète, prévenez l'administration de votre association.
oidc-clock = La réponse reçue est trop ancienne, ou l'horloge du service de connexion n'est pas à l'heure. Recommencez ; si cela se répète, prévenez l'administration de votre association.
oidc-attempt-expired = La connexion a pris trop de temps. Recommencez depuis le début.
oidc-logout = La demande de déconnexion n'est pas valable.

# Déconnexion
sign-out-title = Vous êtes déconnecté·e d'ici
sign-out-provider = Vous êtes peut-être encore connecté·e chez { $organization }. Sur un appareil partagé, déconnectez-vous aussi là-bas.
sign-out-provider-action = Me déconnecter de { $organization }
sign-out-home = Retour à l'accueil

# Mon compte
account-title = Mon compte
account-lead = Vos mandats, vos appareils et la façon dont vous vous connectez.
account-mandates = Mes mandats
account-mandates-caption = Mandats en cours
account-role = Rôle
account-place = Où
account-period = Période
account-period-open = depuis le { $from }
account-period-until = du { $from } au { $until }
account-identities = Mes comptes de connexion
account-identities-none = Vous vous connectez par un lien envoyé à votre adresse e-mail.
account-identities-caption = Comptes attachés
account-identity = Compte de
account-identity-address = Adresse du compte
account-used = Dernière utilisation
account-link-title = Attacher votre compte de { $organization }
account-link = Vous pourrez alors vous connecter avec le compte que votre association vous a donné.
account-link-action = Attacher ce compte
account-sessions = Mes appareils
account-sessions-caption = Sessions ouvertes
account-device = Appareil
account-opened = Connecté depuis
account-seen = Vu pour la dernière fois
account-method-oidc = par le compte de l'association
account-method-link = par un lien
account-method-passkey = par une clé d'accès
account-this-device = cet appareil
account-device-unknown = Appareil inconnu
account-end-session = Déconnecter
account-end-others = Déconnecter tous les autres appareils
account-language = Ma langue
account-language-hint = Les pages et les messages vous seront écrits dans cette langue.
account-email = Adresse e-mail
account-no-email = aucune adresse connue
account-connection = Connexion de { $organization }
done-session-ended = L'appareil est déconnecté.
done-identity-linked = Le compte est attaché : il sert dès votre prochaine connexion.

# Clés d'accès
sign-in-passkey = Se connecter avec une clé d'accès
sign-in-passkey-refused = La clé d'accès n'a pas été acceptée. Réessayez, ou connectez-vous autrement.
account-passkeys = Mes clés d'accès
account-passkeys-text = Une clé d'accès vous connecte avec l'empreinte, le visage ou le code de votre appareil, sans attendre d'e-mail.
account-passkey = Créée sur
account-passkey-since = Depuis
account-passkey-add = Ajouter une clé d'accès sur cet appareil
done-passkey-registered = La clé d'accès est enregistrée.
done-passkey-removed = La clé d'accès est retirée.

# Connexion d'une association
connection-title = Connexion
connection-lead = Vos membres se connectent ici avec le compte que { $organization } leur a donné, par OpenID Connect.
connection-none = Pas encore réglée
connection-draft = À essayer
connection-tested = Essayée, prête
connection-active = En service
connection-disabled = Arrêtée
connection-steps-title = Où vous en êtes
connection-step-settings = Réglages
connection-step-domains = Domaines confirmés
connection-step-test = Essai réussi
connection-step-active = En service
connection-step-done = fait
connection-step-now = à faire
connection-step-later = ensuite
connection-register-title = À inscrire chez votre fournisseur
connection-redirect-uri = Adresse de retour
connection-signed-out-uri = Adresse de retour après déconnexion
connection-logout-uri = Adresse de déconnexion (back-channel)
connection-direct-address = Adresse directe pour vos membres
connection-settings = Réglages
connection-issuer = Émetteur (issuer)
connection-issuer-hint = L'adresse exacte donnée par votre fournisseur, par exemple https://connexion.association.example.
connection-client-id = Identifiant du client (client ID)
connection-client-secret = Secret du client
connection-client-secret-hint = Donné par votre fournisseur avec l'identifiant. Il n'est plus jamais affiché.
connection-client-secret-kept = Un secret est enregistré. Laissez vide pour le garder ; il est à redonner si l'émetteur change.
connection-client-authentication = Envoi du secret
connection-authentication-basic = Dans l'en-tête (client_secret_basic)
connection-authentication-basic-detail = Le choix habituel.
connection-authentication-post = Dans le corps de la demande (client_secret_post)
connection-authentication-none = Pas de secret, client public
connection-pkce = Protéger le code avec PKCE
connection-pkce-hint = À laisser coché, sauf si votre fournisseur refuse ce paramètre.
connection-pkce-needed = Sans secret, PKCE est nécessaire : cochez cette case.
connection-scopes = Portées demandées (scopes)
connection-scopes-hint = Séparées par des espaces ; openid est toujours demandé.
connection-unknown-person = Quand votre fournisseur connaît une personne et que nous ne la connaissons pas
connection-unknown-refuse = La refuser
connection-unknown-refuse-detail = Elle apprend qu'elle doit demander une invitation.
connection-unknown-ask = Demander l'accord de votre administration
connection-unknown-ask-detail = Elle attend ; vous recevez un message.
connection-unknown-create = L'accueillir comme membre de l'équipe
connection-unknown-create-detail = Seulement avec une adresse vérifiée d'un de vos domaines confirmés.
connection-rules = Rôles donnés par votre fournisseur
connection-rules-hint = À chaque connexion, qui a cette valeur dans ce champ a ce rôle ; qui ne l'a plus le perd. Le rôle de représentant·e légal·e ne se donne pas ainsi.
connection-rule-claim = Champ (claim), ligne { $line }
connection-rule-value = Valeur, ligne { $line }
connection-rule-role = Rôle, ligne { $line }
connection-rule-no-role = Pas de règle
connection-rules-error = Complétez chaque ligne commencée : un champ, une valeur et un rôle.
connection-save-warning = Modifier les réglages arrête la connexion jusqu'au prochain essai réussi, et met fin aux sessions ouvertes par elle, sauf la vôtre.
connection-test-title = Essai de connexion
connection-test = Connectez-vous à votre fournisseur avec votre propre compte. Rien ne change : nous montrons ce qui a été reçu et ce qui en découlerait.
connection-test-action = Faire un essai
connection-test-at = Dernier essai le { $when }
connection-test-good = L'essai a réussi : ces réglages peuvent être mis en service.
connection-test-bad = L'essai n'a pas réussi
connection-test-detail = Pour la personne qui règle le fournisseur : { $detail } ({ $code })
connection-test-outcome = Ce qui se passerait
connection-test-roles = Rôles qui en découlent
connection-test-no-role = aucun
connection-test-claims = Ce qui a été reçu
connection-test-claim = Champ
connection-test-value = Valeur
connection-outcome-welcome = Cette personne est connue : elle entrerait.
connection-outcome-create = Elle serait accueillie comme membre de l'équipe.
connection-outcome-wait = Elle attendrait votre accord.
connection-outcome-unknown = Elle serait refusée, car elle n'est pas connue.
connection-outcome-foreign = Elle serait refusée : son adresse n'est pas d'un de vos domaines confirmés.
connection-outcome-moved = Elle serait refusée : son adresse a changé de domaine.
connection-outcome-unverified = Elle serait refusée : votre fournisseur ne dit pas que son adresse est vérifiée.
connection-activate = Mettre en service
connection-activate-text = L'essai a réussi. À partir de maintenant, vos membres se connecteront ainsi.
connection-disable = Arrêter la connexion
connection-disable-text = Si vous l'arrêtez, les sessions ouvertes par elle prennent fin, sauf la vôtre, et vos membres recevront des liens par e-mail.
connection-domains = Domaines de messagerie
connection-domains-lead = Une adresse de ces domaines mène à votre fournisseur, et lui seul peut en apporter.
connection-domains-none = Aucun domaine
connection-domains-none-text = Ajoutez le domaine des adresses de votre association. Les messageries grand public, comme orange.fr, ne se réservent pas.
connection-domain = Domaine
connection-domain-hint = Ce qui suit @ dans vos adresses, par exemple association.example.
connection-domain-state = État
connection-domain-by-dns = confirmé par DNS
connection-domain-by-network = confirmé par le réseau
connection-domain-open = à confirmer
connection-domain-record = Enregistrement TXT à poser
connection-domain-check = Vérifier
connection-domain-remove = Retirer
connection-domain-add = Ajouter un domaine
connection-domain-other-way = Vous n'avez pas la main sur le DNS ? L'administration de votre réseau peut confirmer le domaine.
connection-approvals = Demandes d'accès
connection-approvals-lead = Ces personnes se sont connectées avec un compte de { $organization } et attendent votre accord.
connection-approvals-none = Personne n'attend
connection-approvals-none-text = Les demandes apparaîtront ici, et vous recevrez un message.
connection-approvals-count = { $count ->
    [0] Aucune demande d'accès
    [one] { $count } demande d'accès
   *[other] { $count } demandes d'accès
}
connection-approval-since = Depuis
connection-approval-grant = Donner accès
connection-approval-refuse = Refuser
done-connection-saved = Les réglages sont enregistrés.
done-connection-active = La connexion est en service.
done-connection-disabled = La connexion est arrêtée.
done-domain-claimed = Le domaine est ajouté. Il reste à le confirmer.
done-domain-verified = Le domaine est confirmé.
done-domain-removed = Le domaine est retiré.
done-approval-granted = L'accès est donné. La personne entre à sa prochaine connexion.
done-approval-refused = La demande est refusée.

# Secours par le réseau
rescue-title = Secours
rescue-lead = Quand la connexion de { $organization } est en panne, vous pouvez confirmer un domaine ou faire entrer une personne. Tout est inscrit au journal, et la personne est prévenue.
rescue-people = Faire entrer une personne
rescue-people-none = Personne n'a de mandat ici
rescue-people-none-text = Donnez d'abord un mandat à une personne de cette association.
rescue-send = Envoyer un lien
rescue-show = Montrer un lien
rescue-no-address = aucune adresse
rescue-vouch = Confirmer au nom du réseau
rescue-link-title = Lien à remettre à { $name }
rescue-link-text = Il ne sert qu'une fois, dans les 24 heures. Remettez-le à la personne elle-même : il n'est plus jamais affiché.
rescue-link-address = Adresse à ouvrir
rescue-back = Retour au secours
done-rescue-sent = Le lien est envoyé.
done-domain-vouched = Le domaine est confirmé au nom du réseau.

# Lettres
sign-in-letter-link-subject = Votre lien de connexion
sign-in-letter-link-body =
    Bonjour { $name },

    Voici le lien que vous avez demandé pour vous connecter. Il est valable { $minutes } minutes et ne sert qu'une fois.

    { $link }

    Vous n'avez rien demandé ? Effacez ce message : sans ce lien, personne ne peut entrer à votre place.
sign-in-letter-invitation-subject = { $organization } vous invite
sign-in-letter-invitation-body =
    Bonjour { $name },

    { $organization } vous invite à rejoindre son espace. Ouvrez ce lien pour entrer. Il est valable { $days } jours et ne sert qu'une fois.

    { $link }

    Ensuite, vous pourrez vous connecter avec cette adresse.
sign-in-letter-approval-subject = Une demande d'accès pour { $organization }
sign-in-letter-approval-body =
    Bonjour { $name },

    { $person } s'est connecté·e avec un compte de { $organization } et attend votre accord. Connectez-vous et ouvrez les demandes d'accès de votre association.
sign-in-letter-granted-subject = Votre accès par { $organization } est ouvert
sign-in-letter-granted-body =
    Bonjour { $name },

    L'administration de { $organization } vous a donné accès. Connectez-vous ici :

    { $link }
sign-in-letter-rescue-subject = Un lien de secours a été créé pour vous
sign-in-letter-rescue-body =
    Bonjour { $name },

    { $by }, qui administre votre réseau, a créé ce lien pour que vous puissiez entrer. Il est valable 24 heures et ne sert qu'une fois.

    { $link }

    Si vous ne vous y attendiez pas, prévenez votre association.
sign-in-letter-rescue-notice-body =
    Bonjour { $name },

    { $by }, qui administre votre réseau, a créé un lien de secours à votre nom, pour vous le remettre en personne. Il ne sert qu'une fois, dans les 24 heures.

    Si vous ne vous y attendiez pas, prévenez votre association.
