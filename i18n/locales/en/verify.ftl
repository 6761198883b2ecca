## trame verify

verify-not-a-bundle = This file is no bundle: { $why }
verify-chain = The chain holds: { $lines } lines are told, of { $sealed } only the hash.
verify-differs = The bundle tells another result: { $told }
verify-late = { $votes ->
    [one] One vote came after the close.
   *[other] { $votes } votes came after the close.
 }
verify-kept = Line { $line } has the hash that was kept.
verify-kept-other = Line { $line } has another hash than the one that was kept.
verify-kept-outside = Line { $line } is not in this bundle: compare it with “trame journal verify” on the server.
verify-compare = To be sure that this is the journal of that day, compare with minutes that somebody kept. Line { $line }: { $hash }
verify-format = This is no bundle of a form that is known here ({ $word }).
verify-hash = Line { $line } has no hash of 64 hexadecimal digits.
verify-order = Line { $found } stands where line { $expected } should: one is missing, or they were moved.
verify-altered = The lines do not lead to the hash at the end: something in this bundle was altered.
verify-unreadable = Line { $line } does not say what lines of its kind say.
verify-no-roll = The line with the roll and the rules is missing.
minutes-bundle = Bundle to check the results
minutes-bundle-hint = Everything with which anybody can count the votes again, without this server: trame verify
verify-ballots = { $ballots } ballots from { $voted } voters, counted again
verify-election-differs = This is not what was told, or the ballots are not those of the voters.
