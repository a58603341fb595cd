"""The English table of states that exclude each other, and of the sides of a vote.

A state's id is its family and its side: `+` and `-` deny each other; other sides of one family
are simply different. Families that begin with `?` tell the two ends of one dealing.
"""

from __future__ import annotations

from assistant.quantities.words.english_acts_goods import GOODS_ACTS
from assistant.quantities.words.english_acts_money import MONEY_ACTS
from assistant.quantities.words.english_acts_works import ACTS as WORKS
from assistant.quantities.words.english_dealings import DEALINGS

_POWER_OUT = (
    "without power|without electricity|power was out|power is out|power went out|power outage"
    "|power outages|power cut|power cuts|blackout|blackouts|lost power|loses power"
)
_WATER_OUT = "without water|without running water|without tap water"

STATES = {
    "power:-": _POWER_OUT,
    "water:-": _WATER_OUT,
    "?outage:power": _POWER_OUT,
    "?outage:water": _WATER_OUT,
    "court:+": "upheld|uphold|upholds|upholding|affirmed|affirms",
    "court:-": "overturned|overturns|overturn|quashed|quashes|annulled|annuls|struck down",
    "open:+": "opened|opens|reopened|reopens|reopen|stays open|stayed open|stay open|remain open"
    "|remained open|remains open|kept open|open",
    "open:-": "closed|closes|shut|shuts|shut down|shuttered|shutters|stays closed|remain closed"
    "|remains closed|remained closed|close",
    "vote:+": "approved|approves|approve|approving|endorsed|endorses|ratified|ratifies|adopted"
    "|adopts|passes|passed|passed the law|passed a law|passed the act"
    "|law was passed|act was passed|accepted|accepts|green-lit|greenlit",
    "vote:-": "defeated|rejected|rejects|reject|rejecting|voted down|threw out|turned down|vetoed"
    "|vetoes",
    "grant:+": "granted|grants|issued|issues|renewed|renews|restored|restores|awarded|awards",
    "grant:-": "revoked|revokes|revoke|revoking|rescinded|rescinds|withdrew|withdrawn|stripped",
    "guilt:+": "convicted|convicts|guilty|found guilty|sentenced",
    "guilt:-": "acquitted|acquits|acquit|cleared|not guilty|found not guilty|exonerated",
    "allow:+": "allowed|allows|allow|permitted|permits|permit|legalised|legalized|legalises"
    "|lifted a ban|lifted the ban|lifts the ban|lifted its ban|authorised|authorized",
    "allow:-": "banned|bans|ban|banning|prohibited|prohibits|prohibit|barred|bars|outlawed|outlaws"
    "|forbade|forbids|forbidden",
    "run:+": "resumed|resumes|resume|restarted|restarts|reinstated|reinstates",
    "run:-": "suspended|suspends|suspend|halted|halts|halt|discontinued|scrapped|cancelled"
    "|canceled",
    "favour:+": "agreed|agrees|agree|supports|supported|favours|favoured|favors|favored|backed"
    "|backs|back the|back a|back his|back its|back him|back her|back it|back them|welcomed"
    "|welcomes",
    "favour:-": "disagreed|disagrees|disagree|opposes|opposed|oppose|objects to|objected to",
    "length:+": "extended|extends|extend|prolonged|prolongs|lengthened|lengthens",
    "length:-": "shortened|shortens|shorten|curtailed|cut short",
    "fast:+": "ahead of schedule|early|ahead of time|sooner than planned|earlier than planned",
    "fast:-": "late|behind schedule|delayed|overdue|later than planned",
    "medal:gold": "gold medal|gold medals|won gold|golds",
    "medal:silver": "silver medal|silver medals|won silver|silvers",
    "medal:bronze": "bronze medal|bronze medals|won bronze|bronzes",
    "?round:first": "first round|first-round|opening round",
    "?round:second": "second round|second-round|run-off|runoff",
    "size:new": "newly built|brand-new|brand new",
    "size:used": "second-hand|secondhand|used cars",
    "?loan:lent": "lent|lends|lending|lend",
    "?loan:borrowed": "borrowed|borrows|borrowing|borrow",
    "?stage:built": "built|constructed|completed",
    "?stage:sold": "sold|sales",
    "?crop:planted": "planted|cultivated|sown",
    "?crop:harvested": "harvested|harvests",
    "?custody:in": "arrested|arrests|detained|detains|jailed|took into custody",
    "?custody:out": "released|releases|freed|frees|set free",
    "?flow:new": "new|newly",
    "?flow:stock": "pending|outstanding|backlog|unresolved|awaiting",
    "?loan:owned": "owns|own",
    "?money:left": "cash pile|cash holdings|was left with|is left with|left with",
    "?money:spent": "spent|spends",
    "exam:-": "failed|fail|fails",
    "exam:+": "passed|passes",
    "fill:+": "occupied|taken up|filled|full|booked up",
    "fill:-": "empty|vacant|unoccupied",
    "?way:in": "arrived|arrivals|arrives|entered|incoming|inbound",
    "?way:out": "departed|departures|departs|left for|outgoing|outbound",
}

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
STATES |= DEALINGS | MONEY_ACTS | GOODS_ACTS | WORKS
STATES |= {f"?weekday:{number}": f"{day}|{day}s|{day}'s" for number, day in enumerate(_DAYS)}
_SAID = "said told reported announced wrote added".split()
TELLING_DAYS = "|".join(
    f"{verb} {on}{day}" for verb in _SAID for day in _DAYS for on in ("on ", "")
)
"""The day of telling, which is not that of what is told."""

BALLOTS = {
    "for": "for|vote for|voted in favour|in favour|in favor|voted for|votes for|ayes|yes votes"
    "|backed it|supported it"
    "|in support|approving",
    "against": "disagreed|against|voted against|vote against|votes against|opposed|noes|nays"
    "|no votes"
    "|voted no|dissented|dissenting",
    "abstain": "abstained|abstentions|abstaining|abstention|abstain",
    "ballot": "vote|the vote|votes|voted|voting|ballot|ballots|motion|bill",
}
