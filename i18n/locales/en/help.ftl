### The help, and the accessibility statement.

# Help
help-lead = The essentials in a few steps. No password to remember, nothing to install.
help-on-this-page = On this page

help-sign-in-title = Signing in
help-sign-in-open = Tap “Sign in” at the top of the page.
help-sign-in-address = Write the e-mail address that your association knows.
help-sign-in-own = If your association has its own sign-in service, you pass through it and come back here.
help-sign-in-link = Otherwise you receive a link by e-mail. Open it and sign in with the button. It works only once.
help-sign-in-end = On a shared computer, tap “Sign out” before you leave.

help-vote-title = Voting in an assembly
help-vote-open = On the day, open the assembly, then the session.
help-vote-arrive = Tap “I am here”. Without this, your association does not count towards the quorum and cannot vote.
help-vote-choose = When a vote opens, choose For, Against or Abstention. If you also represent another association, vote for each.
help-vote-change = You can change your mind while the vote is open. Once it is closed, nothing changes any more.
help-vote-named = Votes are by name: each association's choice is in the result and in the minutes.

help-result-title = Checking a result
help-result-sentence = Each result says how many voices were needed, how many there were, and out of what total.
help-result-roll = The roll gives the number of voices of each association, and why.
help-result-again = With these numbers, anyone can do the calculation again.

help-proxy-title = Giving a proxy
help-proxy-open = If nobody from your association can come, open the assembly and look for “Proxies”.
help-proxy-choose = Choose the association that will vote for yours. The statutes may limit their number or ask for the same college.
help-proxy-take-back = You can take the proxy back before the vote. If you come after all, tap “I am here”: the proxy ends.

help-trouble-title = When something does not work
help-trouble-reload = The connection was cut: open the page again. It shows what is really saved, your vote included.
help-trouble-form = A form is refused: what you wrote is still there, and each point to correct is shown beside its field.
help-trouble-mail = The link does not arrive: wait two minutes, look in the junk mail, then try another address.
help-trouble-right = A page is refused to you: your role may not be enough. Ask your association's administrator.
help-trouble-room = You are in session and nothing helps: tell the chair at once, before the vote is closed.

# Accessibility
accessibility-lead = Everyone should be able to read, vote and give a proxy, with or without a mouse, with or without a screen.
accessibility-state-title = Where we stand
accessibility-state = No outside body has audited this site yet, so we do not claim that it conforms.
accessibility-aim = We aim for WCAG 2.2 at level AA, and for its French counterpart, RGAA 4.1.
accessibility-checks = Automatic checks look at each page. They find only some of the obstacles.
accessibility-done-title = What we do
accessibility-done-keyboard = Everything can be done with the keyboard, and one always sees where one is.
accessibility-done-reader = Headings, fields and tables are named for screen readers.
accessibility-done-colour = No information rests on colour alone, and texts have enough contrast, light and dark.
accessibility-done-small = The pages fit a small phone screen and allow for enlarged text.
accessibility-done-script = Without JavaScript, pages and forms work; to follow a session, open the page again.
accessibility-known-title = What we know is imperfect
accessibility-known-documents = The documents that networks and associations upload are not always accessible. Ask for another version.
accessibility-known-tested = We have not yet had the site tried by people who use a screen reader every day.
accessibility-known-language = The texts that networks write sometimes exist in one language only.
accessibility-contact-title = An obstacle?
accessibility-contact = Tell your network's team on which page and with which device. It must give you the content in another form.
accessibility-contact-appeal = Without a satisfactory answer, you can turn to the Défenseur des droits in France, or to Unia in Belgium.
