"""The English table of what people do and what is done to them, which newsrooms mix up: the sides
of a family prove nothing of each other. An id is its family and its side, as in the table of
states; in a family that begins with `?having_` what there is is a side of its own, `has`."""

from __future__ import annotations

_LAW = {
    "guilt:+": "jailed|jails|imprisoned|sent to prison",
    "?police:questioned": "questioned|questioning|interrogated|interrogating|summoned"
    "|summoned for questioning|called in for questioning|taken in for questioning",
    "?police:arrested": "arrested|arrests|arrest|arresting|under arrest|detained|detains"
    "|detaining"
    "|taken into custody|took into custody|in custody|rounded up|nabbed|captured",
    "?police:wanted": "wanted by|are wanted|is wanted|were wanted|wanted for|looking for"
    "|hunting for"
    "|searching for|manhunt|on the run|at large|fugitives|fugitive|arrest warrant|arrest warrants"
    "|warrants",
    "?police:complained": "filed complaints|filed a complaint|lodged complaints|lodged a complaint",
    "?police:charged": "charged|charged with|face charges|faces charges|faced charges"
    "|facing charges|pressed charges|indicted|indictment|indictments|prosecuted|prosecuting"
    "|on trial|go on trial|went on trial|stand trial|stood trial|accused of|arraigned",
    "?police:convicted": "convicted|convicts|found guilty|jailed|jails|sentenced|sentences"
    "|imprisoned|given jail terms|sent to prison|guilty verdicts",
    "?police:confessed": "pleaded guilty|pleads guilty|confessed|admitted guilt",
    "?police:released": "released|releases|released on bail|freed|frees|bailed|granted bail"
    "|set free|released without charge|paroled",
    "?police:remanded": "denied bail|refused bail|bail denied|remanded in custody|remanded",
    "?police:pardoned": "pardoned|pardons|royal pardon|royal pardons|amnesty",
    "?police:deported": "deported|deports|deportation|deportations|extradited",
    "?police:executed": "executed|executions|put to death",
    "?verdict:cleared": "acquitted|acquits|acquit|cleared of|exonerated|found not guilty",
    "?term:given": "jailed|jails|sentenced|sentences|imprisoned",
    "?term:faced": "faces|face|facing|faced|could get|punishable|carries|maximum sentence"
    "|maximum penalty|liable to",
    "?term:asked": "asked for|sought|seeking|seek|seeks|demanded|demand|called for"
    "|want him jailed"
    "|want her jailed|want them jailed|wants him jailed|wants her jailed|wants them jailed",
    "?term:served": "served|spent|already served",
    "?term:suspended": "suspended sentence|suspended sentences|suspended jail term"
    "|suspended prison term|on probation",
    "?payout:fine": "fined|fines|fine of|fine|penalty|penalties",
    "?payout:claim": "sued|sues|suing|sued for|suing for|is suing for|claim of|faces a claim"
    "|claiming|claims against|lawsuit"
    "|lawsuits|seeking damages|seeks damages|sought damages|sued for damages",
    "?payout:damages": "in damages|damages of|awarded|ordered to pay|compensation|compensated"
    "|compensate",
    "?payout:settled": "settled for|settled the case|settlement|out of court",
    "?payout:bail": "bail|surety",
    "?payout:fraud": "defrauded|swindled|embezzled|embezzlement|scammed|cheated out of|conned",
    "?payout:ransom": "ransom|ransoms",
    "?payout:bribe": "bribe|bribes|bribed|kickback|kickbacks",
    "?payout:reward": "reward|rewards|bounty",
    "?payout:seized": "seized|confiscated|seizure",
}
_OPEN = "questioned confessed remanded arrested wanted charged released pardoned".split()
_LAW["?verdict:open"] = "|".join(_LAW[f"?police:{side}"] for side in _OPEN)
_LAW["?shot:alive"] = _LAW["?verdict:open"]
_LAW["?shot:dead"] = "shot dead|gunned down|killed by police|shot and killed"
_HEALTH = {
    "?case:tested": "tested|testing|screened|screening|swabbed|took the test|tests for"
    "|tests carried out",
    "?case:suspected": "suspected|suspected of having|suspected cases|suspected case"
    "|suspected infections|probable cases",
    "?case:infected": "infected|infections|infection|tested positive|tests positive"
    "|confirmed cases"
    "|confirmed case|positive tests|caught the|contracted the|came down with|fell ill|cases of"
    "|new cases",
    "?case:negative": "tested negative|tests negative|negative tests",
    "?case:hospital": "admitted to hospital|in hospital|hospitalised|hospitalized"
    "|taken to hospital|rushed to hospital|sent to hospital|hospital admissions",
    "?case:critical": "intensive care|in intensive care|icu|on ventilators|on a ventilator"
    "|critical condition|in critical condition|critically ill|seriously ill|severe cases",
    "?case:recovered": "recovered|recoveries|cured"
    "|discharged|discharged from hospital|left hospital|full recovery",
    "?case:quarantined": "quarantine|in quarantine|quarantined|in isolation|isolated"
    "|self-isolating|self-isolation",
    "?case:home": "treated at home|isolating at home|home isolation",
    "?case:contacts": "close contacts|exposed to|high-risk contacts",
    "?case:dead": "died|dead|killed|deaths|death toll|fatalities",
    "?jab:had": "vaccinated|been vaccinated|fully vaccinated|inoculated|immunised|immunized"
    "|had the vaccine|have had the vaccine|received the vaccine|got the vaccine|got a jab"
    "|had a jab",
    "?jab:willing": "want the vaccine|want a vaccine|want to be vaccinated|wanted the vaccine"
    "|willing to be vaccinated|willing to get vaccinated|willing to take|would take the vaccine"
    "|would get vaccinated|would be vaccinated|intend to be vaccinated|plan to get vaccinated",
    "?jab:booked": "booked a jab|booked a vaccine|booked the vaccine|registered for the vaccine"
    "|registered for vaccination|signed up for the vaccine|vaccine appointments",
    "?jab:refused": "refused the vaccine|refuse the vaccine|refused to be vaccinated"
    "|refuse to be vaccinated|vaccine refusal",
    "?care:waiting": "waiting for|awaiting|waiting list|on the waiting list|waiting lists",
    "?care:treated": "had surgery|underwent surgery|operated on|underwent|transplants"
    "|transplanted|were treated|was treated|received treatment",
    "?care:offered": "donors|organ donors|donated organs|donated their organs|pledged to donate"
    "|pledged their organs",
}
_DISASTER = {
    "home:-": "homeless|lost their homes|without homes|without a home",
    "?victim:killed": "died|dead|killed|killing|kills|deaths|fatalities|death toll|perished"
    "|drowned"
    "|claimed the lives of|lost their lives|lives|lives lost",
    "?victim:feared": "feared dead|presumed dead|believed dead",
    "?victim:missing": "missing|unaccounted for|disappeared|vanished without trace",
    "?victim:injured": "injured|injuring|injures|hurt|hurting|wounded|wounding|injuries",
    "?victim:rescued": "rescued|rescues|saved|pulled out alive|pulled alive|survivors|survived"
    "|airlifted|brought to safety|plucked",
    "?victim:sought": "searching for|searched for|search for|looking for|looked for|hunting for",
    "?victim:evacuated": "evacuated|evacuates|evacuees|evacuations|evacuating|evacuation|fled"
    "|fleeing|moved to safety|moved to higher ground|displaced|forced from their homes"
    "|forced out of their homes",
    "?victim:homeless": "homeless|displaced|lost their homes|without homes|without a home",
    "?victim:trapped": "trapped|stranded|marooned|stuck in",
    "?victim:sheltered": "in shelters|in a shelter|sheltering|took shelter",
    "?victim:unhurt": "unhurt|unharmed|unscathed|uninjured|escaped injury|safe and well",
    "?victim:affected": "affected",
    "?having_home:flooded": "flooded|inundated|under water|underwater|submerged|swamped",
    "?having_home:damaged": "damaged|damaging|damages|damage to",
    "?having_home:destroyed": "destroyed|destroys|destroying|flattened|razed|burnt down"
    "|burned down"
    "|burnt to the ground|gutted|demolished|levelled|washed away|swept away",
    "?having_home:rebuilt": "rebuilt|rebuilds|rebuilding|repaired|repairs|repairing",
    "?having_home:built": "built|builds|constructed",
}
_DISASTER["?bed:hospital"] = _HEALTH["?case:hospital"] + "|" + _HEALTH["?case:critical"]
_DISASTER |= {
    f"?bed:{side}": _DISASTER[f"?victim:{side}"] for side in ("killed", "missing", "unhurt")
}
_DISASTER["?aboard:on"] = "on board|aboard|was carrying|were carrying"
_DISASTER["?aboard:hurt"] = "|".join(
    _DISASTER[f"?victim:{side}"]
    for side in ("killed", "injured", "missing", "rescued", "unhurt", "trapped")
)
_LEARNING = {
    "?study:applied": "applied|applied for|apply|applies|applicants|applicant|applications",
    "?study:sat": "sat the exam|sat the test|sat exams|sat the entrance exam|took the exam"
    "|took the entrance exam|took the test|took exams|entered the exam|sat for|test-takers",
    "?study:passed": "passed|passes|passing",
    "?study:admitted": "admitted|admits|admit|took in|enrolled|enrols|enrol|enrolling"
    "|new students"
    "|intake|freshmen",
    "?study:graduated": "graduated|graduates|graduating|graduation|received degrees"
    "|earned degrees|completed their degrees|finished school",
    "?study:dropped": "dropped out|drop out|dropped out of|dropouts|drop-outs|left school"
    "|quit school",
    "?study:absent": "absent|absentees|missed the exam|skipped the exam|missed school"
    "|missed classes|skipped classes",
    "?study:expelled": "expelled|expels",
    "?study:funded": "scholarship|scholarships",
    "?having_study:sat": "sat the exam|sat the test|sat exams|sat the entrance exam|took the exam"
    "|took the entrance exam|took the test|took exams|entered the exam|sat for|test-takers",
    "?having_study:passed": "passed|passes|passing",
    "?having_study:absent": "absent|absentees|missed the exam|skipped the exam|missed school"
    "|missed classes|skipped classes",
    "?having_study:applied": "applied|applied for|apply|applies|applicants|applicant|applications",
    "?having_study:admitted": "admitted|admits|admit|took in|new students|freshmen",
    "?having_study:graduated": "graduated|graduates|graduating|graduation",
    "?having_study:dropped": "dropped out|dropped out of|dropouts|drop-outs|left school"
    "|quit school",
    "?having_study:expelled": "expelled|expels",
    "?having_study:funded": "gave scholarships|gives scholarships|awarded scholarships"
    "|scholarships to",
}
_WORK = {
    "lack:-": "lack|lacks|lacked|lacking|short of|shortage of|in need of|needs|need",
    "?having_staff:has": "employs|employ|employing|on its payroll|on the payroll|works for"
    "|work for"
    "|working for|workforce is|workforce of|workforce was|headcount is|headcount of|staff of",
    "?having_staff:hired": "hired|hires|hiring|recruited|recruits|taken on|took on|takes on"
    "|new hires|new recruits|appointed",
    "?having_staff:sought": "lack|lacks|lacked|lacking|short of|shortage of|in need of|needs|need"
    "|vacancies|vacancy|job openings|openings|looking for|advertised|advertises|wants to hire"
    "|seeking to hire|seeks to hire|is hiring|is recruiting|unfilled|unfilled posts|job offers",
    "?having_staff:dismissed": "laid off|lays off|lay off|laying off|sacked|sacks|sacking"
    "|dismissed"
    "|dismisses|fired|fires|made redundant|redundancies|layoffs|lost their jobs|let go|job cuts"
    "|retrenched|cut|cuts|cutting|axed|axes|shed|sheds|slashed|slashes",
    "?having_staff:strike": "strike|on strike|went on strike|go on strike|gone on strike|striking"
    "|walked out|walkout|downed tools|work stoppage",
    "?having_staff:resigned": "resigned|resigns|resign|resignations|quit|quits|stepped down",
    "?having_staff:retired": "retired|retires|retire|retiring|early retirement",
    "?having_staff:moved": "transferred|transfers|relocated|relocates|redeployed|seconded"
    "|reassigned",
    "?having_staff:trained": "trained|trains|training|retrained|retrains",
    "?having_staff:applied": "applied|applied for|applicants|applications|job seekers",
    "?having_staff:furloughed": "furloughed|on unpaid leave|furlough",
    "?having_staff:promoted": "promoted|promotes|promotions",
}
_VOTING = {
    "abstained:-": "abstained|abstaining|stayed at home|stayed away",
    "?constituency:won": "won|wins|win|winning|swept|sweeps|captured|captures|secured|secures"
    "|clinched|took|takes|gained|picked up",
    "?constituency:contested": "contested|contests|contesting|fielded|fields|fielding|running in"
    "|ran in|candidates|candidate|nominated",
    "?having_bench:contested": "contested|contests|contesting|fielded|fields|fielding|running in"
    "|ran in|candidates|candidate|nominated",
    "?having_bench:lost": "lost|loses|losing",
    "?turnout:voted": "voted|cast ballots|cast votes|cast their votes|cast their ballots"
    "|turned out"
    "|turnout|went to the polls",
    "?turnout:able": "registered to vote|registered voters|eligible to vote|eligible voters"
    "|could vote|entitled to vote|on the electoral roll|electorate|right to vote",
    "?turnout:early": "voted early|early voters|early voting|advance voting|advance votes"
    "|voted in advance|registered for advance voting|registered to vote early",
    "?turnout:stayed": "abstained|abstaining|stayed at home|stayed away",
    "?turnout:spoilt": "spoilt|spoiled|spoilt ballots|spoiled ballots|invalid votes"
    "|invalid ballots|blank ballots",
    "?say:backed": "backed|backs|in favour of|approved of|voted for|votes for|voted in favour",
    "?say:came": "turned out|turnout|cast ballots|cast a vote|cast votes|cast their votes"
    "|cast their ballots|went to the polls",
    "?survey:asked": "in the polls|in a poll|in polls|opinion poll|opinion polls|polling at"
    "|survey"
    "|surveys|surveyed|polled|poll by|poll showed|poll shows|would vote for|plan to vote"
    "|plans to vote|intend to vote|intends to vote",
    "?survey:counted": "of the vote|share of the vote|vote share|popular vote|in the election"
    "|votes cast",
    "?survey:seats": "seats|constituencies",
    "?survey:turnout": "turnout",
    "?bill:passed": "passed|passes|enacted|enacts|adopted|adopts|approved",
    "?bill:tabled": "tabled|tables|introduced|proposed|submitted|debating|debated|drafted"
    "|is debating",
    "?bill:ended": "repealed|repeals|repeal|scrapped|abolished|vetoed",
}
_CROWDS = {
    "?gathering:room": "can seat|capacity|can hold|accommodates|seating|has room for|seats",
    "?gathering:tickets": "tickets|ticket sales|sold tickets",
    "?gathering:booked": "booked|signed up|reserved|reservations|registered|pre-registered"
    "|registered for",
    "?gathering:came": "attended|attends|attendance|turned up|drew|came to see|came to watch"
    "|came to the show|came to the event|flocked"
    "|took part|an audience of|a crowd of",
    "?gathering:invited": "invited|invites|invitations",
    "?gathering:online": "watched online|online|live stream|livestream|streamed",
    "?tour:came": "visited|visits|arrived|arrivals|arrives|welcomed|welcomes|from abroad"
    "|from overseas",
    "?tour:went": "travelled abroad|traveled abroad|went abroad|went overseas|travelled overseas"
    "|traveled overseas|travel abroad|go abroad|trips abroad|trips overseas",
    "?tour:stayed": "stayed overnight|spent the night|overnight stays",
    "?tour:cancelled": "cancelled|canceled|cancellations",
    "?tour:stranded": "stranded",
    "?tour:booked": "booked|reservations",
    "?media:followers": "followers|follower|follow|follows|subscribers|subscribed",
    "?media:views": "views|viewed|watched|viewers|streams|streamed",
    "?media:likes": "likes|liked|thumbs up",
    "?media:shares": "shared|retweets|retweeted|reposts|reposted",
    "?media:comments": "comments|commented",
    "?media:downloads": "downloads|downloaded|installs",
    "?media:users": "users|active users|use the|uses the|used by",
    "?media:paying": "paying users|paying subscribers|paid subscribers|paying customers"
    "|paying members",
}
_CROWDS["?draw:came"] = "drew|draws|attracted|attracts"
_CROWDS |= {
    f"?draw:{side}": _CROWDS[f"?gathering:{side}"]
    for side in ("room", "tickets", "invited", "online")
}
_WORKS = {
    "?having_works:has": "owns|own|owned|owned by|collection of|collection has"
    "|collection contains|keeps"
    "|holds|possesses|holdings",
    "?having_works:shown": "shows|showed|showing|on display|on show|displays|displayed|exhibits"
    "|exhibited|exhibiting|on view|showcases",
    "?having_works:lent": "lent|lends|lend|lending|on loan|loaned|borrowed|checked out",
    "?having_works:bought": "bought|buys|acquired|acquires|purchased|purchases|bought from"
    "|buys from",
    "?having_works:given": "was given|were given|donated|donates|donation|donations|bequeathed",
    "?having_works:sold": "sold|sells|auctioned|auctions|sold off",
    "?having_works:stolen": "stolen|stole|looted|thieves|theft|robbed|burgled",
    "?having_works:restored": "restored|restores|restoration|restoring|conserved",
    "?having_works:returned": "returned|returns|returning|repatriated|gave back|handed back",
    "?having_works:scanned": "digitised|digitized|digitises|digitizes|scanned",
    "?having_works:found": "unearthed|excavated|dug up",
    "?having_works:printed": "printed|prints|published",
    "?having_works:spread": "gave away|gives away|handed out|hands out|distributed|distributes",
    "?having_works:pulped": "pulped|shredded|thrown away|threw away",
    "?having_works:seized": "seized|confiscated",
}
_LIVES = {
    "?vital:born": "born|born in|births|newborns",
    "?vital:died": "died|deaths",
    "?vital:married": "married|marriages|wed|weddings",
    "?vital:divorced": "divorced|divorces|divorce",
    "?vital:came": "immigrated|immigrants|moved in",
    "?vital:left": "emigrated|emigrants|moved away|moved out",
    "?asylum:arrived": "arrived|arrivals|arrives|crossed the border|crossed into",
    "?asylum:sought": "applied for asylum|sought asylum|claimed asylum|asylum seekers"
    "|asylum applications",
    "?asylum:granted": "granted asylum|granted refugee status|were granted asylum",
    "?asylum:returned": "returned home|went home|repatriated|went back",
    "?asylum:resettled": "resettled",
    "?asylum:deported": "deported|deports|sent back|turned back",
    "?benefit:able": "eligible|qualify for|qualifies for|entitled",
    "?benefit:asked": "registered|registered for|applied|applied for|signed up",
    "?benefit:got": "received|receives|were paid|was paid|got the",
    "?benefit:refused": "were rejected|was rejected|were turned down|disqualified"
    "|failed to qualify",
    "?troops:captured": "captured|taken prisoner|prisoners of war",
    "?troops:killed": "killed|died|dead",
    "?troops:wounded": "wounded|injured",
    "?troops:sent": "deployed|deploys|deploying|stationed",
    "?troops:surrendered": "surrendered|surrenders",
    "?troops:deserted": "deserted|deserters",
    "?troops:left": "withdrew|withdrawn|withdraws|pulled out|pulled back",
    "?troops:drafted": "conscripted|conscripts|drafted|called up|enlisted",
    "?having_member:voted": "voted|cast ballots|cast their ballots",
    "?having_member:joined": "joined the union|joined the party|joined the club|new members",
    "?having_member:left": "left the|quit|resigned|expelled",
    "?having_member:strike": "on strike|went on strike|walked out|downed tools",
    "?permit:asked": "applied for|applied|applications|applicants",
    "?permit:given": "granted|issued|awarded|approved",
    "?permit:overstayed": "overstayed|overstaying|overstayers|expired",
    "?rally:came": "joined|marched|rallied|took part|gathered|demonstrated|turned out",
    "?rally:police": "deployed|on duty|stood guard",
    "?rally:signed": "signed|signatures",
    "?rally:arrested": "arrested|detained|rounded up",
    "?rally:dispersed": "dispersed|went home|broken up",
    "?rally:hurt": "injured|hurt|wounded|killed|died",
    "?monk:in": "ordained|ordination",
    "?monk:out": "disrobed|defrocked|left the monkhood",
}

_NEUTRAL = {"?none:-": "refused to|declined to|married couples"}
"""Wordings that hold an act and tell of none."""

ACTS = (
    _NEUTRAL | _LAW | _HEALTH | _DISASTER | _LEARNING | _WORK | _VOTING | _CROWDS | _WORKS | _LIVES
)
