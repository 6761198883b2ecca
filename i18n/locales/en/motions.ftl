### Motions and amendments: texts, handing in, order of the vote.

motions = Motions and amendments
motions-motion = Motion
motions-numbered = Motion { $number }
motions-authors = Proposed by
motions-author-board = The network board
motions-supporters = Supported by
motions-item = Agenda item
motions-state = State
motions-reasons = Reasons
motions-refusal = Reason for the refusal
motions-revision = Version of the text
motions-revision-text = no. { $revision }
motions-none-title = No motion yet
motions-none = Texts that can be amended will appear here.
motions-now = At the moment
motions-phase-motions = Motions and amendments can be handed in.
motions-phase-amendments = Amendments can be handed in.
motions-phase-over = Nothing can be handed in any more.
motions-deadline-motions = Deadline for motions
motions-deadline-amendments = Deadline for amendments
motions-until-session = The opening of the session
motions-deadlines-edit = Set the deadlines
motions-deadlines-lead = Without a date, things can be handed in until the session is opened.
motions-deadline-day = Last day
motions-deadline-time = Time
motions-zone = In the network's time ({ $zone }). Without a time: until 23:59.
motions-new = Propose a motion
motions-new-lead = You propose for an association that you represent. The board then says whether the motion is admissible.
motions-for-association = For
motions-text-in = Text ({ $language })
motions-text-hint = A line that begins with # opens an article: “# Governance”. An empty line separates two paragraphs.
motions-text-others = The same text in another language
motions-text-others-hint = The same articles and paragraphs in the same order: each is linked to its counterpart.
motions-submit = Hand in
motions-save-draft = Keep as a draft
motions-draft-hint = Only your association sees this draft. Hand it in before the deadline, or withdraw it.
motions-withdraw = Withdraw
motions-support = Support
motions-rule = Admissibility
motions-rule-legend = Decision of the board
motions-rule-admit = Admissible: it will be put to the vote
motions-rule-refuse = Not admissible
motions-rule-reason = Reason, for a refusal
motions-rule-reason-hint = Every member sees it.
motions-rule-save = Save the decision
motions-text-now = The text as it stands
motions-text-now-hint = This text has not been adopted: it holds the amendments adopted so far.
motions-text-adopted = Adopted text
motions-text-out-of-date = Paragraphs have changed in another language and are not yet up to date here ({ $language }).
motions-read-in = Read the text: { $language }
motions-article = Article { $number }
motions-article-titled = Article { $number }. { $title }
motions-paragraph-struck = Paragraph struck out
motions-paragraph-added = Paragraph added
motions-stale = Out of date: { $language }
motions-amend = Propose an amendment
motions-amend-until = Deadline for amendments: { $until }
motions-amend-choose = Choose the paragraph that you want to change, strike out or have followed by another.
motions-amend-paragraph = Paragraph { $place } ({ $language })
motions-amend-kind = What the amendment does
motions-amend-text = New text
motions-amend-text-hint = The whole paragraph as it should read, or the paragraph to add. Not needed to strike out.
motions-amendment-title = Amendment { $number } to paragraph { $place }: { $what }
motions-amendment-title-short = Amendment { $number }: { $what }
motions-by = By { $names }
motions-supported-by = Supported by { $names }
motions-written-in = Concerns the text in: { $language }
motions-words-removed = removed:
motions-words-added = added:
motions-words-end = end
motions-rebased = The paragraph has changed since. The two changes go together: the amendment reads on the text of today.
motions-translation-first = The paragraph has changed in another language: its translation has to be brought up to date first.
motions-superseded-by = Without object since amendment { $number } was adopted. { $why }
motions-collision-compatible = Amendment { $other } changes other words of the same paragraph: both can be adopted.
motions-collision-exclusive = Amendment { $other } changes the same words: if one is adopted, the other is without object.
motions-collision-deletion = Amendment { $other } concerns the same paragraph, and one of the two strikes it out.
motions-collision-same-place = Amendment { $other } adds a paragraph in the same place: the one adopted first comes first.
motions-collision-languages = Amendment { $other } changes the same paragraph in another language.
motions-see-amendment = See amendment { $number }
motions-see-motion = The whole text and its amendments
motions-see-motion-amendments = { $amendments ->
    [0] Articles: read and amend
    [one] Articles and amendments ({ $amendments })
   *[other] Articles and amendments ({ $amendments })
}
motions-item-text = Write the articles
motions-item-text-lead = Members can amend this text paragraph by paragraph. The text of the item stays above it, as the resolution.
motions-order = Order of the vote
motions-order-by-rule = On each paragraph: striking out first, then the amendments furthest from the text, then additions. The distance is the number of words removed and added.
motions-order-by-chair = The order was set by the chair.
motions-order-reset = Back to the furthest first
motions-order-next = Next
motions-order-none-title = No amendment awaits the vote
motions-order-none = The text can be put to the vote.
motions-distance = { $words ->
    [0] No word changes
    [one] { $words } word away from the text
   *[other] { $words } words away from the text
}
motions-back-to-motion = Back to the motion
motions-translation = Bring translations up to date
motions-translation-lead = These paragraphs have changed in one language and not yet in the other. Correct them, then say that they are up to date.
motions-translation-of = Paragraph { $place }: { $language }
motions-translation-save = This is up to date
motions-translation-none-title = Everything is up to date
motions-translation-none = Each paragraph says the same in every language, as last read.
chair-next-amendment = Next vote: { $title }
done-motion-drafted = The draft is saved. It is not handed in yet.
done-motion-submitted = The motion is handed in.
done-motion-withdrawn = The motion is withdrawn.
done-motion-supported = The support is recorded.
done-amendment-submitted = The amendment is handed in. The board will say whether it is admissible.
done-amendment-withdrawn = The amendment is withdrawn.
refused-motion-not-from-here = This is not possible any more: it is “{ $state }”. Reload the page to see how things stand.
refused-motion-deadline = The deadline has passed. The network board can extend it.
refused-motion-session = The session has been opened: nothing can be handed in any more, unless the board sets a date.
refused-motion-not-on-roll = This association is not on the roll of this assembly: it can neither propose nor support.
refused-motion-backs-already = This association is among the authors or supporters already.
refused-motion-reason = Nothing was saved. Choose a decision; a refusal needs a reason.
refused-motion-changes-nothing = This amendment changes nothing in the text.
refused-motion-without-object = The amendment is without object. { $why }
refused-motion-translation-first = The paragraph has changed in another language. The board has to bring it up to date first ({ $language }).
refused-motion-not-its-turn = Amendment { $first } comes first. The chair can change the order of the vote.
refused-motion-amendments-pending = { $count ->
    [one] One amendment still awaits a decision or a vote: it comes before the text.
   *[other] { $count } amendments still await a decision or a vote: they come before the text.
}
refused-motion-text-empty = The text is empty.
refused-motion-article-empty = Article { $article } has no paragraph.
refused-motion-built-differently = The languages do not have the same paragraphs from article { $article } on ({ $language }).
refused-motion-up-to-date = This paragraph is up to date: only a vote can change it.
