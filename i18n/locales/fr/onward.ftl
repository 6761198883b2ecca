# La page qui mène au service de connexion d'un membre.
onward-title = Vous continuez sur { $host }
onward-lead = C'est là que votre association vous identifie. Vous reviendrez ici ensuite.
onward-action = Continuer
