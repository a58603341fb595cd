"""The English table of topics: what is measured, which way it moves, what is denied."""

from __future__ import annotations

from assistant.quantities.words.english import TENS
from assistant.quantities.words.english_acts_money import MIGHT, TO_RAISE
from assistant.quantities.words.english_kinds import FIRMS, HOUSES, STATISTICS
from assistant.quantities.words.english_measures import MEASURES, TAXES, verbs
from assistant.quantities.words.english_modes import MODES
from assistant.quantities.words.english_roles import (
    AMASSED,
    COMPOUNDS,
    LARGE,
    OFFICES,
    PHRASAL,
    PRIVATIVES,
    SCALES,
    SMALL,
    STOPS,
    UNMOVED,
    aimed,
    superlatives,
)
from assistant.quantities.words.english_states import BALLOTS, STATES, TELLING_DAYS
from assistant.quantities.words.english_things import THINGS
from assistant.quantities.words.topics import Topic, Topics

TOPICS = Topics(
    code="en",
    spaced=True,
    words={
        Topic.MEASURE: MEASURES,
        Topic.MOVE: {
            "up": verbs(
                "increase|climb|jump|gain|surge|soar|expand|widen|strengthen|advance|raise|swell|balloon|rebound|skyrocket|boost"
            )
            + f"|{TO_RAISE}|went up|goes up|go up|crept up|creeps up|edged up|edges up|inched up"
            "|ticked up|rise|rises|rose|risen|rising|grow|grows"
            "|grew|grown|growing|up|growth|growth of"
            "|increase of|gain of|firmed|firming|warmed|warmed up"
            "|added|add|adds|adding|hiked|hikes|hiking|lifted|swollen|doubled|tripled|quadrupled|rallied|double|triple",
            "down": verbs(
                "decrease|decline|drop|slump|tumble|plunge|weaken|reduce|narrow|dwindle|plummet|erode|trim|halve"
            )
            + "|slid|slide|slides|sliding"
            "|edged down|edges down|inched down|ticked down|dipped|dips|slips|crept down"
            "|came down|come down|comes down|went down|goes down|go down"
            "|fall|falls|fell|fallen|falling|cut|cuts|cutting|down|loses|lost|lose|shrank|shrunk|shrink|shrinks|shrinking|slashes|slashing|lowering|sinking|sinks"
            "|cooled|cooled down"
            "|contracted|halved|slipped|trimmed|slashed|lowered|losing|shed|sank|reduction"
            "|halving|decrease of|decline of|drop of|fall of|erased|erases|erasing|wiped out"
            "|wipes out|wiping|wipes"
            "|wiping out|wiped off|knocked off"
            "|knocked|knocking|knocks|wiped a|wiped about|wiped|shaved|shaves"
            "|shaving|shedding|sheds",
        },
        Topic.REARING: {"rearing": verbs("raise") + "|grow|grows|grew|grown|growing"},
        Topic.PHRASAL: PHRASAL,
        Topic.VANISHING: {"vanishing": "lost|missing"},
        Topic.PUT_OFF: {
            "put_off": "postponed|postpones|put off|puts off|delayed|pushed back|pushes back"
            "|rescheduled|brought forward|deferred|moved back|slipped"
        },
        Topic.ENLARGING: {"enlarging": "add|adds|adding"},
        Topic.BY: {"by": "by|growth of|increase of|decrease of|decline of|drop of|fall of|gain of"},
        Topic.THAT: {"that": "that"},
        Topic.TO: {
            "to": "to|at|reach|reaches|reached|hit|touched|touches|touching|stands at|stood at"
            "|totalled|reaching|left"
        },
        Topic.CROSSING: {"up": "above|past|beyond|just above", "down": "below|just below"},
        Topic.BASE: {
            "from": "from|after|against|compared with|compared to|versus|up from|down from"
            "|previously"
        },
        Topic.NEGATION: {
            "no": "not|not guilty|found not guilty|no|never|no longer|none|nobody|neither|nor"
            "|without|stayed at home|stay at home|stayed away|stay away|didn't|isn't"
            "|hasn't|doesn't|won't|cannot|can't|wasn't|weren't|haven't|don't|not yet|nothing"
            "|failed to|yet to|recorded zero|reported zero|registered zero|zero cases|zero deaths"
            "|unfinished|incomplete|not part of|tax free|tax-free|duty free|duty-free"
            "|exempt from tax|visa-free|visa free"
            "|has yet to|have yet to|had yet to",
            "excluded": "exclude|excludes|excluding|excluded|not including|does not include"
            "|do not include|did not include|not counting",
            "denial": "deny|denied|denies|denying",
            "hardly": "hardly|scarcely|barely",
            "lacking": "lack|lacks|lacked|lacking|devoid of|deprived of|go without|goes without"
            "|went without",
            "stopped": f"{STOPS}|"
            "give up|gives up|gave up|giving up|phase out|phases out|phasing out|stop using"
            "|stops using"
            "|has stopped|have stopped|had stopped|ceased"
            "|ceases|no longer charges|refused|refuses|rejected|voted down|threw out|cancelled"
            "|scrapped|called off"
            "|suspended|halted|declined to|turned down|ruled out|abolished|abolishes|abolish"
            "|abolishing|repealed|repeals|repeal|axed|axes|did away with|does away with"
            "|discontinued|went off sale|taken off sale|withdrawn from sale|phased out|waived"
            "|waives",
        },
        Topic.EXPECTED: {
            "expected": verbs("expect|forecast|predict|anticipate")
            + "|estimated to|now expects|now expect|now forecasts|now sees|now puts"
            + "|projected|projecting|projects that|expectation|target|targets|aims|aim|aimed"
            "|hopes|hoped|outlook|guidance|guided|guides to|guiding to|goal|projection|projections"
            f"|{MIGHT}"
        },
        Topic.FUTURE: {
            "future": "means to|mean to|meant to|will|is to|are to|plans|plan|planned|plans to"
            "|intends|intends to|going to"
            "|set to|due to|next year|would|is due|scheduled|proposes|proposed|announced"
        },
        Topic.UNDECIDED: {
            "undecided": "declined to comment|declines to comment|refused to comment"
            "|would not comment"
            "|neither confirmed nor denied|undecided|not decided|yet to decide|whether"
            "|considering|is weighing"
            "|not yet decided|has not decided|mulling|under discussion|unclear|rumoured"
        },
        Topic.REST: {"rest": "the rest|the remainder|the balance"},
        Topic.ALL: {
            "all": "flat fare|flat rate|uniform|all|every|each|entire|everyone|always|whole"
        },
        Topic.DEPENDING: {
            "depending": "range from|vary from|varied from|varying from"
            "|depending on|depends on|ranging from|ranged from|ranges from"
            "|varies from|ranging|according to the|varies|based on|by size|by age|by income"
            "|in line with|graded by|on a sliding scale|run from|runs from|running from|"
            + "|".join(f"according to {what}" for what in SCALES.split())
        },
        Topic.KEPT: {
            "kept": "flat at|was flat|were flat|level at|kept|keeps|unchanged|froze|freezes"
            "|frozen|maintained|maintains|steady|held at"
        },
        Topic.ALONE: {"alone": "alone|by itself|on its own|single-handedly|by themselves"},
        Topic.SUM: {
            "sum": "combined|together|in total|between them|altogether|jointly|in all|total"
        },
        Topic.RESPECTIVE: {"respective": "respectively"},
        Topic.EXIST: {
            "there": "has|have|had|there are|there were|is home to|are home to|runs|operates"
            "|employs|employed|numbers|in all|houses|holds|hold"
        },
        Topic.PACK: {
            "tray": "trays|tray",
            "box": "boxes|cartons|crates|cases of",
            "sack": "sacks|bags",
            "bottle": "bottles",
            "pair": "pairs",
            "pack": "packs|packets|sachets",
            "tin": "tins|cans",
            "roll": "rolls",
        },
        Topic.COMPOSED: {
            "of": "consists of|consisted of|consisting of|is made up of|are made up of"
            "|was made up of|comprises|comprised|comprising|is composed of|was composed of"
        },
        Topic.BEING: {"being": "is|was|is the|was the|becomes|became|as the"},
        Topic.TENDING: {
            "tending": "looks after|look after|cares for|care for|responsible for|watches"
            "|watches over|guards|supervises|in charge of|handles|manages|tends|serves"
            "|treats|teaches|oversees|minds"
        },
        Topic.PART: {
            "part": "of whom|of which|of these|of them|among them|including|includes|included"
        },
        Topic.FUNDS: {"raised": f"raise|raises|raised|raising|{TO_RAISE}"},
        Topic.SPAN: {
            "quarter": "latest quarter|past quarter|previous quarter"
            "|this quarter|current quarter|recent quarter"
        },
        Topic.SPELL: {
            "half": "first six months|last six months|half-year|half year"
            "|half-yearly|first half|second half|first-half|second-half"
            "|six-month|for the half|interim results",
            "quarter": "quarterly|march quarter|june quarter|september quarter|december quarter"
            "|first three months|last three months|for the quarter"
            "|in the quarter|latest quarter|past quarter"
            "|previous quarter|this quarter|current quarter|recent quarter",
            "month": "for the month|in the month|for a single month",
            "term": "semester|semesters|school term|autumn term|spring term|summer term",
            "year": "in the year to|for the year to|over the year to|full year"
            "|whole year|full-year|entire year|for the year|year-long|full-year's"
            "|twelve-month|year as a whole",
        },
        Topic.INSTEAD: {"instead": "rather than|instead of|as opposed to|and not|but not"},
        Topic.LATEST: {
            "latest": "now expects|now expect|now forecasts|now sees|now puts|latest|newest"
            "|most recent"
        },
        Topic.EDGE: {
            "low": "the low|overnight low|as low as|a low of|low of|lowest|minimum",
            "high": "the high|daytime high|a high of|high of|highest|maximum|a peak of|its peak"
            "|at the peak"
            "|peaked|peaks at",
        },
        Topic.CEILING: {
            "most": "ceiling|upper limit|cap on|caps on|cap of|a cap|the cap|fee cap|rate cap"
            "|maximum allowed|allowed maximum"
        },
        Topic.LIMIT: {"most": "limit on|limits on|limit of|limit is|limit was|limit for"},
        Topic.EXTREME: {
            "low": superlatives(SMALL) + "|starts at|start at|starting at|starting from",
            "high": superlatives(LARGE) + "|most expensive",
        },
        Topic.SUPERLATIVE: {
            "most": "slowest|fastest|worst|best|strongest|weakest|steepest|sharpest|first|only"
            "|most|least"
        },
        Topic.DEVIATION: {
            "less": aimed(
                "below|under|short of|miss|missing|fell short of|missed|misses|less than|lower than"
            ),
            "more": aimed(
                "above|over|ahead of|beaten|beating|exceed|exceeding|exceeded|exceeds"
                "|beat|beats|topped|surpassed|more than"
            ),
        },
        Topic.PRIVATIVE: PRIVATIVES,
        Topic.THEN: {
            "then": "last month|last week|last quarter|a month ago|a month earlier|last season"
            "|last year|a year ago|a year earlier|the year before|previously|the previous year"
            "|previous quarter|previous month|the quarter before|the month before|a quarter earlier"
            "|used to|once had|a decade ago|a decade earlier|formerly|in the past"
        },
        Topic.ALLOTTED: {"allotted": "budget|budgets|budgeted|set aside|earmarked|allocated"},
        Topic.AGO: {"ago": "ago|earlier|back"},
        Topic.AHEAD: {
            "owned": "time",
            "ahead": "from now|hence|begins in|starts in|opens in|closes in|due in|expires in"
            "|takes effect in|take effect in|comes into force in|come into force in"
            "|comes into effect in|come into effect in|enters into force in|effective in"
            "|arrives in|arrive in|expire in|begin in|start in|open in|close in|runs out in"
            "|run out in|lapses in|lapse in|matures in",
        },
        Topic.BEGIN: {
            "begin": "open on|opens on|begin on|begins on|begins in|starts in|opens in|opened"
            "|opened on|opened in|began|began on"
            "|began in|begins|starts|started"
            "|starts on"
            "|from|since|took effect|took effect on|ran from|runs from|launched|between"
        },
        Topic.END: {
            "end": "close on|closes on|end on|closed|closed on|closed in|ended|ended on|ended in"
            "|ends|ends on|expires"
            "|expires on"
            "|expired|until|to|till|finished|concluded|wound up|and"
        },
        Topic.ROOM: {
            "room": "room for|berths for|moorings for|space for|spaces for|parking for"
            "|stalls for|pens for"
            "|hangars for|racks for|stabling for|places for|garages for"
        },
        Topic.LAPSE: {
            "idle": "idle|stood idle|out of action|at a standstill|stood still|lay idle|idled",
            "late": "late|delayed|delay|behind schedule|overdue|held up",
            "wait": "wait|waits|waited|waiting|queue|queued|queueing|queuing",
        },
        Topic.NOW: {
            "present": "now|currently|at present|nowadays",
            "now": "today|this year|this month|this week|this quarter|this season",
        },
        Topic.OFFICE: OFFICES,
        Topic.TELLING: {"telling": "said|says|told|announced|according to|reported|wrote|argued"},
        Topic.OR: {"or": "or|or about|or some|or roughly|or nearly"},
        Topic.UNANIMOUS: {"unanimous": "unanimous|unanimously"},
        Topic.MORE: {
            "more": "were added|was added|have been added|has been added"
            "|dearer|pricier|more expensive|above normal|above average|above the average"
            "|more|higher|larger|bigger|greater|longer|taller|faster|heavier|wider|deeper"
            "|ahead of|exceeded|outsold|overtook|surpassed|outnumber",
            "less": "were cut|were lost|have been cut|have been lost|fewer|less"
            "|cheaper|lower|smaller|shorter|lighter|narrower|shallower|behind|below|trailed",
        },
        Topic.NORMAL: {"normal": "normal|average|usual"},
        Topic.THAN: {"than": "than"},
        Topic.TOP: {
            "top": "largest|biggest|highest|leads|led|leading|top|most|first|number one|tops"
            "|leader|" + superlatives(LARGE),
            "bottom": "smallest|lowest|least|last|fewest|bottom|" + superlatives(SMALL),
        },
        Topic.RANK: {
            "rank": "rank|ranks|ranked|place|placed|position|largest|biggest|came|comes"
            "|finished|finishes|finish|finishing|came home|runner-up|deepest|tallest|longest|oldest"
            "|busiest|fastest|richest|wealthiest|hottest|driest|wettest|heaviest|widest"
        },
        Topic.QUALIFIER: {
            "deputy": "deputy|vice|assistant",
            "former": "former|ex",
            "acting": "acting|interim",
            "subsidiary": "subsidiary|unit of|arm of",
            "opposition": "opposition",
            "uncle": "uncle|aunt",
            "supplier": "a supplier to|a supplier of|suppliers to|suppliers of|supplier to",
            "rival": "a rival of|a rival to|rivals of|rivals to|a competitor of|competitors of",
        },
        Topic.KIN: {
            "son": "son|sons",
            "daughter": "daughter|daughters",
            "wife": "wife|widow",
            "husband": "husband|widower",
            "brother": "brother|brothers",
            "sister": "sister|sisters",
            "father": "father",
            "mother": "mother",
            "nephew": "nephew|nephews|niece|nieces|grandson|granddaughter|grandchild",
        },
        Topic.SIDE: {
            "north": "north|northern",
            "south": "south|southern",
            "east": "east|eastern",
            "west": "west|western",
        },
        Topic.FIRM: FIRMS,
        Topic.HOUSE: HOUSES,
        Topic.AFTER: {"after": "after|after the"},
        Topic.BEFORE: {"before": "before|before the|prior to|ahead of"},
        Topic.UNTIL: {
            "until": "by|by the|within|within the|no later than|no later than the",
            "end": "until|until the|through to",
        },
        Topic.SINCE: {"since": "since|from"},
        Topic.WHOLE_YEAR: {
            "year": "full year|whole year|full-year|entire year|annual|for the year|year as a whole"
        },
        Topic.OF: {"of": "of"},
        Topic.BEFORE_LEVEL: {
            "base": "level|a year earlier|year earlier|a year ago|previous|last year's|prior year"
            "|last season's|last season|the season before|the year before|a season earlier"
            "|what it was|what they were|what it had been|its former|their former|its old"
            "|its size|its original|its previous"
        },
        Topic.ONLY_ONE: {"one": "one of|a single|only one"},
        Topic.EXCLUSIVE: {"sole": "the only|sole|solely"},
        Topic.THING: THINGS,
        Topic.STATE: STATES,
        Topic.BALLOT: BALLOTS,
        Topic.STATISTIC: STATISTICS | TAXES,
        Topic.GROWTH: {"growth": "growth"},
        Topic.POLE: {
            "plus": "profit|profits|net profit|operating profit|net earnings|surplus|net income"
            "|earned",
            "minus": "loss|losses|deficit|made a loss|net loss|lost money|loss of|losses of"
            "|posted a loss|in the red|in deficit|lost|red ink",
        },
        Topic.PER: {
            "per": "per|each|apiece|for every|to every|for each",
            "person": "a head|per head",
            "month": "monthly salary|monthly pay|monthly wage|salary of|monthly|every month"
            "|each month",
            "day": "daily|every day|each day",
            "week": "weekly|every week|each week",
            "hour": "hourly|every hour|each hour",
            "year": "yearly|every year|each year|annually",
        },
        Topic.AND: {"and": "and"},
        Topic.SHIELD: {
            "-": f"was ordered to|were ordered to|been ordered to|ordered to pay|{TELLING_DAYS}"
            f"|{COMPOUNDS}|{UNMOVED}|{AMASSED}|"
            + "".join(f"{tens}-first|" for tens in TENS.split())
            + "rain fell|rain that fell|snow fell|hail fell|"
            + "fell short of|falls short of|fall short of|"
            "fell well short of|fell far short of|fell just short of|just short of"
            "|well short of|far short of|little short of|stopped short of|stops short of|"
            "growing demand|rising demand|strong demand|weak demand|high demand|low demand"
            "|in demand|on demand|falling demand|robust demand|demand pushed|demand lifted|"
            "spread over|spread across|open-source|open source|open-weight|add up|adds up|added up|"
            "the lost|a lost|no.|make up|makes up|made up|up to|set up|sets up|according to"
            "|due to|no less"
            "|no fewer|no more than|not less|not more|no later|below the surface|below sea level"
            "|below ground|earnings call|earnings calls|earnings report|earnings reports"
            "|grown-up|a grown|full-grown|fully grown|home-grown"
            "|earnings release|earnings season|drew down|draw down|draws down|drawing down"
        },
        Topic.OWNING: {
            "owns": "owns|own|holds|hold|held|has a stake|took a stake|bought|acquired|took over"
            "|takes over",
            "passive": "owned by|held by|bought by|belongs to|acquired by|taken over by",
        },
        Topic.SCORE: {
            "won": "won|win|wins|beat|beats|defeated|beating",
            "lost": "lost|lose|loses|beaten",
            "drew": "drew|draw|draws|drawn|tied",
            "score": "score|scored",
        },
        Topic.PLANNED: {
            "planned": "means to|mean to|meant to|plans|plan to|planned|plans to|intends|intend"
            "|intends to|proposes|proposed"
            "|seeks to|wants to|hopes to|considers"
        },
        Topic.MODE: MODES,
        Topic.DONE: {"done": "already|so far|has now"},
        Topic.CUMULATIVE: {"cumulative": "cumulative|cumulatively|to date|since launch"},
        Topic.STILL: {"still": "still|continues|continue|remains"},
    },
)
