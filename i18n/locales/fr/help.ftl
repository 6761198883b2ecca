### L'aide, et la déclaration d'accessibilité.

# Aide
help-lead = L'essentiel en quelques étapes. Aucun mot de passe à retenir, rien à installer.
help-on-this-page = Sur cette page

help-sign-in-title = Se connecter
help-sign-in-open = Touchez « Se connecter », en haut de la page.
help-sign-in-address = Écrivez l'adresse e-mail que votre association connaît.
help-sign-in-own = Si votre association a son propre service de connexion, vous passez par ce service, puis vous revenez ici.
help-sign-in-link = Sinon, vous recevez un lien par e-mail. Ouvrez-le et touchez « Me connecter ». Il ne sert qu'une fois.
help-sign-in-end = Sur un ordinateur partagé, touchez « Se déconnecter » avant de partir.

help-vote-title = Voter dans une assemblée
help-vote-open = Ouvrez l'assemblée, puis la séance, le jour dit.
help-vote-arrive = Touchez « Je suis là ». Sans cela, votre association ne compte pas dans le quorum et ne peut pas voter.
help-vote-choose = Quand un vote s'ouvre, choisissez Pour, Contre ou Abstention. Si vous représentez aussi une autre association, votez pour chacune.
help-vote-change = Vous pouvez changer d'avis tant que le vote est ouvert. Quand il est clos, plus rien ne change.
help-vote-named = Les votes sont nominatifs : le choix de chaque association figure dans le résultat et au procès-verbal.

help-result-title = Vérifier un résultat
help-result-sentence = Chaque résultat dit combien de voix étaient nécessaires, combien il y en a eu, et sur quel total.
help-result-roll = La liste électorale indique le nombre de voix de chaque association, et pourquoi.
help-result-again = Avec ces nombres, chacun peut refaire le calcul.

help-proxy-title = Donner un pouvoir
help-proxy-open = Si personne de votre association ne peut venir, ouvrez l'assemblée et cherchez « Pouvoirs ».
help-proxy-choose = Choisissez l'association qui votera pour la vôtre. Les statuts peuvent limiter leur nombre ou demander le même collège.
help-proxy-take-back = Vous pouvez reprendre le pouvoir avant le vote. Si vous venez finalement, touchez « Je suis là » : le pouvoir prend fin.

help-trouble-title = Quand quelque chose ne marche pas
help-trouble-reload = La connexion a coupé : rouvrez la page. Elle montre ce qui est vraiment enregistré, votre vote compris.
help-trouble-form = Un formulaire est refusé : ce que vous avez écrit est toujours là, et chaque point à corriger est indiqué à côté du champ.
help-trouble-mail = Le lien n'arrive pas : attendez deux minutes, regardez dans les courriers indésirables, puis essayez une autre adresse.
help-trouble-right = Une page vous est refusée : votre rôle ne suffit peut-être pas. Demandez à l'administration de votre association.
help-trouble-room = Vous êtes en séance et rien n'y fait : prévenez tout de suite la présidence de séance, avant que le vote ne soit clos.

# Accessibilité
accessibility-lead = Chaque personne doit pouvoir lire, voter et donner un pouvoir, avec ou sans souris, avec ou sans écran.
accessibility-state-title = Où nous en sommes
accessibility-state = Aucun organisme extérieur n'a encore vérifié ce site : nous ne déclarons donc pas qu'il est conforme.
accessibility-aim = Nous visons les règles WCAG 2.2 au niveau AA, et leur équivalent français, le RGAA 4.1.
accessibility-checks = Des contrôles automatiques regardent chaque page. Ils ne trouvent qu'une partie des obstacles.
accessibility-done-title = Ce que nous faisons
accessibility-done-keyboard = Tout se fait au clavier, et l'on voit toujours où l'on est.
accessibility-done-reader = Les titres, les champs et les tableaux sont nommés pour les lecteurs d'écran.
accessibility-done-colour = Aucune information ne tient à la seule couleur, et les textes sont contrastés, en clair comme en sombre.
accessibility-done-small = Les pages tiennent sur un petit écran de téléphone et supportent un texte agrandi.
accessibility-done-script = Sans JavaScript, les pages et les formulaires fonctionnent ; il faut alors rouvrir la page pour suivre une séance.
accessibility-known-title = Ce que nous savons imparfait
accessibility-known-documents = Les documents déposés par les réseaux et les associations ne sont pas toujours accessibles. Demandez-en une autre version.
accessibility-known-tested = Nous n'avons pas encore fait essayer le site par des personnes qui utilisent chaque jour un lecteur d'écran.
accessibility-known-language = Les textes écrits par les réseaux n'existent parfois que dans une langue.
accessibility-contact-title = Un obstacle ?
accessibility-contact = Dites à l'équipe de votre réseau sur quelle page et avec quel appareil. Elle doit vous donner le contenu sous une autre forme.
accessibility-contact-appeal = Sans réponse satisfaisante, vous pouvez vous adresser en France au Défenseur des droits, en Belgique à Unia.
