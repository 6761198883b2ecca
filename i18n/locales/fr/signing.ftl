### Le procès-verbal lu, signé, approuvé.

# Étapes
signing = Lecture, signature, approbation
signing-lead = Le procès-verbal est relu puis signé par la présidence et le secrétariat de séance. L’assemblée suivante l’approuve.
signing-state = État
signing-draft = Projet
signing-presented = À relire
signing-read = Relu
signing-signed = Signé
signing-approved = Approuvé
signing-step-draft = Écrire
signing-step-presented = Soumettre à la relecture
signing-step-read = Relire
signing-step-signed = Signer
signing-step-approved = Approuver
signing-done = fait
signing-now = en cours
signing-later = ensuite
signing-version-state = { $state }, version { $version }
signing-draft-state = Projet, version { $version } : ni relu ni signé

# Ce qui manque
signing-next = Ce qu’il reste à faire
signing-missing-end = La séance doit être levée.
signing-missing-names = Il faut nommer la présidence et le secrétariat de séance.
signing-missing-presentation = La version { $version } peut être soumise à la relecture.
signing-missing-reading-chair = La présidence de séance ({ $name }) doit relire la version { $version }.
signing-missing-reading-secretary = Le secrétariat de séance ({ $name }) doit relire la version { $version }.
signing-missing-signature-chair = La présidence de séance ({ $name }) doit signer la version { $version }.
signing-missing-signature-secretary = Le secrétariat de séance ({ $name }) doit signer la version { $version }.
signing-missing-approval = Une prochaine assemblée doit l’approuver : ajoutez ce point à son ordre du jour.
signing-awaited = Le point est à l’ordre du jour d’une assemblée : { $title }. D’ici là, rien ne change.
signing-approved-by = Approuvé par une assemblée : { $title }, le { $time }.

# Nommer
signing-names = Présidence et secrétariat de séance
signing-names-hint = Les personnes venues à l’assemblée et celles qui ont un mandat dans le réseau.
signing-names-warning = Changer ces noms remet la version au projet : il faudra relire et signer à nouveau.
signing-choose = Choisir
signing-not-named = À nommer

# Soumettre
signing-present = Soumettre la version { $version } à la relecture
signing-present-text = Son texte est alors figé. Toute correction le remet au projet, et annule relectures et signatures.

# Relire
signing-declare-read = J’ai relu la version { $version }
signing-declare-read-text = Relisez le procès-verbal en entier avant de le déclarer. Votre déclaration est gardée au journal.
signing-see = Relire le procès-verbal

# Signer
signing-sign = Signer
signing-sign-passkey = Signer avec ma clé d’accès
signing-sign-passkey-text = Votre appareil vous demandera votre doigt, votre visage ou votre code. La signature porte sur l’empreinte de ce texte ; chacun pourra la vérifier, sans ce serveur.
signing-passkey-refused = La signature n’a pas été faite. Rien n’a changé : réessayez, ou signez par votre session.
signing-passkey-none = Vous n’avez pas de clé d’accès qui puisse signer. Ajoutez-en une dans votre compte : la signature est plus sûre.
signing-passkey-nowhere = À cette adresse, les clés d’accès ne peuvent pas être utilisées.
signing-account = Ajouter une clé d’accès
signing-session = Signer par ma session
signing-session-text = Connexion de { $name }, { $method }. Moins sûr qu’une clé d’accès : seul le journal en témoigne, et le procès-verbal le dira.
signing-session-confirm = Je signe la version { $version } au titre suivant : { $office }
signing-confirm-missing = Cochez la case pour signer. Rien n’a été signé.

# Qui a fait quoi
signing-acts = Relectures et signatures
signing-acts-none = Personne n’a encore relu ni signé cette version.
signing-voided = Annulées par une correction
signing-column-who = Qui
signing-column-office = À quel titre
signing-column-act = Quoi
signing-column-when = Quand
signing-column-how = Comment
signing-act-read = A relu la version { $version }
signing-act-signed = A signé la version { $version }
signing-how-passkey = Clé d’accès, sur { $site }
signing-how-session = Session ouverte { $method }, le { $time }
signing-how-declared = Déclaration
signing-void-since = { $what } (annulé le { $time })

# Empreinte
signing-hash = Empreinte du texte (SHA-256)
signing-check = Ce que valent ces signatures
signing-check-text = Une signature par clé d’accès est vérifiable hors ligne, avec le dossier de vérification : elle montre que l’appareil de cette personne, qui l’a reconnue, a signé cette empreinte. L’appareil n’affiche que le nom du site : c’est cette page qui dit ce qui est signé. Une signature par session repose sur le journal du serveur.

