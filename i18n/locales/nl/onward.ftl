# De pagina die naar de aanmelddienst van een lid leidt.
onward-title = U gaat verder op { $host }
onward-lead = Daar herkent uw vereniging u. Daarna komt u hier terug.
onward-action = Doorgaan
