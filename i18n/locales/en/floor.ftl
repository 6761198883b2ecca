## The floor

floor = The floor
floor-item = Current item
floor-no-item = No item has been called yet.
floor-speaking = Has the floor
floor-waiting = Waiting for the floor
floor-nobody-waits = Nobody is waiting for the floor.
floor-speaker = { $name } ({ $organization })
floor-speaker-point = { $name } ({ $organization }) – point of order
floor-speaks-since = { $speaker } has had the floor since { $time }.
floor-rule-first-come = The floor is given in the order of the requests.
floor-rule-alternating = The floor is given in the order of the requests, alternating between the lists: never two people of the same list in succession while someone of another waits.
floor-rule-new-voices = Whoever has not yet spoken to this item goes first.
floor-rule-time = { $minutes ->
    [one] One minute for each speaker.
   *[other] { $minutes } minutes for each speaker.
 }
floor-list-closed = The list is closed. A point of order remains possible.
floor-ask = Ask for the floor
floor-point-of-order = Point of order
floor-your-place = You are number { $place } on the list.
floor-withdraw = Take my request back
floor-for = On behalf of
floor-list = List
floor-list-hint = Only used to alternate speakers.
floor-list-women = Women
floor-list-men = Men
floor-list-unstated = Not stated
floor-next = Give the floor
floor-end = End of the speech
floor-close-list = Close the list
floor-open-list = Open the list again
floor-call = Go to this item
floor-call-next = Go to the next item
floor-other-items = Go to another item
floor-rule = Rule for speaking
floor-order = Order
floor-order-first-come = Order of the requests
floor-order-alternating = Alternating between the lists
floor-new-voices = Whoever has not yet spoken goes first
floor-minutes = Minutes for each speaker
floor-minutes-hint = From 1 to 120; leave empty for no limit.
minutes-speakers = Spoke: { $speakers }.
done-floor-asked = Your request is on the list.
done-floor-withdrawn = The request is taken back.
done-floor-moved = Done.