# Approbation
approval = Approuver un procès-verbal
approval-lead = Le point est ajouté à la fin de l’ordre du jour. Si l’assemblée l’adopte, le procès-verbal est approuvé à l’instant où le vote est clos.
approval-minutes = Procès-verbal à approuver
approval-minutes-choice = { $title }, { $date } (version { $version })
approval-add = Ajouter à l’ordre du jour
approval-none-title = Aucun procès-verbal à approuver
approval-none = Un procès-verbal peut être approuvé quand il est signé par la présidence et le secrétariat de séance.
approval-link = Approuver un procès-verbal
approval-item-title = Approbation du procès-verbal du { $date }
approval-item-text = L’assemblée approuve le procès-verbal de l’assemblée « { $title } » du { $date }, dans sa version { $version }, dont l’empreinte est { $hash }.

# Messages
done-minutes-named = La présidence et le secrétariat de séance sont nommés.
done-minutes-presented = La version est soumise à la relecture.
done-minutes-read = Votre relecture est enregistrée.
done-minutes-signed = Votre signature est enregistrée.
done-approval-added = L’approbation du procès-verbal est à l’ordre du jour.

# Refus
refused-minutes-not-over = La séance n’est pas levée : le procès-verbal ne peut pas encore être soumis à la relecture. Levez d’abord la séance.
refused-minutes-not-named = Nommez d’abord la présidence et le secrétariat de séance. Rien n’a changé.
refused-minutes-same-person = La présidence et le secrétariat de séance sont deux personnes. Choisissez-en une autre pour l’un des deux.
refused-minutes-already-presented = Une version est déjà soumise à la relecture. Rien n’a changé.
refused-minutes-nothing-presented = Aucune version n’est soumise à la relecture : le texte a peut-être été corrigé. Rechargez la page.
refused-minutes-other-version = Le texte a changé depuis que vous avez ouvert la page. Rien n’a été enregistré : relisez la version actuelle.
refused-minutes-not-yours = Seules la présidence et le secrétariat de séance relisent et signent, chacun pour soi.
refused-minutes-already-read = Vous avez déjà déclaré votre relecture. Elle est enregistrée.
refused-minutes-not-read = La présidence et le secrétariat doivent d’abord avoir tous deux relu cette version.
refused-minutes-already-signed = Vous avez déjà signé cette version. Votre signature est enregistrée.
refused-minutes-not-signed = Ce procès-verbal n’est pas signé par les deux : il ne peut pas encore être approuvé.
refused-minutes-awaited = Ce procès-verbal est à l’ordre du jour d’une assemblée : il ne change pas avant qu’elle ait décidé. Rien n’a changé.
refused-minutes-approved = Ce procès-verbal est approuvé : il ne change plus.
refused-minutes-signature = La signature ne correspond pas à ce texte : elle n’est pas enregistrée. Rechargez la page et réessayez.
refused-no-signing-passkey = Vous n’avez pas de clé d’accès qui puisse signer à cette adresse. Signez par votre session, ou ajoutez une clé dans votre compte.
refused-approval-item = Ce point approuve un procès-verbal : il ne se réécrit pas. Retirez-le de l’ordre du jour, puis ajoutez-le à nouveau.

# Journal
journal-minutes-offices-named = Présidence et secrétariat de séance nommés
journal-minutes-presented = Procès-verbal soumis à la relecture
journal-minutes-read = Procès-verbal relu
journal-minutes-signed = Procès-verbal signé
journal-minutes-approved = Procès-verbal approuvé

# trame verify
verify-minutes = Procès-verbal, version { $version } : le texte a bien l’empreinte relue et signée.
verify-minutes-missing = Le texte du procès-verbal manque dans ce dossier.
verify-minutes-other-hash = Le texte du procès-verbal n’a pas l’empreinte relue et signée : il a été modifié.
verify-minutes-unreadable = Le texte du procès-verbal n’est pas celui de cette assemblée et de cette version.
verify-minutes-other-journal = Le procès-verbal cite une ligne du journal qui a une autre empreinte dans ce dossier.
verify-minutes-unsigned = Le procès-verbal est donné pour approuvé, sans deux signatures valables.
verify-signature-passkey = Signé par { $name } ({ $office }), clé d’accès, sur { $site } : la signature est bonne.
verify-signature-session = Signé par { $name } ({ $office }) par une session : seul le journal en témoigne.
verify-signature-bad = Signature de { $name } ({ $office }) : elle ne vaut rien ({ $why }).
verify-minutes-approved = Approuvé par une assemblée : { $title }

# Ce qui attend
home-signing-title = Vous avez un procès-verbal à signer
home-reading-title = Vous avez un procès-verbal à relire
